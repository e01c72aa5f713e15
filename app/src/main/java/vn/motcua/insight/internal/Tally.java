package vn.motcua.insight.internal;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts of one scope and period, and the figures drawn from them.
///
/// @param counts by measure
/// @param openLate open dossiers of the same scope and period that count late at this moment
record Tally(Map<Measure, Long> counts, long openLate) {
    static final Tally NONE = new Tally(Map.of(), 0);

    Tally {
        counts = Map.copyOf(counts);
    }

    long get(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    long received() {
        return get(Measure.RECEIVED);
    }

    /// Received dossiers that count in the rate: all but those not accepted and those stopped.
    long counted() {
        return received() - get(Measure.NOT_ACCEPTED) - get(Measure.STOPPED);
    }

    long late() {
        return get(Measure.LATE) + openLate;
    }

    /// Done on time or early, or open and in time.
    long good() {
        return counted() - late();
    }

    /// Null when nothing counts: no data is shown as such, not as bad.
    @Nullable Double onTime() {
        return share(good(), counted());
    }

    @Nullable Double online() {
        return share(get(Measure.ONLINE), received());
    }

    /// Finished dossiers of which it can be said whether they went wholly online.
    long judged() {
        long sum = 0;
        for (var verdict : EndToEnd.values()) sum += get(verdict.measure());
        return sum;
    }

    @Nullable Double endToEnd() {
        return share(get(Measure.E2E_PROVEN), judged());
    }

    /// What most often took dossiers off line; null when nothing did.
    @Nullable EndToEnd mainCause() {
        EndToEnd most = null;
        for (var verdict : EndToEnd.values()) {
            if (verdict == EndToEnd.PROVEN || get(verdict.measure()) == 0) continue;
            if (most == null || get(verdict.measure()) > get(most.measure())) most = verdict;
        }
        return most;
    }

    Tally plus(Tally other) {
        var sum = new EnumMap<Measure, Long>(Measure.class);
        for (var measure : Measure.values()) sum.put(measure, get(measure) + other.get(measure));
        return new Tally(sum, openLate + other.openLate);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : part / (double) whole;
    }
}
