package vn.motcua.worktime;

import java.time.Instant;
import vn.motcua.kernel.HanoiTime;

/// How a finished piece of work kept its appointment.
public enum Outcome {
    EARLY,
    ON_TIME,
    LATE;

    /// Early on a day before the due day, on time until the due moment, late after it.
    public static Outcome of(Instant due, Instant finished) {
        if (HanoiTime.dateOf(finished).isBefore(HanoiTime.dateOf(due))) return EARLY;
        return finished.isAfter(due) ? LATE : ON_TIME;
    }
}
