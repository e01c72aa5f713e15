package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.DeadlineState;

/// The register of an agency for one month.
///
/// @param month such as `2026-11`
/// @param next address of the next page; null on the last one
/// @param parts the month on paper; empty when there is nothing to print
public record RegisterView(
        LocalText agency,
        String month,
        String monthWords,
        List<Month> months,
        List<Line> lines,
        @Nullable String next,
        List<Part> parts) {

    public record Month(String value, String words, boolean chosen) {}

    /// @param from number of its first line
    public record Part(int number, int from, int to) {}

    public record Line(
            UUID id,
            String code,
            String procedure,
            String owner,
            String stateKey,
            DeadlineState deadline,
            String received,
            @Nullable String due,
            @Nullable String returned) {}
}
