package vn.motcua.journal.internal;

import java.time.Duration;

/// How long a set-aside entry rests: 2 s after the first failure, doubling up to an hour.
final class Backoff {
    static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {}

    static Duration after(int attempts) {
        var wait = Duration.ofSeconds(1L << Math.clamp(attempts, 1, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
