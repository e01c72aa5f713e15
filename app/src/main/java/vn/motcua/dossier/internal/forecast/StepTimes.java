package vn.motcua.dossier.internal.forecast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long each step usually takes, learnt from finished work. Read from memory; learnt anew
/// every ten minutes.
@Component
class StepTimes {
    /// From fewer pieces nothing is learnt: the hours the release plans stand.
    static final long ENOUGH = 5;

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Known known;

    StepTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Step(String procedure, String step) {}

    private record Known(Instant at, Map<Step, Duration> medians) {}

    /// Empty while too little was done to know.
    public Optional<Duration> usual(String procedure, String step) {
        return Optional.ofNullable(medians().get(new Step(procedure, step)));
    }

    private Map<Step, Duration> medians() {
        var now = clock.instant();
        var before = known;
        if (before != null && !now.isBefore(before.at()) && now.isBefore(before.at().plus(FRESH)))
            return before.medians();
        var read = read();
        known = new Known(now, read);
        return read;
    }

    /// Learns at once what was written since.
    void refresh() {
        known = null;
    }

    private Map<Step, Duration> read() {
        var counted = new HashMap<Step, TreeMap<Integer, Long>>();
        jdbc.sql(
                        "select procedure_code, step_id, bucket, pieces from dossier.step_time where pieces > 0")
                .query(
                        row -> {
                            counted.computeIfAbsent(
                                            new Step(
                                                    row.getString("procedure_code"),
                                                    row.getString("step_id")),
                                            _ -> new TreeMap<>())
                                    .put(row.getInt("bucket"), row.getLong("pieces"));
                        });
        var medians = new HashMap<Step, Duration>();
        counted.forEach(
                (step, pieces) -> {
                    long total = pieces.values().stream().mapToLong(Long::longValue).sum();
                    if (total >= ENOUGH) medians.put(step, Lengths.median(pieces));
                });
        return Map.copyOf(medians);
    }
}
