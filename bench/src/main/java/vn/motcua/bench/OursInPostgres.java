package vn.motcua.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.BenchDatabase;
import vn.motcua.kernel.Ids;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Engine;

/// This platform's engine with the rows the platform keeps, in the platform's own tables.
final class OursInPostgres implements EngineScenario.Contender {
    private static final String AGENCY = "H29.101";

    private final BenchDatabase database;
    private final HikariDataSource pool;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong numbers = new AtomicLong(System.nanoTime() >>> 20);
    private List<UUID> dossiers = List.of();

    OursInPostgres(BenchDatabase database, int workers) {
        this.database = database;
        this.pool = pool(database.url(), database.user(), database.password(), workers);
    }

    static HikariDataSource pool(String url, String user, String password, int workers) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(workers + 2);
        config.setPoolName("bench");
        return new HikariDataSource(config);
    }

    @Override
    public void begin(int count) throws Exception {
        var filings = new Filings(List.of(new Place("79", "26734", AGENCY)));
        var begun = new ArrayList<UUID>(count);
        var first = Engine.start(Walk.PROCESS, Walk.ONLINE);
        try (var floor = new Floor(database, filings, true);
                var connection = pool.getConnection()) {
            for (int i = 0; i < count; i++) begun.add(floor.file(numbers.incrementAndGet()));
            connection.setAutoCommit(false);
            try (var work = new Work(connection)) {
                for (var dossier : begun) {
                    Floor.tell(work.tell, "", "", "system");
                    work.save(dossier, first.state().toJson(), Instant.now(clock), "PROCESSING");
                    for (var effect : first.effects())
                        work.effect(dossier, effect, "", Instant.now(clock));
                    connection.commit();
                }
            }
        }
        dossiers = begun;
    }

    @Override
    public void list(String step) {
        // the dossiers are known; their open steps are read in the transaction
    }

    @Override
    public Load.Client worker(String step) throws Exception {
        var connection = pool.getConnection();
        connection.setAutoCommit(false);
        return new Completing(connection, step);
    }

    @Override
    public void close() {
        pool.close();
    }

    private final class Completing implements Load.Client {
        private final Connection connection;
        private final String step;
        private final Work work;
        private final UUID officer = UUID.randomUUID();

        Completing(Connection connection, String step) throws SQLException {
            this.connection = connection;
            this.step = step;
            this.work = new Work(connection);
        }

        @Override
        public void once(long number) throws Exception {
            var dossier = dossiers.get((int) number);
            var now = clock.instant();
            Floor.tell(work.tell, officer.toString(), AGENCY, "officer");
            var token = work.token(dossier, step);
            var before = Walk.PROCESS.state(work.lock(dossier));
            var action = new Action.Complete(token, String.valueOf(Walk.OUTCOMES.get(step)));
            var moved = Engine.apply(Walk.PROCESS, before, action, Walk.ONLINE);
            for (var effect : moved.effects())
                work.effect(dossier, effect, String.valueOf(Walk.OUTCOMES.get(step)), now);
            work.save(
                    dossier,
                    moved.state().toJson(),
                    now,
                    moved.state().finished() ? "COMPLETED" : "PROCESSING");
            Floor.journal(
                    work.journal,
                    "dossier.step-completed",
                    dossier,
                    AGENCY,
                    "officer",
                    officer,
                    now);
            connection.commit();
        }

        @Override
        public void close() throws Exception {
            work.close();
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    /// The statements of a completed step.
    private final class Work implements AutoCloseable {
        private final PreparedStatement tell;
        private final PreparedStatement tasks;
        private final PreparedStatement lock;
        private final PreparedStatement closeTask;
        private final PreparedStatement openTask;
        private final PreparedStatement save;
        private final PreparedStatement journal;

        Work(Connection connection) throws SQLException {
            tell =
                    connection.prepareStatement(
                            "select set_config('motcua.account', ?, true), set_config('motcua.agency', ?, true),"
                                    + " set_config('motcua.role', ?, true)");
            tasks =
                    connection.prepareStatement(
                            "select * from dossier.task where dossier_id = ? order by opened_at, id");
            lock =
                    connection.prepareStatement(
                            "select * from dossier.dossier where id = ? for update");
            closeTask =
                    connection.prepareStatement(
                            """
                    update dossier.task set closed_at = ?, closed_by = ?, closed_name = ?, outcome = ?
                     where dossier_id = ? and token = ? and closed_at is null
                    """);
            openTask =
                    connection.prepareStatement(
                            """
                    insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, opened_at, due_at)
                    values (?, ?, ?, 'STEP', ?, ?, ?, ?, ?)
                    """);
            save =
                    connection.prepareStatement(
                            """
                    update dossier.dossier set state = ?, papers = ?::jsonb, process = ?::jsonb, ledger = ?::jsonb,
                           due_at = ?, version = version + 1
                     where id = ?
                    """);
            journal = connection.prepareStatement(Floor.JOURNAL);
        }

        String token(UUID dossier, String step) throws SQLException {
            tasks.setObject(1, dossier);
            String found = null;
            try (var rows = tasks.executeQuery()) {
                while (rows.next())
                    if (rows.getString("step_id").equals(step)
                            && rows.getTimestamp("closed_at") == null)
                        found = rows.getString("token");
            }
            if (found == null) throw new SQLException("no open task " + step);
            return found;
        }

        String lock(UUID dossier) throws SQLException {
            lock.setObject(1, dossier);
            try (var row = lock.executeQuery()) {
                if (!row.next()) throw new SQLException("the dossier is out of sight");
                return row.getString("process");
            }
        }

        void effect(UUID dossier, Effect effect, String outcome, Instant now) throws SQLException {
            if (effect instanceof Effect.StepClosed closed) {
                closeTask.setTimestamp(1, Timestamp.from(now));
                closeTask.setObject(2, dossier);
                closeTask.setString(3, "Trần Văn Bình");
                closeTask.setString(4, outcome);
                closeTask.setObject(5, dossier);
                closeTask.setString(6, closed.step().token());
                closeTask.executeUpdate();
            } else if (effect instanceof Effect.StepOpened opened) {
                openTask.setObject(1, Ids.next(clock));
                openTask.setObject(2, dossier);
                openTask.setString(3, AGENCY);
                openTask.setString(4, opened.step().stepId());
                openTask.setString(5, opened.step().token());
                openTask.setString(6, opened.step().step().who().position().name());
                openTask.setTimestamp(7, Timestamp.from(now));
                openTask.setTimestamp(8, Timestamp.from(now.plusSeconds(86_400)));
                openTask.executeUpdate();
            }
        }

        void save(UUID dossier, String process, Instant now, String state) throws SQLException {
            save.setString(1, state);
            save.setString(2, "[]");
            save.setString(3, process);
            save.setString(4, "[]");
            save.setTimestamp(5, Timestamp.from(now.plusSeconds(86_400)));
            save.setObject(6, dossier);
            if (save.executeUpdate() != 1) throw new SQLException("the dossier is out of sight");
        }

        @Override
        public void close() throws SQLException {
            for (var statement : List.of(tell, tasks, lock, closeTask, openTask, save, journal))
                statement.close();
        }
    }
}
