package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Does an officer's list cost more when much is stored? The same pages, one after the other,
/// with few and with many dossiers in the database; the officer's own open work stays the same.
final class WorklistScenario implements Scenario {
    private static final int TIMES = 200;
    private static final int WARM = 40;

    @FunctionalInterface
    private interface Page {
        String path() throws IOException;
    }

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var admin = platform.admin()) {
            var officer = settings.officer() == null ? platform.receptionist() : settings.officer();
            if (officer == null) throw new IllegalStateException("no officer: --officer");
            var work = new StoredWork(admin, officer.split(":", 2)[0]);
            var table =
                    report.table(
                            "page",
                            "stored",
                            "median ms",
                            "p95 ms",
                            "largest ms",
                            "p95, times the first");
            var first = new LinkedHashMap<String, Double>();
            for (int size : settings.sizes()) {
                Report.progress("storing " + size + " dossiers");
                work.growTo(size);
                try (var desk = Desk.signIn(platform.port(), officer)) {
                    for (var page : pages(desk).entrySet())
                        row(table, first, desk, page.getKey(), page.getValue(), size);
                }
            }
            report.line(
                    TIMES
                            + " of each, one after the other, over the wire on the same machine; the officer's agency has"
                            + " 2,000 open pieces of work at every size; "
                            + PostgresVersion.of(admin)
                            + ".");
            report.line("");
            table.print();
        }
    }

    private static Map<String, Page> pages(Desk desk) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("worklist", () -> "/desk");
        pages.put("overdue, one channel", () -> "/desk?filter=OVERDUE&channel=ONLINE");
        pages.put("worklist by time to spare", () -> "/desk?order=slack");
        pages.put("words in the worklist", () -> desk.seek("/desk", "nguyen"));
        pages.put("words in all dossiers, frequent", () -> desk.seek("/desk/search", "nguyen"));
        pages.put("words in all dossiers, one code", () -> desk.seek("/desk/search", "1000017"));
        return pages;
    }

    private static void row(
            Report.Table table,
            Map<String, Double> first,
            Desk desk,
            String name,
            Page page,
            int size)
            throws IOException {
        Report.progress(name);
        var path = page.path();
        for (int i = 0; i < WARM; i++) desk.page(path);
        var took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            desk.page(path);
            took[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(took);
        double p95 = took[TIMES * 95 / 100];
        double before = first.computeIfAbsent(name, _ -> p95);
        table.row(name, size, took[TIMES / 2], p95, took[TIMES - 1], p95 / before);
    }
}
