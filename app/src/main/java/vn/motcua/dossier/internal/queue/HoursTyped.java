package vn.motcua.dossier.internal.queue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hours of the counter as the head of the desk typed them.
///
/// @param days numbers of the days of the week, 1 is Monday
/// @param seen version they were opened with; 0 before there were any
public record HoursTyped(
        boolean always,
        List<String> days,
        String morningFrom,
        String morningTo,
        String afternoonFrom,
        String afternoonTo,
        int seen) {

    static HoursTyped of(CounterHours hours) {
        boolean none = hours.version() == 0;
        var morning = hours.morning();
        var afternoon = hours.afternoon();
        return new HoursTyped(
                hours.always(),
                none
                        ? List.of("1", "2", "3", "4", "5")
                        : hours.days().stream().map(day -> "" + day.getValue()).sorted().toList(),
                morning == null ? none ? "07:30" : "" : morning.from().toString(),
                morning == null ? none ? "11:00" : "" : morning.to().toString(),
                afternoon == null ? none ? "13:30" : "" : afternoon.from().toString(),
                afternoon == null ? none ? "16:30" : "" : afternoon.to().toString(),
                hours.version());
    }

    /// Field to message key; empty when they can be kept.
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (always) return faults;
        if (days.stream().noneMatch(day -> day.matches("[1-7]")))
            faults.put("days", "queue-desk.fault.days");
        if (wrong(morningFrom, morningTo)) faults.put("morning", "queue-desk.fault.span");
        if (wrong(afternoonFrom, afternoonTo)) faults.put("afternoon", "queue-desk.fault.span");
        if (!faults.isEmpty()) return faults;
        var morning = span(morningFrom, morningTo);
        var afternoon = span(afternoonFrom, afternoonTo);
        if (morning == null && afternoon == null)
            faults.put("morning", "queue-desk.fault.no-hours");
        else if (morning != null && afternoon != null && afternoon.from().isBefore(morning.to()))
            faults.put("afternoon", "queue-desk.fault.overlap");
        return faults;
    }

    private static boolean wrong(String from, String to) {
        return !(from.isEmpty() && to.isEmpty()) && span(from, to) == null;
    }

    /// `7:30` or `07:30`; null for what is none.
    private static CounterHours.@Nullable Span span(String from, String to) {
        var first = time(from);
        var last = time(to);
        return first == null || last == null || !first.isBefore(last)
                ? null
                : new CounterHours.Span(first, last);
    }

    private static @Nullable LocalTime time(String text) {
        if (!text.matches("([01]?\\d|2[0-3])[:h.][0-5]\\d")) return null;
        var parts = text.split("[:h.]");
        return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /// Only of what has no faults.
    CounterHours hours() {
        return always
                ? new CounterHours(true, java.util.Set.of(), null, null, seen)
                : new CounterHours(
                        false,
                        days.stream()
                                .filter(day -> day.matches("[1-7]"))
                                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                                .collect(Collectors.toUnmodifiableSet()),
                        span(morningFrom, morningTo),
                        span(afternoonFrom, afternoonTo),
                        seen);
    }
}
