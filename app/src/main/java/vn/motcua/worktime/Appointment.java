package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.motcua.kernel.HanoiTime;

/// An appointed moment while it is being reckoned.
///
/// @param nominal last day of the term before days off are looked at
/// @param due the appointed moment
record Appointment(LocalDate nominal, Instant due) {

    static Appointment of(TimeLimit limit, Instant start, WorkingCalendar calendar) {
        return new Appointment(
                Deadlines.nominalEnd(limit, start, calendar),
                Deadlines.due(limit, start, calendar));
    }

    static Appointment at(Instant due) {
        return new Appointment(HanoiTime.dateOf(due), due);
    }

    LocalDate date() {
        return HanoiTime.dateOf(due);
    }

    boolean overAt(Instant moment) {
        return moment.isAfter(due);
    }

    Appointment orLater(Appointment other) {
        return other.due.isAfter(due) ? other : this;
    }

    /// Whole days of the term still unused when the clock stops; the day of the pause is used up.
    int daysLeft(TimeLimit limit, Instant paused, WorkingCalendar calendar) {
        LocalDate day = HanoiTime.dateOf(paused);
        return switch (limit.unit()) {
            case WORKING_DAY -> calendar.workingDaysBetween(day, date());
            case CALENDAR_DAY, MONTH, YEAR ->
                    (int) Math.max(0, ChronoUnit.DAYS.between(day, nominal));
            case WORKING_HOUR, SAME_DAY -> 0;
        };
    }

    /// The appointment after a pause that keeps what was left. Whole days are kept as days; on the
    /// last day the working time left is kept, and the day then ends at its close. A clock that had
    /// run out before the pause stays run out.
    Appointment resumed(
            TimeLimit limit, Instant paused, Instant resumed, WorkingCalendar calendar) {
        if (overAt(paused)) return this;
        var left = calendar.between(paused, due);
        int days = daysLeft(limit, paused, calendar);
        LocalDate day = HanoiTime.dateOf(resumed);
        var moved =
                switch (limit.unit()) {
                    case WORKING_HOUR -> at(calendar.plus(resumed, left));
                    case SAME_DAY -> of(limit, resumed, calendar);
                    case WORKING_DAY ->
                            days > 0
                                    ? ending(calendar.plusWorkingDays(day, days), calendar)
                                    : closeOfDay(calendar.plus(resumed, left), calendar);
                    case CALENDAR_DAY, MONTH, YEAR ->
                            days > 0
                                    ? ending(day.plusDays(days), calendar)
                                    : closeOfDay(calendar.plus(resumed, left), calendar);
                };
        return orLater(moved);
    }

    /// The variant some provinces practise: the days waited, less one, are added to the appointed
    /// day, and then one working day more. Terms in hours go on with what was left.
    Appointment shifted(
            TimeLimit limit, Instant paused, Instant resumed, WorkingCalendar calendar) {
        if (limit.unit() == TermUnit.WORKING_HOUR || limit.unit() == TermUnit.SAME_DAY)
            return resumed(limit, paused, resumed, calendar);
        if (overAt(paused)) return this;
        long waited = ChronoUnit.DAYS.between(HanoiTime.dateOf(paused), HanoiTime.dateOf(resumed));
        if (waited == 0) return this;
        return ending(calendar.plusWorkingDays(date().plusDays(waited - 1), 1), calendar);
    }

    private static Appointment ending(LocalDate nominal, WorkingCalendar calendar) {
        return new Appointment(
                nominal, Deadlines.closing(calendar.workingDayFrom(nominal), calendar));
    }

    private static Appointment closeOfDay(Instant moment, WorkingCalendar calendar) {
        var sameDay = ending(HanoiTime.dateOf(moment), calendar);
        return sameDay.overAt(moment) ? ending(sameDay.date().plusDays(1), calendar) : sameDay;
    }
}
