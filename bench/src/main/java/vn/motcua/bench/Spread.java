package vn.motcua.bench;

import java.util.Arrays;
import java.util.Collection;

/// Smallest, middle and largest of the rounds.
record Spread(double min, double median, double max) {
    static Spread of(Collection<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) return new Spread(0, 0, 0);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, Arrays.stream(sorted).max().orElse(0));
    }
}
