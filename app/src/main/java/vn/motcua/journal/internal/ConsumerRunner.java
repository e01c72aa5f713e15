package vn.motcua.journal.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps every reader and the sealer going, each on a virtual thread of its own. Stopping waits
/// for the batch at hand; threads are never interrupted, because that would cut a connection.
final class ConsumerRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ConsumerRunner.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration SEALING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final CursorFeed feed;
    private final Sealer sealer;
    private final boolean enabled;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile boolean running;

    ConsumerRunner(CursorFeed feed, Sealer sealer, boolean enabled) {
        this.feed = feed;
        this.sealer = sealer;
        this.enabled = enabled;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public void start() {
        feed.demandSoundOrder();
        stopping = new CountDownLatch(1);
        running = true;
        for (var name : feed.names()) keep("journal-" + name, IDLE, () -> turn(name));
        keep("journal-sealer", SEALING, () -> sealer.seal() == Sealer.LARGEST);
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (var thread : threads) {
            try {
                if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime()))))
                    log.warn("{} did not finish in time", thread.getName());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private boolean turn(String name) {
        boolean full = feed.drain(name, BATCH) == BATCH;
        return full || feed.retrySetAside(name) > 0;
    }

    /// @param turn does one piece of work and says whether more is waiting
    private void keep(String name, Duration pause, BooleanSupplier turn) {
        threads.add(Thread.ofVirtual().name(name).start(() -> loop(name, pause, turn)));
    }

    private void loop(String name, Duration pause, BooleanSupplier turn) {
        while (running) {
            var rest = pause;
            try {
                if (turn.getAsBoolean()) continue;
            } catch (RuntimeException | Error trouble) {
                log.error("{} stumbled: {}", name, trouble.getClass().getName());
                rest = AFTER_TROUBLE;
            }
            try {
                if (stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
