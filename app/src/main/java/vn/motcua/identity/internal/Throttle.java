package vn.motcua.identity.internal;

import java.time.Duration;

/// How long the next try must wait after so many failures in a row (S10). The first few are
/// free, since people mistype; from there on the wait doubles up to a quarter of an hour, so
/// that nobody is locked out for good by a stranger.
enum Throttle {
    /// Guesses at one account, from wherever.
    ACCOUNT(5, Duration.ofHours(6)),
    /// Guesses from one address, at whichever account; offices and mobile networks put many
    /// people behind one address.
    ADDRESS(100, Duration.ofHours(1));

    static final Duration FIRST = Duration.ofSeconds(15);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private final int free;
    private final Duration memory;

    Throttle(int free, Duration memory) {
        this.free = free;
        this.memory = memory;
    }

    /// Failures are forgotten after this long without one.
    Duration memory() {
        return memory;
    }

    Duration delay(int failures) {
        if (failures < free) return Duration.ZERO;
        int doublings = Math.min(failures - free, 10);
        var delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
