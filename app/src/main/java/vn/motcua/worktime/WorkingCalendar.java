package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// The days and hours one agency works. Immutable; every question costs at most one binary search.
///
/// A half day of opening, such as the Saturday morning of a commune police desk, counts for terms
/// in hours but is not a whole working day for terms in days.
public interface WorkingCalendar {
    /// Whether the day counts in a term of working days.
    boolean isWorkingDay(LocalDate date);

    /// Opening hours of the day, earliest first; empty on a day off.
    List<Shift> shifts(LocalDate date);

    /// The hour at which a term in days ends on this day.
    LocalTime closingTime(LocalDate date);

    /// Holiday, day in lieu or exchanged day, with its name.
    Optional<DayKind> special(LocalDate date);

    /// The earliest moment at which `workingTime` has passed since `from`; with a negative amount
    /// the latest moment from which it still has to pass until `from`.
    Instant plus(Instant from, Duration workingTime);

    /// Working time from `a` to `b`; negative when `b` lies before `a`.
    Duration between(Instant a, Instant b);

    /// Working days after `a` up to and including `b`; zero when `b` is not after `a`.
    int workingDaysBetween(LocalDate a, LocalDate b);

    /// The n-th working day after `date`; before it when n is negative.
    LocalDate plusWorkingDays(LocalDate date, int n);

    /// The day itself when it is a working day, otherwise the next one.
    default LocalDate workingDayFrom(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
    }

    /// Working time of an ordinary full day, eight hours unless the agency decided otherwise.
    Duration fullDay();

    static WorkingCalendar of(NationalDays days, List<OpeningHours> hours) {
        return new ComputedCalendar(days, hours);
    }
}
