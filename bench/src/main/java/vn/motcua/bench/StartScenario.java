package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long until the first page: with an empty folder, where database, structure and sample
/// data are made first, and again in the same folder. Every wait is counted from the start of
/// the process but the one the platform tells.
final class StartScenario implements Scenario {
    private static final Map<String, String> NO_TOKENS = Map.of("MOTCUA_BENCH_TOKENS", "");

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        var first = new ArrayList<Double>();
        var filled = new ArrayList<Double>();
        var told = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        var memory = "";
        for (int round = 1; round <= settings.rounds(); round++) {
            Report.progress("round " + round);
            var data = scratch.resolve("data-" + round);
            long from = System.nanoTime();
            try (var platform = Platform.start(settings, data, NO_TOKENS)) {
                first.add(platform.readySeconds());
                var _ = platform.awaitBox();
                filled.add((System.nanoTime() - from) / 1e9);
            }
            try (var platform = Platform.start(settings, data, NO_TOKENS)) {
                again.add(platform.readySeconds());
                told.add(platform.awaitBox());
                Thread.sleep(1_000);
                memory = String.valueOf(platform.memory());
            }
        }
        boolean cache = Platform.newer(settings.jar().resolveSibling("motcua.aot"), settings.jar());
        report.line(
                "Counted from the start of the process, but what the platform tells from the start of its program; "
                        + (cache ? "with" : "without")
                        + " the launcher's start-up cache.");
        report.line("");
        var table = report.table("seconds", "min", "median", "max");
        row(table, "first run: first page (the database is made before)", first);
        row(table, "first run: sample data complete", filled);
        row(table, "second run: first page", again);
        row(table, "second run: as told by the platform", told);
        table.print();
        report.line("Memory of the platform's process after the second start: " + memory);
    }

    private static void row(Report.Table table, String name, List<Double> seconds) {
        var spread = Spread.of(seconds);
        table.row(name, spread.min(), spread.median(), spread.max());
    }
}
