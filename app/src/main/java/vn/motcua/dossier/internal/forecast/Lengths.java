package vn.motcua.dossier.internal.forecast;

import java.time.Duration;
import java.util.SortedMap;

/// Lengths of finished work, counted in steps of about nine per cent, so that a median needs a
/// handful of numbers however much work was done.
final class Lengths {
    private static final double STEPS = 8;
    private static final int LONGEST = 200;

    private Lengths() {}

    public static int bucket(Duration length) {
        double minutes = Math.max(0, length.toMinutes());
        return (int) Math.min(LONGEST, Math.round(STEPS * log2(1 + minutes)));
    }

    public static Duration length(int bucket) {
        return Duration.ofMinutes(Math.round(Math.pow(2, bucket / STEPS) - 1));
    }

    /// The middle of what was counted.
    ///
    /// @param pieces how many were of each length
    public static Duration median(SortedMap<Integer, Long> pieces) {
        long total = pieces.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (var counted : pieces.entrySet()) {
            seen += counted.getValue();
            if (2 * seen >= total) return length(counted.getKey());
        }
        return Duration.ZERO;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
