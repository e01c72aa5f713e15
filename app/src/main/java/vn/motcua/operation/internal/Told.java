package vn.motcua.operation.internal;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Words;

/// Sizes, moments and ages as the operator's page writes them.
public final class Told {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Told() {}

    /// `1,4 GB`
    public static String size(Locale locale, long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(size < 10 && unit > 0 ? 1 : 0);
        return format.format(size) + " " + UNITS[unit];
    }

    public static String number(Locale locale, long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public static String percent(Locale locale, double share) {
        return number(locale, Math.round(share * 100)) + "\u00a0%";
    }

    /// `14:05 23/11/2026`, a dash for never.
    public static String moment(@Nullable Instant at) {
        return at == null ? "–" : HanoiTime.time(at) + " " + HanoiTime.date(HanoiTime.dateOf(at));
    }

    /// `3 phút`: how long ago, in the unit that fits.
    public static String age(Words words, Instant now, Instant at) {
        var age = Duration.between(at, now);
        if (age.compareTo(Duration.ofMinutes(2)) < 0)
            return words.t("operation.age.seconds", Math.max(0, age.toSeconds()));
        if (age.compareTo(Duration.ofHours(2)) < 0)
            return words.t("operation.age.minutes", age.toMinutes());
        if (age.compareTo(Duration.ofDays(2)) < 0)
            return words.t("operation.age.hours", age.toHours());
        return words.t("operation.age.days", age.toDays());
    }

    /// The class of a failure without its packages.
    public static String failure(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
