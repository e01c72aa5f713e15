package vn.motcua.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.BenchDatabase;

/// How many statements one operation asks of the database. The platform runs on a database of
/// its own choice through a tap on the wire that counts; the database is not told. What the
/// platform does in the background at the same time is measured while nothing is asked, and
/// taken off.
final class SqlScenario implements Scenario {
    private static final int TIMES = 200;

    private final Map<String, String> which = new LinkedHashMap<>();

    @FunctionalInterface
    private interface Operation {
        void once(int number) throws Exception;
    }

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        try (var database = BenchDatabase.start(scratch.resolve("database"));
                var tap = new WireTap(database.port())) {
            var environment =
                    Map.of(
                            "MOTCUA_DATABASE_OWNER", database.owner(),
                            "MOTCUA_DATABASE_OWNER_PASSWORD", database.ownerPassword(),
                            "MOTCUA_DATABASE_PASSWORD", database.password());
            var url = "jdbc:postgresql://127.0.0.1:" + tap.port() + "/motcua";
            Report.progress("starting the platform on a tapped database");
            try (var platform =
                            Platform.start(
                                    settings,
                                    scratch.resolve("platform"),
                                    environment,
                                    "--sample",
                                    "--sample",
                                    "--database-url",
                                    url);
                    var admin = database.admin();
                    var http = new Http(platform.port())) {
                measure(settings, report, platform, admin, http, tap);
            }
        }
    }

    private void measure(
            Settings settings,
            Report report,
            Platform platform,
            Connection admin,
            Http http,
            WireTap tap)
            throws Exception {
        var _ = platform.awaitBox();
        report.line(
                TIMES
                        + " of each, one after the other; statements without BEGIN and COMMIT; what ran in the "
                        + "background is taken off.");
        report.line("");
        var table = report.table("one operation", "statements", "round trips");
        var queries = List.of("khai sinh", "lltp", "ho kinh doanh");
        row(
                table,
                tap,
                "home page",
                n -> {
                    var _ = http.get("/").must(200);
                });
        row(
                table,
                tap,
                "search page",
                n -> {
                    var q =
                            URLEncoder.encode(
                                    queries.get(n % queries.size()), StandardCharsets.UTF_8);
                    var _ = http.get("/procedures?q=" + q).must(200);
                });
        try {
            var tokens = platform.tokens().subList(0, 1);
            var submitter =
                    new Submitter(
                            platform.port(), tokens, new Filings(Place.all(admin)), code -> {});
            row(table, tap, "filing a dossier", n -> submitter.once(n + 1));
            submitter.close();
            var paths = PagesScenario.trackingPaths(admin, 100);
            row(
                    table,
                    tap,
                    "tracking page",
                    n -> {
                        var _ = http.get(paths.get(n % paths.size())).must(200);
                    });
        } catch (Exception problem) {
            table.row("filing, tracking: not measured", String.valueOf(problem.getMessage()));
        }
        var officer = settings.officer() == null ? platform.receptionist() : settings.officer();
        if (officer == null) table.row("officers' pages: not measured", "no officer");
        else officer(officer, table, platform, tap);
        table.print();
        report.line("The statements behind them:");
        report.line("");
        which.forEach((name, statements) -> report.line("- " + name + ": " + statements));
    }

    private void officer(String officer, Report.Table table, Platform platform, WireTap tap) {
        try (var desk = Desk.signIn(platform.port(), officer)) {
            row(table, tap, "worklist page", n -> desk.page("/desk"));
            var next = new AtomicLong();
            var paths = desk.dossiers();
            row(
                    table,
                    tap,
                    "dossier page of an officer",
                    n -> desk.page(paths.get((int) (next.getAndIncrement() % paths.size()))));
        } catch (Exception problem) {
            table.row("worklist page: not measured", String.valueOf(problem.getMessage()));
        }
    }

    private void row(Report.Table table, WireTap tap, String name, Operation operation)
            throws Exception {
        Report.progress(name);
        for (int i = 0; i < 20; i++) operation.once(100_000 + i);
        tap.reset();
        long from = System.nanoTime();
        for (int i = 0; i < TIMES; i++) operation.once(i);
        long took = System.nanoTime() - from;
        var asked = tap.count();
        tap.reset();
        Thread.sleep(Math.max(2_000, took / 1_000_000));
        double share = (double) took / Math.max(2_000_000_000L, took);
        var idle = tap.count();
        var net = new TreeMap<String, Double>();
        asked.statements()
                .forEach(
                        (sql, count) -> {
                            double each =
                                    (count - idle.statements().getOrDefault(sql, 0L) * share)
                                            / TIMES;
                            if (each > 0) net.put(sql, each);
                        });
        double trips = Math.max(0, (asked.roundTrips() - idle.roundTrips() * share) / TIMES);
        double queries =
                net.entrySet().stream()
                        .filter(e -> !WireTap.Count.control(e.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        table.row(name, queries, trips);
        which.put(name, which(net));
    }

    /// The statements that come with about every second operation at least.
    private static String which(Map<String, Double> net) {
        var often = net.entrySet().stream().filter(e -> e.getValue() >= 0.5).toList();
        if (often.isEmpty()) return "none";
        return String.join(
                "; ", often.stream().map(e -> begin(e.getKey()) + times(e.getValue())).toList());
    }

    private static String begin(String sql) {
        var words = sql.replace("|", "\\|");
        return "`" + (words.length() <= 60 ? words : words.substring(0, 60) + "…") + "`";
    }

    private static String times(double each) {
        return each < 1.5 ? "" : " × " + Report.number(each);
    }
}
