package vn.motcua.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// The platform's one clock. Nobody asks the system for now; whoever replays the past (sample
/// data, tests) binds another moment for the length of one piece of work on the current thread.
public final class PlatformClock extends Clock {
    private static final ScopedValue<Instant> BOUND = ScopedValue.newInstance();

    @Override
    public ZoneId getZone() {
        return HanoiTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return BOUND.isBound() ? BOUND.get() : Clock.systemUTC().instant();
    }

    /// Runs `work` as if it happened at `moment`.
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(BOUND, moment).run(work);
    }
}
