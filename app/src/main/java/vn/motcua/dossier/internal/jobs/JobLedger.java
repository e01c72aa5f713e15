package vn.motcua.dossier.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierHealth;

/// Reads what the scheduler keeps about its jobs, and the timers it has not come to.
@Component
class JobLedger implements DossierHealth {
    private final JdbcClient jdbc;

    JobLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Job> jobs() {
        return jdbc.sql(
                        """
                        select task_name, execution_time, picked, last_success, last_failure,
                               coalesce(consecutive_failures, 0) as failures
                          from dossier.scheduled_tasks
                         order by task_name
                        """)
                .query(
                        (row, number) ->
                                new Job(
                                        row.getString("task_name"),
                                        row.getTimestamp("execution_time").toInstant(),
                                        row.getBoolean("picked"),
                                        moment(row, "last_success"),
                                        moment(row, "last_failure"),
                                        row.getInt("failures")))
                .list();
    }

    @Override
    public Late lateTimers(Instant until) {
        return jdbc.sql(
                        """
                        select count(*) as late, min(least(fires_at, failed_at)) as oldest
                          from dossier.timer
                         where fires_at < :until or attempts > 0
                        """)
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Late(row.getLong("late"), moment(row, "oldest")))
                .single();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
