package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.BenchDatabase;

/// Completed steps a second of this platform, of Flowable and of Operaton, on one PostgreSQL with
/// the platform's settings, in one process, taking turns. Each completion is one durable
/// transaction in all of them. The same process: receive → appraise and opinion side by side →
/// join → sign → hand over; measured from the side-by-side steps to the signature.
final class EngineScenario implements Scenario {
    /// People's steps of one run through the process, in an order in which each is open when
    /// its turn comes.
    static final List<String> STEPS = List.of("appraise", "opinion", "sign");

    /// Dossiers of one batch; all finish a step before the next step is begun, like a morning's
    /// worklist.
    private static final int BATCH = 400;

    /// Something that runs this process in a database.
    interface Contender extends AutoCloseable {
        /// Starts so many, not timed.
        void begin(int dossiers) throws Exception;

        /// Finds the open work of this step, not timed.
        void list(String step) throws Exception;

        /// One worker's share.
        Load.Client worker(String step) throws Exception;

        @Override
        void close() throws Exception;
    }

    @Override
    public void run(Settings settings, Report report, Path scratch) throws Exception {
        try (var database = BenchDatabase.start(scratch.resolve("database"))) {
            try (var admin = database.admin();
                    var statement = admin.createStatement()) {
                statement.execute("create database flowable owner motcua_owner");
                statement.execute("create database operaton owner motcua_owner");
                report.line(
                        PostgresVersion.of(admin)
                                + ", fsync on, one server for both; each line: "
                                + settings.rounds()
                                + " rounds of at least "
                                + settings.seconds()
                                + " s of completions, one transaction each; starting and listing are not timed.");
                report.line("");
            }
            var table = report.table(Load.Rounds.HEADS);
            var ratios = new ArrayList<String>();
            for (int workers : settings.quick() ? List.of(4) : List.of(1, 8, 32)) {
                try (var ours = new OursInPostgres(database, scratch, workers);
                        var flowable = new FlowableInPostgres(database, workers);
                        var operaton = new OperatonInPostgres(database, workers)) {
                    ratios.add(compare(settings, table, workers, ours, flowable, operaton));
                }
            }
            memory(settings, table);
            table.print();
            for (var ratio : ratios) report.line(ratio);
            report.line("");
            report.line(
                    "Ours is the platform itself: the officer's posts are asked, dossier and work are read and "
                            + "locked, the engine decides, dossier, work, timers and what is needed to undo are "
                            + "written, and the journal, under row-level security. Flowable 8.0.0 and Operaton 1.0.3: "
                            + "`taskService.complete` with history level audit, executors, metrics, identity and event "
                            + "registry off, everything else as delivered; pools of the same size.");
        }
    }

    private static String compare(
            Settings settings,
            Report.Table table,
            int workers,
            Contender ours,
            Contender flowable,
            Contender operaton)
            throws Exception {
        var a = new Load.Rounds();
        var b = new Load.Rounds();
        var c = new Load.Rounds();
        for (int round = 0; round <= settings.rounds(); round++) {
            Report.progress(
                    workers
                            + " workers, round "
                            + round
                            + (round == 0 ? " (warm-up, thrown away)" : ""));
            var first = round(settings, workers, ours);
            var second = round(settings, workers, flowable);
            var third = round(settings, workers, operaton);
            if (round == 0) continue;
            a.add(first);
            b.add(second);
            c.add(third);
        }
        var who = workers == 1 ? "1 worker" : workers + " workers";
        a.row(table, "Một Cửa, " + who);
        b.row(table, "Flowable, " + who);
        c.row(table, "Operaton, " + who);
        return "- "
                + who
                + ": Một Cửa / Flowable (medians) = "
                + Report.number(a.rate().median() / b.rate().median())
                + ", Một Cửa / Operaton = "
                + Report.number(a.rate().median() / c.rate().median())
                + (a.failed() + b.failed() + c.failed() == 0
                        ? ""
                        : "; first failure: " + a.failure() + b.failure() + c.failure());
    }

    /// Batches until the timed part is long enough.
    private static Load.Result round(Settings settings, int workers, Contender contender)
            throws Exception {
        long done = 0;
        long failed = 0;
        double seconds = 0;
        var latency = new org.HdrHistogram.Histogram(300_000_000L, 3);
        String failure = null;
        while (seconds < settings.seconds()) {
            contender.begin(BATCH);
            for (var step : STEPS) {
                contender.list(step);
                var numbers = new java.util.concurrent.atomic.AtomicLong();
                var result =
                        Load.times(
                                workers,
                                BATCH,
                                300,
                                numbers::getAndIncrement,
                                () -> contender.worker(step));
                if (result.done() == 0)
                    throw new IllegalStateException(String.valueOf(result.failure()));
                done += result.done();
                failed += result.failed();
                seconds += result.seconds();
                latency.add(result.latency());
                if (failure == null) failure = result.failure();
            }
        }
        return new Load.Result(done, failed, seconds, latency, failure);
    }

    /// The decision alone, without a database.
    private static void memory(Settings settings, Report.Table table) {
        var walk = new Walk();
        var rates = new ArrayList<Double>();
        for (int round = 0; round <= settings.rounds(); round++) {
            Report.progress("in memory, round " + round);
            long from = System.nanoTime();
            long end = from + (long) (settings.seconds() * 1e9 / 2);
            long moves = 0;
            while (System.nanoTime() < end) for (int i = 0; i < 1_000; i++) moves += walk.once();
            double rate = moves / ((System.nanoTime() - from) / 1e9);
            if (round > 0) rates.add(rate);
        }
        var spread = Spread.of(rates);
        table.row(
                "Một Cửa, the decision alone in memory, with its JSON, 1 thread",
                spread.min(),
                spread.median(),
                spread.max(),
                "",
                "",
                "",
                0);
    }
}
