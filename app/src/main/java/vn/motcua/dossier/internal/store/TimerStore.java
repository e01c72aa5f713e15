package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Moments at which steps end by themselves.
@Repository
public class TimerStore {
    private final JdbcClient jdbc;

    TimerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when there was no such timer any more
    public boolean disarm(UUID dossier, String token) {
        return jdbc.sql("delete from dossier.timer where dossier_id = :dossier and token = :token")
                        .param("dossier", dossier)
                        .param("token", token)
                        .update()
                == 1;
    }

    /// Lets a timer wait until the dossier runs again.
    public void postpone(Due timer, Instant until) {
        jdbc.sql(
                        """
                        update dossier.timer set fires_at = :until
                         where dossier_id = :dossier and token = :token
                        """)
                .param("dossier", timer.dossier())
                .param("token", timer.token())
                .param("until", DossierStore.timestamp(until))
                .update();
    }

    /// Keeps a timer that could not fire, to be tried again.
    ///
    /// @param failure what went wrong: a code or the kind of trouble, never words of a dossier
    public void failed(Due timer, String failure, Instant at, Instant until) {
        jdbc.sql(
                        """
                        update dossier.timer
                           set fires_at = :until, attempts = attempts + 1, failure = :failure, failed_at = :at
                         where dossier_id = :dossier and token = :token
                        """)
                .param("dossier", timer.dossier())
                .param("token", timer.token())
                .param("failure", failure)
                .param("at", DossierStore.timestamp(at))
                .param("until", DossierStore.timestamp(until))
                .update();
    }

    public Optional<Instant> firesAt(UUID dossier, String token) {
        return jdbc.sql(
                        "select fires_at from dossier.timer where dossier_id = :dossier and token = :token")
                .param("dossier", dossier)
                .param("token", token)
                .query((row, number) -> row.getTimestamp("fires_at").toInstant())
                .optional();
    }

    /// @param attempts how often it has been tried in vain
    public record Due(UUID dossier, String token, int attempts) {}

    /// Timers that should have fired, oldest first. Nothing is locked: whoever fires one locks
    /// its dossier first, like everybody else who changes it, and then sees whether the timer
    /// is still there.
    public List<Due> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select dossier_id, token, attempts from dossier.timer
                         where fires_at <= :now
                         order by fires_at
                         limit :limit
                        """)
                .param("now", DossierStore.timestamp(now))
                .param("limit", limit)
                .query(TimerStore::due)
                .list();
    }

    /// The timers of one dossier that should have fired, oldest first.
    public List<Due> due(UUID dossier, Instant now) {
        return jdbc.sql(
                        """
                        select dossier_id, token, attempts from dossier.timer
                         where dossier_id = :dossier and fires_at <= :now
                         order by fires_at
                        """)
                .param("dossier", dossier)
                .param("now", DossierStore.timestamp(now))
                .query(TimerStore::due)
                .list();
    }

    /// A timer that has been tried in vain.
    ///
    /// @param next when it is tried again
    public record Stuck(
            UUID dossier,
            String token,
            String step,
            int attempts,
            String failure,
            Instant failed,
            Instant next) {}

    /// What operators should look at, the latest trouble first.
    public List<Stuck> stuck(int limit) {
        return jdbc.sql(
                        """
                        select * from dossier.timer
                         where attempts > 0
                         order by failed_at desc
                         limit :limit
                        """)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Stuck(
                                        row.getObject("dossier_id", UUID.class),
                                        row.getString("token"),
                                        row.getString("step_id"),
                                        row.getInt("attempts"),
                                        row.getString("failure"),
                                        row.getTimestamp("failed_at").toInstant(),
                                        row.getTimestamp("fires_at").toInstant()))
                .list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("dossier_id", UUID.class),
                row.getString("token"),
                row.getInt("attempts"));
    }
}
