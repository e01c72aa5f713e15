package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.kernel.HanoiTime;

/// When a legal term ends. A term in days begins on the day after the event and ends at the close
/// of its last day; a last day off moves to the next working day.
///
/// Source: [civil-code] art. 147 and 148.
public final class Deadlines {
    private Deadlines() {}

    /// The moment until which an answer given within `limit` of `start` is on time.
    public static Instant due(TimeLimit limit, Instant start, WorkingCalendar calendar) {
        if (limit.unit() == TermUnit.WORKING_HOUR) return calendar.plus(start, limit.workingTime());
        return closing(calendar.workingDayFrom(nominalEnd(limit, start, calendar)), calendar);
    }

    /// The last day on which notice may be given at least so many working days before an event.
    public static LocalDate latestNotice(
            int workingDays, LocalDate event, WorkingCalendar calendar) {
        if (workingDays < 1) throw new IllegalArgumentException("at least one working day");
        return calendar.plusWorkingDays(event, -workingDays);
    }

    /// The last day of the term before days off are looked at.
    static LocalDate nominalEnd(TimeLimit limit, Instant start, WorkingCalendar calendar) {
        LocalDate first = HanoiTime.dateOf(start);
        return switch (limit.unit()) {
            case WORKING_DAY -> calendar.plusWorkingDays(first, limit.quantity());
            case CALENDAR_DAY -> first.plusDays(limit.quantity());
            case MONTH -> first.plusMonths(limit.quantity());
            case YEAR -> first.plusYears(limit.quantity());
            case SAME_DAY -> beforeCutoff(limit, start, calendar) ? first : first.plusDays(1);
            case WORKING_HOUR -> HanoiTime.dateOf(calendar.plus(start, limit.workingTime()));
        };
    }

    static boolean beforeCutoff(TimeLimit limit, Instant start, WorkingCalendar calendar) {
        var local = start.atZone(HanoiTime.ZONE);
        return local.toLocalTime().isBefore(limit.cutoffOrUsual())
                && calendar.isWorkingDay(local.toLocalDate());
    }

    static Instant closing(LocalDate date, WorkingCalendar calendar) {
        return HanoiTime.instant(date.atTime(calendar.closingTime(date)));
    }
}
