package vn.motcua.operation.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the database about itself.
@Component
class DatabaseProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// An answer is good for this long: a hundred questions a second are one statement.
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private volatile Answer last = new Answer(System.nanoTime() - 2 * FRESH, false);

    DatabaseProbe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Answer(long at, boolean good) {}

    /// Whether it answers within three seconds.
    synchronized boolean answers() {
        if (System.nanoTime() - last.at() > FRESH) last = new Answer(System.nanoTime(), asked());
        return last.good();
    }

    private boolean asked() {
        var answer =
                CompletableFuture.supplyAsync(
                        () -> jdbc.sql("select 1").query(Integer.class).single() == 1,
                        Thread::startVirtualThread);
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    OperatorView.Database facts() {
        long asked = System.nanoTime();
        return jdbc.sql(
                        """
                        select current_setting('server_version') as version,
                               pg_database_size(current_database()) as size,
                               (select count(*)
                                  from pg_stat_activity
                                 where datname = current_database()) as connections,
                               current_setting('max_connections')::int as allowed
                        """)
                .query(
                        (row, number) ->
                                new OperatorView.Database(
                                        row.getString("version").split(" ", 2)[0],
                                        row.getLong("size"),
                                        row.getInt("connections"),
                                        row.getInt("allowed"),
                                        Duration.ofNanos(System.nanoTime() - asked)))
                .single();
    }
}
