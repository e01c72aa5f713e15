package vn.motcua.bench;

import java.nio.file.Path;

/// Takes ever longer lists away as files. The memory of the platform's process is read after
/// each: a list ten times as long must not need more.
final class ExportScenario implements Scenario {
    private static final String LEADER = "lanhdao.hcm";

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var admin = platform.admin()) {
            var officer = platform.receptionist();
            if (officer == null) throw new IllegalStateException("no officer in the sample");
            var login = officer.split(":", 2);
            var leader = settings.officer() == null ? LEADER + ":" + login[1] : settings.officer();
            var work = new StoredWork(admin, login[0]);
            var table = report.table("file", "stored", "MB", "seconds", "memory of the process");
            for (int size : settings.sizes()) {
                Report.progress("storing " + size + " dossiers");
                work.growTo(size);
                try (var desk = Desk.signIn(platform.port(), leader)) {
                    for (var format : new String[] {"csv", "xlsx"}) {
                        Report.progress(format);
                        long from = System.nanoTime();
                        long bytes =
                                desk.download(
                                        "/desk/search/export?from=2001-01-01&format=" + format);
                        table.row(
                                format,
                                size,
                                bytes / 1e6,
                                (System.nanoTime() - from) / 1e9,
                                String.valueOf(platform.memory()));
                    }
                }
            }
            report.line(
                    "All dossiers of a province as its leader takes them; "
                            + PostgresVersion.of(admin)
                            + ".");
            report.line("");
            table.print();
        }
    }
}
