package vn.motcua.dossier.internal.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What registers were asked about a dossier and what they said, beside what the person declared.
///
/// @param version of the dossier the officer sees
public record QueriesView(UUID dossier, int version, List<Line> lines) {
    public QueriesView {
        lines = List.copyOf(lines);
    }

    /// @param standing key of how it stands
    /// @param tone colour of its mark
    /// @param asked when and on which ground, in words
    /// @param sentence what it means for the officer; null when the table says it
    /// @param again whether the officer may have it asked once more
    public record Line(
            UUID id,
            LocalText register,
            LocalText owner,
            String standing,
            String tone,
            String asked,
            String basis,
            @Nullable String sentence,
            List<Row> rows,
            boolean again) {
        public Line {
            rows = List.copyOf(rows);
        }
    }

    /// @param declared in words; null where the person was not asked
    /// @param answer in words; null where the register does not say
    public record Row(
            LocalText label,
            @Nullable String declared,
            @Nullable String answer,
            boolean compared,
            boolean differs) {}
}
