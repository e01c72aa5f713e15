package vn.motcua.insight.internal;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads figures: sums per day, and among the open dossiers those that count late at this moment.
@Repository
class FigureStore {
    private static final String SUMS =
            Arrays.stream(Measure.values())
                    .map(m -> "sum(" + m.column() + ") as " + m.column())
                    .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Tally total(Scope scope) {
        return by(scope, "''", "agency = :agency and procedure = ''", "''")
                .getOrDefault("", Tally.NONE);
    }

    /// By code of the agency directly below.
    Map<String, Tally> children(Scope scope) {
        return by(
                scope,
                "agency",
                "parent = :agency and procedure = ''",
                ":agency || '.' || split_part(substr(agency, length(:agency) + 2), '.', 1)");
    }

    Map<String, Tally> procedures(Scope scope) {
        return by(scope, "procedure", "agency = :agency and procedure <> ''", "procedure");
    }

    /// By the Monday of the week of receipt.
    Map<String, Tally> weeks(Scope scope) {
        return by(
                scope,
                "to_char(date_trunc('week', day), 'YYYY-MM-DD')",
                "agency = :agency and procedure = ''",
                "to_char(date_trunc('week', received_on), 'YYYY-MM-DD')");
    }

    private Map<String, Tally> by(Scope scope, String key, String where, String factKey) {
        var late = openLate(scope, factKey);
        var found = new LinkedHashMap<String, Tally>();
        jdbc.sql(
                        """
                        select %s as key, %s
                          from insight.day_figure
                         where generation = (select live from insight.reading)
                           and %s
                           and day between :from and :to
                         group by 1
                        having sum(received) <> 0
                         order by 1
                        """
                                .formatted(key, SUMS, where))
                .params(parameters(scope))
                .query(
                        row -> {
                            var name = row.getString("key");
                            found.put(
                                    name,
                                    new Tally(
                                            FactStore.measures(row), late.getOrDefault(name, 0L)));
                        });
        return found;
    }

    private Map<String, Long> openLate(Scope scope, String key) {
        var found = new HashMap<String, Long>();
        jdbc.sql(
                        """
                        select %s as key, count(*) as n
                          from insight.dossier_fact
                         where %s
                           and received_on between :from and :to
                           and %s
                         group by 1
                        """
                                .formatted(key, FactList.WITHIN, Figure.Terms.OPEN_LATE))
                .params(parameters(scope))
                .query(
                        row -> {
                            found.put(row.getString("key"), row.getLong("n"));
                        });
        return found;
    }

    /// The figures that speak of this moment.
    Map<Figure, Long> now(Scope scope) {
        var figures = Arrays.stream(Figure.values()).filter(Figure::isOfNow).toList();
        var columns =
                figures.stream()
                        .map(f -> "count(*) filter (where " + f.condition() + ") as " + f.name())
                        .collect(Collectors.joining(", "));
        return jdbc.sql(
                        """
                        select %s
                          from insight.dossier_fact
                         where %s
                           and finished_at is null
                        """
                                .formatted(columns, FactList.WITHIN))
                .params(parameters(scope))
                .query(
                        (row, n) -> {
                            var counts = new LinkedHashMap<Figure, Long>();
                            for (var figure : figures)
                                counts.put(figure, row.getLong(figure.name()));
                            return counts;
                        })
                .single();
    }

    static Map<String, Object> parameters(Scope scope) {
        return Map.of(
                "agency", scope.agency(),
                "from", scope.from(),
                "to", scope.to(),
                "now", Timestamp.from(scope.now()),
                "idleSince", Timestamp.from(scope.idleSince()));
    }
}
