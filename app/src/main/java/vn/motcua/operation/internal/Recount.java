package vn.motcua.operation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.insight.Insight;

/// Computes the figures anew, one time after the other, while the old ones are shown.
@Component
class Recount {
    /// A small platform is done before the page is drawn again.
    private static final Duration A_MOMENT = Duration.ofMillis(1500);

    private final Insight insight;
    private final Clock clock;
    private @Nullable Thread worker;
    private State state = new State(null, null, 0, false);

    Recount(Insight insight, Clock clock) {
        this.insight = insight;
        this.clock = clock;
    }

    /// @param begun null when it has not been asked for since this node started
    /// @param finished null while it is at work, and when it failed
    /// @param counted dossiers counted
    /// @param failed it ended without new figures; the old ones stand
    public record State(
            @Nullable Instant begun, @Nullable Instant finished, long counted, boolean failed) {
        public boolean running() {
            return begun != null && finished == null && !failed;
        }
    }

    synchronized State state() {
        return state;
    }

    void begin() {
        var thread = start();
        try {
            var _ = thread.join(A_MOMENT);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Thread start() {
        if (worker != null && worker.isAlive()) return worker;
        state = new State(clock.instant(), null, 0, false);
        worker = Thread.ofVirtual().name("recount").start(this::work);
        return worker;
    }

    private void work() {
        long counted = -1;
        try {
            counted = insight.recompute();
        } finally {
            end(counted);
        }
    }

    private synchronized void end(long counted) {
        state =
                counted < 0
                        ? new State(state.begun(), null, 0, true)
                        : new State(state.begun(), clock.instant(), counted, false);
    }
}
