package vn.motcua.dossier.internal.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// Counts the look-ups of people at the counter, so that nobody walks through numbers of
/// identity.
@Component
class LookUps {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int most;

    LookUps(
            JdbcClient jdbc,
            Clock clock,
            @Value("${motcua.counter.look-ups-per-hour:60}") int most) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.most = most;
    }

    /// Counts one more, whether or not anybody is found.
    ///
    /// @throws ProblemException `dossier.looked-up-too-many` when the hour's look-ups are used up
    @Transactional
    public void count(UUID account) {
        var now = clock.instant();
        // one at a time for each account, or many at once would all see a count below the limit
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('look-up ' || :account, 0))")
                .param("account", account.toString())
                .query((row, number) -> true)
                .single();
        jdbc.sql("delete from dossier.look_up where account = :account and at <= :before")
                .param("account", account)
                .param("before", Timestamp.from(now.minus(WINDOW)))
                .update();
        int counted =
                jdbc.sql("select count(*) from dossier.look_up where account = :account")
                        .param("account", account)
                        .query(Integer.class)
                        .single();
        if (counted >= most) throw new ProblemException(DossierProblem.LOOKED_UP_TOO_MANY, most);
        jdbc.sql("insert into dossier.look_up (account, at) values (:account, :at)")
                .param("account", account)
                .param("at", Timestamp.from(now))
                .update();
    }
}
