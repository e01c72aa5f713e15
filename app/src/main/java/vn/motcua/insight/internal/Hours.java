package vn.motcua.insight.internal;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/// Working time as pages write it.
public final class Hours {
    private static final double HOUR = 60.0;

    private Hours() {}

    /// `5,2`: hours with one digit after the comma.
    public static String of(long minutes, Locale locale) {
        return number(minutes / HOUR, locale);
    }

    public static String number(double value, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
