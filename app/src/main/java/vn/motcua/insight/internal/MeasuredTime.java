package vn.motcua.insight.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.procedure.UsualTime;

/// Working time from acceptance to the end, waiting for the citizen included, as measured among the
/// latest finished dossiers. Kept for an hour.
@Component
class MeasuredTime implements UsualTime {
    private static final int DAYS = 90;
    private static final int FEWEST = 5;
    private static final int MOST = 5_000;
    private static final int KEPT = 10_000;
    private static final Duration FRESH = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    MeasuredTime(
            JdbcClient jdbc, PlatformTransactionManager transactions, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public Optional<Usual> of(String procedureCode) {
        var now = clock.instant();
        var known = kept.get(procedureCode);
        if (known != null && !now.isBefore(known.at()) && now.isBefore(known.at().plus(FRESH)))
            return known.usual();
        var usual =
                asking.as(
                        Caller.system(),
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> measure(procedureCode, now))));
        if (kept.size() >= KEPT) kept.clear();
        kept.put(procedureCode, new Kept(usual, now));
        return usual;
    }

    private Optional<Usual> measure(String procedure, Instant now) {
        return jdbc.sql(
                        """
                        with latest as (
                            select worked_minutes
                              from insight.dossier_fact
                             where generation = (select live from insight.reading)
                               and procedure = :procedure
                               and finished_at between :since and :now
                               and worked_minutes is not null
                               and state in ('COMPLETED', 'RETURNED')
                             order by finished_at desc
                             limit :most
                        )
                        select count(*) as dossiers,
                               percentile_disc(0.5) within group (order by worked_minutes) as half,
                               percentile_disc(0.9) within group (order by worked_minutes) as nine
                          from latest
                        """)
                .param("procedure", procedure)
                .param("since", Timestamp.from(now.minus(Duration.ofDays(DAYS))))
                .param("now", Timestamp.from(now))
                .param("most", MOST)
                .query(
                        (row, n) ->
                                row.getInt("dossiers") < FEWEST
                                        ? Optional.<Usual>empty()
                                        : Optional.of(
                                                new Usual(
                                                        Duration.ofMinutes(row.getLong("half")),
                                                        Duration.ofMinutes(row.getLong("nine")),
                                                        row.getInt("dossiers"),
                                                        DAYS,
                                                        now)))
                .single();
    }

    private record Kept(Optional<Usual> usual, Instant at) {}
}
