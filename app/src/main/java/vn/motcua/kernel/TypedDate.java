package vn.motcua.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day as somebody typed it in one field: `24/11/2026`, or `2026-11-24` as addresses carry it.
public final class TypedDate {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private TypedDate() {}

    /// Empty for what is no day.
    public static Optional<LocalDate> read(String text) {
        var typed = text.strip();
        try {
            if (ISO.matcher(typed).matches()) return Optional.of(LocalDate.parse(typed));
            var parts = WRITTEN.matcher(typed);
            if (!parts.matches()) return Optional.empty();
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
