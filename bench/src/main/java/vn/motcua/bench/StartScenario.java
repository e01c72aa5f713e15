package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/// How long until the first page: with an empty folder, where database, structure and sample data are made first, and
/// again in the same folder.
final class StartScenario implements Scenario {
    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        var first = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        var memory = "";
        for (int round = 1; round <= settings.rounds(); round++) {
            Report.progress("round " + round);
            var data = scratch.resolve("data-" + round);
            try (var platform = Platform.start(settings, data)) {
                first.add(platform.readySeconds());
            }
            try (var platform = Platform.start(settings, data)) {
                again.add(platform.readySeconds());
                Thread.sleep(1_000);
                memory = String.valueOf(platform.memory());
            }
        }
        boolean cache = Platform.newer(settings.jar().resolveSibling("motcua.aot"), settings.jar());
        report.line("From the start of the process to the first page, " + (cache ? "with" : "without")
                + " the launcher's start-up cache.");
        report.line("");
        var table = report.table("seconds", "min", "median", "max");
        row(table, "first run (database and sample data are made)", first);
        row(table, "second run", again);
        table.print();
        report.line("Memory of the platform's process after the second start: " + memory.toLowerCase(Locale.ROOT));
    }

    private static void row(Report.Table table, String name, ArrayList<Double> seconds) {
        var spread = Spread.of(seconds);
        table.row(name, spread.min(), spread.median(), spread.max());
    }
}
