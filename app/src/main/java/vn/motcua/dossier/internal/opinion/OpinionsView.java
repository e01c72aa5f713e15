package vn.motcua.dossier.internal.opinion;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opinions asked about a dossier, on the officers' page of it.
///
/// @param mayAsk whether the officer may ask others now
public record OpinionsView(UUID dossier, boolean mayAsk, List<Line> lines) {
    public OpinionsView {
        lines = List.copyOf(lines);
    }

    /// @param asked name of whoever is asked
    /// @param due end of the term, in words
    /// @param silence what silence means, in the release's words; null when it means nothing
    /// @param answer key of the answer; null while there is none
    /// @param words of the answer; empty when none were needed
    /// @param by who answered and when, in words; null while nobody has
    /// @param fileHref null when no file was added
    /// @param fresh whether the answer is new to the officer
    public record Line(
            int number,
            String asked,
            String question,
            String askedBy,
            String due,
            Opinion.Standing standing,
            @Nullable String silence,
            @Nullable String silentAt,
            @Nullable String answer,
            String words,
            @Nullable String by,
            boolean late,
            @Nullable String fileHref,
            boolean fresh) {}
}
