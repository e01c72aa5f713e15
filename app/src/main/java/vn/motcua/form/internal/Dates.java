package vn.motcua.form.internal;

import dev.cel.common.values.NullValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.FormContext;

/// Dates in answers and in expressions: ISO texts, null where a date is missing.
final class Dates {
    private static final Pattern RELATIVE =
            Pattern.compile("today(?:\\s*([+-])\\s*(\\d{1,5})([dmy]))?");

    private static final int HORIZON = 400;

    private Dates() {}

    static Optional<LocalDate> parse(@Nullable Object value) {
        if (!(value instanceof String text)) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The earliest day a partial date may mean: `1960` begins on 1/1/1960.
    static Optional<LocalDate> earliest(@Nullable Object value) {
        if (!(value instanceof String text)) return Optional.empty();
        return switch (text.length()) {
            case 4 -> parse(text + "-01-01");
            case 7 -> parse(text + "-01");
            default -> parse(text);
        };
    }

    /// Whole days from the first to the second date.
    static Object days(Object from, Object to) {
        var a = parse(from);
        var b = parse(to);
        if (a.isEmpty() || b.isEmpty()) return NullValue.NULL_VALUE;
        return ChronoUnit.DAYS.between(a.get(), b.get());
    }

    /// Completed years from the first to the second date: an age.
    static Object years(Object from, Object to) {
        var a = earliest(from);
        var b = earliest(to);
        if (a.isEmpty() || b.isEmpty()) return NullValue.NULL_VALUE;
        return (long) Period.between(a.get(), b.get()).getYears();
    }

    /// Working days from today up to the date, which itself is not counted, so that "at least
    /// three working days before" is `workingDaysUntil(start) >= 3`; negative when it has
    /// passed. Looks no further than a year ahead.
    static Object workingDaysUntil(Object date, FormContext context) {
        var until = parse(date);
        if (until.isEmpty()) return NullValue.NULL_VALUE;
        if (until.get().isBefore(context.today()))
            return ChronoUnit.DAYS.between(context.today(), until.get());
        long working = 0;
        var day = context.today();
        for (int i = 0; i < HORIZON && day.isBefore(until.get()); i++, day = day.plusDays(1))
            if (context.workingDays().test(day)) working++;
        return working;
    }

    /// A bound: a fixed date or one told from today, such as `today-16y`.
    static Optional<LocalDate> bound(@Nullable String bound, LocalDate today) {
        if (bound == null) return Optional.empty();
        var m = RELATIVE.matcher(bound.strip());
        if (!m.matches()) return parse(bound.strip());
        if (m.group(1) == null) return Optional.of(today);
        long n = Long.parseLong(m.group(2)) * (m.group(1).equals("-") ? -1 : 1);
        return Optional.of(
                switch (m.group(3)) {
                    case "d" -> today.plusDays(n);
                    case "m" -> today.plusMonths(n);
                    default -> today.plusYears(n);
                });
    }

    static boolean isBound(String bound) {
        return RELATIVE.matcher(bound.strip()).matches() || parse(bound.strip()).isPresent();
    }
}
