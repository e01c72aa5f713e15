package vn.motcua.procedure.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// How a procedure was over time, and where it is different.
///
/// @param agencies codes of agencies with versions of their own
/// @param next version behind which the next page begins
public record HistoryView(
        String code,
        LocalText name,
        String today,
        List<Line> lines,
        List<String> agencies,
        @Nullable String next) {

    /// @param day as an address has it
    /// @param agency empty for the national version
    /// @param release number of the release; 0 for a published record
    /// @param recorded when the record was taken in
    public record Line(
            String day, String from, String agency, int release, @Nullable String recorded) {}
}
