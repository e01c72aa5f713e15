package vn.motcua.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// A whole national day of online dossiers as fast as they go in, and then: is everything there
/// that was acknowledged, once?
final class DayScenario implements Scenario {
    private static final double AT_MOST = 3_600;

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var admin = platform.admin()) {
            var tokens = platform.tokens();
            var places = Place.all(admin);
            var filings = new Filings(places);
            long before = PostgresVersion.count(admin, "select count(*) from dossier.dossier");
            var codes = new ConcurrentLinkedQueue<String>();
            var numbers = new AtomicLong();
            Report.progress("filing " + settings.submissions() + " dossiers");
            var result =
                    Load.times(
                            settings.connections(),
                            settings.submissions(),
                            AT_MOST,
                            numbers::incrementAndGet,
                            () -> new Submitter(platform.port(), tokens, filings, codes::add));
            print(settings, report, result, places.size());
            if (result.failed() > 0)
                System.err.println("The platform's last words:\n" + platform.tail());
            verify(report, admin, codes, before, settings.submissions() == result.done());
            var memory = platform.memory();
            if (memory != null) report.line("Memory of the platform's process: " + memory);
        }
    }

    private static void print(Settings settings, Report report, Load.Result result, int communes) {
        report.line(
                settings.submissions()
                        + " submissions over "
                        + Filings.SHARES.keySet().size()
                        + " procedures (shares "
                        + Filings.SHARES
                        + ", assumed) and "
                        + communes
                        + " communes, at full speed from a cold start, "
                        + settings.connections()
                        + " connections. Payments are"
                        + " not part of it.");
        report.line("");
        var table =
                report.table(
                        "the day",
                        "seconds",
                        "a second",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "max ms",
                        "failed");
        table.row(
                result.done() + " filed",
                result.seconds(),
                result.rate(),
                result.millis(50),
                result.millis(95),
                result.millis(99),
                result.millis(100),
                result.failed());
        table.print();
        if (result.failure() != null) report.line("First failure: " + result.failure());
    }

    private static void verify(
            Report report,
            Connection admin,
            ConcurrentLinkedQueue<String> codes,
            long before,
            boolean whole)
            throws SQLException {
        var acknowledged = new HashSet<>(codes);
        var stored = stored(admin);
        long dossiers =
                PostgresVersion.count(admin, "select count(*) from dossier.dossier") - before;
        long distinct =
                PostgresVersion.count(admin, "select count(distinct code) from dossier.dossier");
        long all = dossiers + before;
        long entries =
                PostgresVersion.count(
                        admin,
                        "select count(distinct subject_id) from journal.entry where kind = 'dossier.submitted'");
        long lost = acknowledged.stream().filter(code -> !stored.contains(code)).count();
        var table = report.table("proof", "count", "should be");
        table.row("numbers acknowledged", codes.size(), codes.size());
        table.row("of them different", acknowledged.size(), codes.size());
        table.row("acknowledged, but not stored", lost, 0);
        table.row("dossiers stored by this run", dossiers, codes.size());
        table.row("numbers given twice in the database", all - distinct, 0);
        table.row("journal entries of filing", entries, all);
        table.print();
        boolean good =
                acknowledged.size() == codes.size()
                        && lost == 0
                        && dossiers == codes.size()
                        && all == distinct
                        && entries == all;
        report.line(
                good
                        ? "Nothing lost, nothing twice." + (whole ? "" : " Not all were filed.")
                        : "**The counts differ.**");
    }

    private static Set<String> stored(Connection admin) throws SQLException {
        var stored = new HashSet<String>();
        admin.setAutoCommit(false);
        try (var statement = admin.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery("select code from dossier.number")) {
                while (rows.next()) stored.add(rows.getString(1));
            }
        }
        admin.commit();
        admin.setAutoCommit(true);
        return stored;
    }
}
