package vn.motcua.insight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;

/// Differences to the day figures caused by one batch: what changed dossiers no longer add, and
/// what they add now, for the agency and for each one above it by code.
final class DayFigures {
    private final Map<Key, Map<Measure, Long>> sums =
            new TreeMap<>(
                    java.util.Comparator.comparing(Key::agency)
                            .thenComparing(Key::day)
                            .thenComparing(Key::procedure));

    void change(@Nullable DossierFact before, DossierFact after) {
        if (before != null) add(before, -1);
        add(after, 1);
    }

    private void add(DossierFact fact, long sign) {
        var day = HanoiTime.dateOf(fact.submittedAt());
        var counts = Measure.of(fact);
        for (String agency = fact.agency(); agency != null; agency = above(agency)) {
            add(new Key(agency, day, ""), counts, sign);
            add(new Key(agency, day, fact.procedure()), counts, sign);
        }
    }

    private void add(Key key, Map<Measure, Long> counts, long sign) {
        var sum = sums.computeIfAbsent(key, _ -> new EnumMap<>(Measure.class));
        counts.forEach((measure, count) -> sum.merge(measure, sign * count, Long::sum));
    }

    /// Code of the agency above, null at the top.
    static @Nullable String above(String agency) {
        int dot = agency.lastIndexOf('.');
        return dot < 0 ? null : agency.substring(0, dot);
    }

    /// Rows that change something, in an order that is the same for every writer.
    List<Map<String, @Nullable Object>> rows() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        sums.forEach(
                (key, sum) -> {
                    if (sum.values().stream().allMatch(n -> n == 0)) return;
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    row.put("agency", key.agency());
                    row.put("parent", above(key.agency()));
                    row.put("procedure", key.procedure());
                    row.put("day", key.day().toString());
                    for (var measure : Measure.values())
                        row.put(measure.column(), sum.getOrDefault(measure, 0L));
                    rows.add(row);
                });
        return rows;
    }

    private record Key(String agency, LocalDate day, String procedure) {}
}
