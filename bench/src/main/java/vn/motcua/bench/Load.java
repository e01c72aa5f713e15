package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// A fixed number of clients, each of which asks again as soon as it was answered. So latencies
/// are those of a system that is kept fully busy; what a lone visitor waits is measured with
/// one client.
final class Load {
    private static final int MOST_FAILURES_IN_A_ROW = 20;

    private Load() {}

    /// One client's work; made for each client, used by its thread alone.
    interface Client extends AutoCloseable {
        /// @param number counts up over all clients
        void once(long number) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    @FunctionalInterface
    interface Maker {
        Client make() throws Exception;
    }

    /// @param failure the first thing that went wrong; null when nothing did
    record Result(
            long done, long failed, double seconds, Histogram latency, @Nullable String failure) {
        double rate() {
            return seconds == 0 ? 0 : done / seconds;
        }

        /// Milliseconds within which this share of the requests was answered.
        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e3;
        }
    }

    static Result forSeconds(int clients, double seconds, LongSupplier numbers, Maker maker)
            throws Exception {
        return run(clients, seconds, Long.MAX_VALUE, numbers, maker);
    }

    /// So many in all, unless the time is up before.
    static Result times(
            int clients, long count, double atMostSeconds, LongSupplier numbers, Maker maker)
            throws Exception {
        return run(clients, atMostSeconds, count, numbers, maker);
    }

    private static Result run(
            int clients, double seconds, long count, LongSupplier numbers, Maker maker)
            throws Exception {
        var shared = new Shared(count, numbers);
        var threads = new ArrayList<Thread>();
        var latencies = new ArrayList<Histogram>();
        var ready = new CountDownLatch(clients);
        var go = new CountDownLatch(1);
        for (int c = 0; c < clients; c++) {
            var latency = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
            latencies.add(latency);
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("client-" + c)
                            .start(() -> shared.drive(maker, latency, ready, go)));
        }
        ready.await();
        shared.begin(seconds);
        go.countDown();
        for (var thread : threads) thread.join();
        double took = (System.nanoTime() - shared.started) / 1e9;
        var all = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
        latencies.forEach(all::add);
        return new Result(shared.done.get(), shared.failed.get(), took, all, shared.failure.get());
    }

    private static final class Shared {
        private final AtomicLong left;
        private final LongSupplier numbers;
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
        private volatile long started;
        private volatile long end;

        Shared(long count, LongSupplier numbers) {
            this.left = new AtomicLong(count);
            this.numbers = numbers;
        }

        void begin(double seconds) {
            started = System.nanoTime();
            end = started + (long) (seconds * 1e9);
        }

        void drive(Maker maker, Histogram latency, CountDownLatch ready, CountDownLatch go) {
            boolean waited = false;
            try (var client = maker.make()) {
                ready.countDown();
                waited = true;
                go.await();
                int inARow = 0;
                while (System.nanoTime() < end
                        && left.getAndDecrement() > 0
                        && inARow < MOST_FAILURES_IN_A_ROW)
                    inARow = once(client, latency) ? 0 : inARow + 1;
            } catch (Exception problem) {
                if (!waited) ready.countDown();
                note(problem);
            }
        }

        private boolean once(Client client, Histogram latency) {
            long from = System.nanoTime();
            try {
                client.once(numbers.getAsLong());
            } catch (Exception problem) {
                note(problem);
                return false;
            }
            latency.recordValue(
                    Math.clamp(
                            (System.nanoTime() - from) / 1_000, 1, TimeUnit.MINUTES.toMicros(5)));
            done.incrementAndGet();
            return true;
        }

        private void note(Exception problem) {
            failed.incrementAndGet();
            failure.compareAndSet(
                    null,
                    String.valueOf(problem.getMessage() == null ? problem : problem.getMessage()));
        }
    }

    /// Rounds of one thing, gathered for one line of a table.
    static final class Rounds {
        private final List<Result> rounds = new ArrayList<>();

        void add(Result result) {
            rounds.add(result);
        }

        Spread rate() {
            return Spread.of(rounds.stream().map(Result::rate).toList());
        }

        double millis(double percentile) {
            var all = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
            rounds.forEach(round -> all.add(round.latency()));
            return all.getValueAtPercentile(percentile) / 1e3;
        }

        long failed() {
            return rounds.stream().mapToLong(Result::failed).sum();
        }

        String failure() {
            return rounds.stream()
                    .map(Result::failure)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }

        static final String[] HEADS = {
            "per second", "min", "median", "max", "p50 ms", "p95 ms", "p99 ms", "failed"
        };

        void row(Report.Table table, String name) {
            var rate = rate();
            table.row(
                    name,
                    rate.min(),
                    rate.median(),
                    rate.max(),
                    millis(50),
                    millis(95),
                    millis(99),
                    failed());
        }
    }
}
