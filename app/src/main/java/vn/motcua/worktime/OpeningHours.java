package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/// The weekly hours of an agency from a day on.
///
/// @param from first day on which they hold
/// @param week opening hours of each day of the week; a day left out is a day off
/// @param closing the hour at which a term in days ends
public record OpeningHours(LocalDate from, Map<DayOfWeek, List<Shift>> week, LocalTime closing) {
    public static final String DEFAULT_WEEK = "MON-FRI 07:30-11:30,13:30-17:30";

    /// 07:30–11:30 and 13:30–17:30 from Monday to Friday; terms in days end at 17:00.
    public static final OpeningHours DEFAULT =
            parse(ComputedCalendar.FIRST_DAY, DEFAULT_WEEK, LocalTime.of(17, 0));

    public OpeningHours {
        week = Map.copyOf(week);
        week.values().forEach(OpeningHours::requireOrder);
        if (!week.containsKey(DayOfWeek.MONDAY))
            throw new IllegalArgumentException("Monday gives the hours of a full day");
    }

    /// Reads `MON-FRI 07:30-11:30,13:30-17:30; SAT 07:30-11:30`.
    public static OpeningHours parse(LocalDate from, String week, LocalTime closing) {
        var days = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (String part : week.split(";", -1)) {
            String[] halves = part.strip().split(" ", 2);
            if (halves.length != 2) throw new IllegalArgumentException("hours: " + part);
            var shifts = new ArrayList<Shift>();
            for (String shift : halves[1].split(",", -1)) {
                String[] ends = shift.strip().split("-", 2);
                if (ends.length != 2) throw new IllegalArgumentException("hours: " + shift);
                shifts.add(new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
            }
            String[] range = halves[0].split("-", 2);
            int last = day(range[range.length - 1]).getValue();
            for (int d = day(range[0]).getValue(); d <= last; d++)
                days.put(DayOfWeek.of(d), List.copyOf(shifts));
        }
        return new OpeningHours(from, days, closing);
    }

    /// The week in the words [#parse] reads.
    public String weekText() {
        var parts = new ArrayList<String>();
        for (var day : DayOfWeek.values()) {
            var shifts = week.get(day);
            if (shifts == null) continue;
            var text = new StringJoiner(",", day.name().substring(0, 3) + " ", "");
            for (var shift : shifts) text.add(shift.from() + "-" + shift.to());
            parts.add(text.toString());
        }
        return String.join("; ", parts);
    }

    /// Hours of a day that is worked in full, whatever day of the week it falls on.
    List<Shift> fullDay() {
        return week.getOrDefault(DayOfWeek.MONDAY, List.of());
    }

    private static DayOfWeek day(String abbreviation) {
        for (var day : DayOfWeek.values())
            if (day.name().startsWith(abbreviation.toUpperCase(Locale.ROOT))
                    && abbreviation.length() == 3) return day;
        throw new IllegalArgumentException("day of the week: " + abbreviation);
    }

    private static void requireOrder(List<Shift> shifts) {
        if (shifts.isEmpty()) throw new IllegalArgumentException("a day with hours but no shift");
        for (int i = 1; i < shifts.size(); i++)
            if (shifts.get(i).from().isBefore(shifts.get(i - 1).to()))
                throw new IllegalArgumentException("shifts overlap or are out of order");
    }
}
