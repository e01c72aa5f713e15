package vn.motcua.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The calendar of every agency, kept in memory.
public interface Calendars {
    /// The agency's own hours, else those of the nearest agency above it by code, else the national
    /// default; holidays are the same for all.
    WorkingCalendar of(String agencyCode);

    /// Rises with every change of holidays or hours.
    int version();

    /// Holidays, days in lieu and exchanged days.
    NationalDays days();

    /// Hours decided, by agency code, the earliest first; an empty code stands for the country.
    Map<String, List<OpeningHours>> hours();

    /// What the changes after a version rest on: numbers of notices and decisions, a few at most.
    default List<String> decisionsSince(int version) {
        return List.of();
    }

    /// These calendars as they would be if the day were another one; an ordinary day when null.
    default Calendars proposing(LocalDate day, @Nullable DayKind kind) {
        var days = new HashMap<>(days().asMap());
        if (kind == null) days.remove(day);
        else days.put(day, kind);
        return new KeptCalendars(version(), new NationalDays(days), hours());
    }

    /// These calendars as they would be if the agency had these hours from their first day on.
    default Calendars proposing(String agencyCode, OpeningHours decided) {
        var hours = new HashMap<>(hours());
        var dated = new ArrayList<>(hours.getOrDefault(agencyCode, List.of()));
        dated.removeIf(earlier -> earlier.from().equals(decided.from()));
        dated.add(decided);
        dated.sort(Comparator.comparing(OpeningHours::from));
        hours.put(agencyCode, List.copyOf(dated));
        return new KeptCalendars(version(), days(), hours);
    }

    /// Calendars by given days and hours.
    static Calendars of(int version, NationalDays days, Map<String, List<OpeningHours>> hours) {
        return new KeptCalendars(version, days, hours);
    }

    /// The calendar shipped with the platform and the default hours, without any database.
    static Calendars builtIn() {
        return of(0, NationalDays.shipped(), Map.of());
    }
}
