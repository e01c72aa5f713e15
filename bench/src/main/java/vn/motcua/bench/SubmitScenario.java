package vn.motcua.bench;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.BenchDatabase;

/// How many dossiers a second can be filed over HTTP, beside the same rows written by plain
/// JDBC into a second database with the same settings. The two take turns, so that both see the
/// same moods of the machine.
final class SubmitScenario implements Scenario {
    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        Report.progress("starting the platform with its sample data");
        try (var platform = Platform.start(settings, scratch.resolve("platform"));
                var floor = BenchDatabase.start(scratch.resolve("floor"));
                var admin = platform.admin()) {
            var tokens = platform.tokens();
            var places = Place.all(admin);
            var filings = new Filings(places);
            var version = PostgresVersion.of(admin);
            var numbers = new AtomicLong();
            var alone = new Load.Rounds();
            var ours = new Load.Rounds();
            var plain = new Load.Rounds();
            for (int round = 0; round <= settings.rounds(); round++) {
                Report.progress("round " + round + (round == 0 ? " (warm-up, thrown away)" : ""));
                double seconds = round == 0 ? Math.max(5, settings.seconds()) : settings.seconds();
                Load.Maker citizen =
                        () -> new Submitter(platform.port(), tokens, filings, code -> {});
                var one = Load.forSeconds(1, seconds / 4, numbers::incrementAndGet, citizen);
                var over =
                        Load.forSeconds(
                                settings.connections(), seconds, numbers::incrementAndGet, citizen);
                var under =
                        Load.forSeconds(
                                settings.connections(),
                                seconds,
                                numbers::incrementAndGet,
                                () -> new Floor(floor, filings));
                if (round > 0) {
                    alone.add(one);
                    ours.add(over);
                    plain.add(under);
                }
                if (over.done() == 0)
                    throw new IllegalStateException("nothing was filed: " + over.failure());
            }
            report.line(
                    "Dossiers of six procedures to "
                            + places.size()
                            + " communes by "
                            + tokens.size()
                            + " citizens, "
                            + settings.connections()
                            + " connections, "
                            + settings.rounds()
                            + " rounds of "
                            + settings.seconds()
                            + " s; "
                            + version
                            + ", fsync on.");
            report.line("");
            var table = report.table(Load.Rounds.HEADS);
            ours.row(table, "filed over HTTP");
            plain.row(table, "floor: the same rows by JDBC");
            alone.row(table, "filed over HTTP, one client alone");
            table.print();
            report.line(
                    "Platform / floor (medians): "
                            + Report.number(ours.rate().median() / plain.rate().median())
                            + (platform.memory() == null
                                    ? ""
                                    : "; memory of the platform's process: " + platform.memory()));
            if (ours.failed() + alone.failed() > 0)
                report.line("First failure: " + ours.failure() + alone.failure());
        }
    }
}
