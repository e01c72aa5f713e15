package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an appointment stands, in the words of a worklist.
public enum DeadlineState {
    NONE,
    IN_TIME,
    DUE_SOON,
    OVERDUE,
    WITH_CITIZEN,
    FINISHED;

    private static final Duration LAST_DAY = Duration.ofHours(24);

    public static DeadlineState of(Reckoning reckoning, Instant now, WorkingCalendar calendar) {
        if (reckoning.finished() != null) return FINISHED;
        if (reckoning.due() == null) return NONE;
        if (reckoning.paused()) return WITH_CITIZEN;
        return open(reckoning.due(), now, soonFrom(reckoning.due(), reckoning.term(), calendar));
    }

    /// For running work of which only the due moment and the term are known.
    public static DeadlineState of(
            @Nullable Instant due,
            Instant now,
            WorkingCalendar calendar,
            @Nullable TimeLimit limit) {
        if (due == null) return NONE;
        var term = limit == null ? Duration.ZERO : limit.workingTime();
        return open(due, now, soonFrom(due, term, calendar));
    }

    /// The moment from which work is due soon: 24 hours before its end, or when a fifth of the
    /// term is left, whichever comes first.
    public static Instant soonFrom(Instant due, Duration term, WorkingCalendar calendar) {
        var lastDay = due.minus(LAST_DAY);
        if (!term.isPositive()) return lastDay;
        var lastFifth = calendar.plus(due, term.dividedBy(5).negated());
        return lastFifth.isBefore(lastDay) ? lastFifth : lastDay;
    }

    private static DeadlineState open(Instant due, Instant now, Instant soonFrom) {
        if (now.isAfter(due)) return OVERDUE;
        return now.isBefore(soonFrom) ? IN_TIME : DUE_SOON;
    }
}
