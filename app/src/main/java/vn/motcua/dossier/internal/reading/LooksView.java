package vn.motcua.dossier.internal.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who looked at the person's data.
///
/// @param next address of the page of earlier looks; null on the last one
public record LooksView(List<Line> lines, @Nullable String next) {
    /// @param who agency and capacity, in words; never a name
    /// @param href the dossier; null when it is not the person's own
    public record Line(
            String at,
            String who,
            String what,
            @Nullable String detail,
            @Nullable String href,
            String why) {}
}
