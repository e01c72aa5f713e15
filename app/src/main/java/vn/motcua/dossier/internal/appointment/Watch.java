package vn.motcua.dossier.internal.appointment;

import java.time.Duration;
import java.time.Instant;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.worktime.WorkingCalendar;

/// When an appointment is in danger: pure rules.
final class Watch {
    /// What may go wrong on the way: half a working day, but no more than a fifth of the term.
    private static final Duration RESERVE = Duration.ofHours(4);

    private Watch() {}

    /// Whether the appointment comes by the close of the next working day.
    static boolean near(Instant due, Instant now, WorkingCalendar calendar) {
        var next = calendar.plusWorkingDays(HanoiTime.dateOf(now), 1);
        return !due.isBefore(now) && !HanoiTime.dateOf(due).isAfter(next);
    }

    /// Whether the work still to do, and a reserve, take longer than the time left.
    static boolean tooLong(Duration work, Duration left, Duration term) {
        var fifth = term.dividedBy(5);
        var reserve = RESERVE.compareTo(fifth) < 0 ? RESERVE : fifth;
        return work.plus(reserve).compareTo(left) > 0;
    }
}
