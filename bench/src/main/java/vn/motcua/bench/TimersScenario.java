package vn.motcua.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import vn.motcua.BenchDatabase;
import vn.motcua.dossier.internal.processing.Timers;

/// A sweep of timers that are all due at once, as after a night without the platform: those that
/// warn, and those that end their step.
final class TimersScenario implements Scenario {
    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        int due = settings.quick() ? 2_000 : 100_000;
        try (var database = BenchDatabase.start(scratch.resolve("database"));
                var inside = new Inside(database, scratch.resolve("inside"), 4)) {
            Report.progress("putting " + due + " dossiers there");
            var _ = inside.copies(inside.accepted(), due);
            var table =
                    report.table("sweep of timers", "due", "seconds", "timers a second", "left");
            sweep(database, inside, table, "warn whoever has the work", "number = 0");
            sweep(database, inside, table, "end the step: silence is consent", "number = 1");
            table.print();
            report.line(
                    "One node, one thread, as the platform does it; jobs and readers of the journal stand still. "
                            + "Every dossier is locked, its process is played on, work is closed and opened, the "
                            + "journal hears of it.");
        }
    }

    private static void sweep(
            BenchDatabase database, Inside inside, Report.Table table, String what, String which)
            throws SQLException {
        Report.progress(what);
        long due =
                count(
                        database,
                        "update dossier.timer set fires_at = now() - interval '1 hour' where "
                                + which);
        long from = System.nanoTime();
        int fired = inside.bean(Timers.class).fireDue();
        double seconds = (System.nanoTime() - from) / 1e9;
        table.row(what, due, seconds, fired / seconds, due - fired);
    }

    private static long count(BenchDatabase database, String sql) throws SQLException {
        try (var admin = database.admin();
                var statement = admin.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
