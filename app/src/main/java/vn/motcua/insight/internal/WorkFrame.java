package vn.motcua.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Whose figures, of which days.
public record WorkFrame(
        String agency,
        LocalText place,
        int days,
        LocalDate from,
        LocalDate to,
        @Nullable Instant countedTo) {
    public String link(String page, int length) {
        return "/leader/" + page + "?agency=" + agency + "&days=" + length;
    }

    public String csv(String table) {
        return "/leader/" + table + ".csv?agency=" + agency + "&days=" + days;
    }
}
