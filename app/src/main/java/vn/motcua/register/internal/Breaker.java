package vn.motcua.register.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.motcua.register.Register.Manner;

/// Leaves a register alone once it has failed several times in a row. When the rest is over one
/// question tries it: an answer closes the matter, another failure begins the next rest.
///
/// @param failures in a row
/// @param resting until when; null when it is not left alone
record Breaker(int failures, @Nullable Instant resting) {
    static final Breaker CLOSED = new Breaker(0, null);

    Breaker answered() {
        return CLOSED;
    }

    Breaker failed(Manner manner, Instant now) {
        int so = Math.min(failures, Integer.MAX_VALUE - 1) + 1;
        return new Breaker(so, so >= manner.failures() ? now.plus(manner.rest()) : null);
    }

    /// How many questions may go now.
    int lets(int most, Instant now) {
        if (resting == null) return most;
        return resting.isAfter(now) ? 0 : Math.min(1, most);
    }
}
