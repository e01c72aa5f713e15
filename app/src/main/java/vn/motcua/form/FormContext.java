package vn.motcua.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/// What a form needs to know besides the answers.
///
/// @param channel `ONLINE`, `DIRECT` or `POSTAL`
/// @param today the day in Hanoi
/// @param workingDays whether the receiving agency works on a day
public record FormContext(
        String channel, LocalDate today, Predicate<LocalDate> workingDays, Places places) {
    /// Monday to Friday, no places: enough for forms without addresses.
    public static FormContext plain(String channel, LocalDate today) {
        return new FormContext(
                channel,
                today,
                d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY,
                Places.none());
    }
}
