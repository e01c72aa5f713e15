package vn.motcua.insight.internal;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;

/// Figures as pages write them.
public final class Show {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d/M");

    private Show() {}

    /// The style of a degree of heat, 1 to 4.
    public static String heat(int degree) {
        return switch (degree) {
            case 1 -> "mc-heat-1";
            case 2 -> "mc-heat-2";
            case 3 -> "mc-heat-3";
            default -> "mc-heat-4";
        };
    }

    /// `96,8 %`, a dash where there is nothing to say.
    public static String percent(Locale locale, @Nullable Double share) {
        return share == null ? "–" : rate(locale, share) + "\u00a0%";
    }

    /// `96,8`
    public static String rate(Locale locale, @Nullable Double share) {
        return share == null ? "–" : decimal(locale, share * 100);
    }

    /// `18.264`
    public static String number(Locale locale, long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// Difference of two rates in points, without its sign.
    public static String points(Locale locale, double difference) {
        return decimal(locale, Math.abs(difference) * 100);
    }

    public static String dayAndMonth(LocalDate date) {
        return SHORT.format(date);
    }

    public static String date(LocalDate date) {
        return HanoiTime.date(date);
    }

    /// `23/11/2026 14:05`, empty for none.
    public static String moment(@Nullable Instant at) {
        return at == null ? "" : HanoiTime.date(HanoiTime.dateOf(at)) + " " + HanoiTime.time(at);
    }

    /// `14:05 23/11/2026`
    public static String timeAndDate(Instant at) {
        return HanoiTime.time(at) + " " + HanoiTime.date(HanoiTime.dateOf(at));
    }

    /// A coordinate of a drawing.
    public static String at(double value) {
        return Trend.number(value);
    }

    public static String cut(String name, int letters) {
        return name.length() <= letters ? name : name.substring(0, letters - 1).strip() + "…";
    }

    private static String decimal(Locale locale, double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(value);
    }
}
