package vn.motcua.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Moments at which steps end by themselves, warn or pass to somebody else.
@Repository
public class TimerStore {
    private final JdbcClient jdbc;

    TimerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes timers away that are about to do what they are for.
    ///
    /// @return those that were still there
    public Set<Due> take(Collection<Due> timers) {
        var keys = new HashMap<String, Due>();
        timers.forEach(timer -> keys.put(timer.key(), timer));
        return new HashSet<>(
                jdbc.sql(
                                """
                                delete from dossier.timer t
                                 using unnest(:dossiers::uuid[], :tokens::text[], :numbers::int[])
                                       as d (dossier, token, number)
                                 where t.dossier_id = d.dossier and t.token = d.token and t.number = d.number
                                returning t.dossier_id, t.token, t.number
                                """)
                        .param("dossiers", timers.stream().map(Due::dossier).toArray(UUID[]::new))
                        .param("tokens", timers.stream().map(Due::token).toArray(String[]::new))
                        .param("numbers", timers.stream().map(Due::number).toArray(Integer[]::new))
                        .query(
                                (row, _) ->
                                        Objects.requireNonNull(
                                                keys.get(
                                                        row.getString("dossier_id")
                                                                + " "
                                                                + Move.key(
                                                                        row.getString("token"),
                                                                        row.getInt("number")))))
                        .list());
    }

    /// Lets a timer wait until the dossier runs again.
    public void postpone(Due timer, Instant until) {
        jdbc.sql(
                        """
                        update dossier.timer set fires_at = :until
                         where dossier_id = :dossier and token = :token and number = :number
                        """)
                .param("dossier", timer.dossier())
                .param("token", timer.token())
                .param("number", timer.number())
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
                         where dossier_id = :dossier and token = :token and number = :number
                        """)
                .param("dossier", timer.dossier())
                .param("token", timer.token())
                .param("number", timer.number())
                .param("failure", failure)
                .param("at", DossierStore.timestamp(at))
                .param("until", DossierStore.timestamp(until))
                .update();
    }

    public Optional<Instant> firesAt(UUID dossier, String token) {
        return jdbc.sql(
                        """
                        select fires_at from dossier.timer
                         where dossier_id = :dossier and token = :token and outcome is not null
                        """)
                .param("dossier", dossier)
                .param("token", token)
                .query((row, number) -> row.getTimestamp("fires_at").toInstant())
                .optional();
    }

    /// @param attempts how often it has been tried in vain
    public record Due(UUID dossier, String token, int number, int attempts) {
        String key() {
            return dossier + " " + Move.key(token, number);
        }
    }

    /// Timers that should have fired, oldest first. Nothing is locked: whoever fires one locks
    /// its dossier first, like everybody else who changes it, and then sees whether the timer
    /// is still there.
    public List<Due> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select dossier_id, token, number, attempts from dossier.timer
                         where fires_at <= :now
                         order by fires_at, dossier_id, number
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
                        select dossier_id, token, number, attempts from dossier.timer
                         where dossier_id = :dossier and fires_at <= :now
                         order by fires_at, dossier_id, number
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
                row.getInt("number"),
                row.getInt("attempts"));
    }
}
