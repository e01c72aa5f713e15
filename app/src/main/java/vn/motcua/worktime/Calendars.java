package vn.motcua.worktime;

import java.util.List;

/// The calendar of every agency, kept in memory.
public interface Calendars {
    /// The agency's own hours, else those of the nearest agency above it by code, else the national
    /// default; holidays are the same for all.
    WorkingCalendar of(String agencyCode);

    /// Rises with every change of holidays or hours.
    int version();

    /// What the changes after a version rest on: numbers of notices and decisions, a few at most.
    default List<String> decisionsSince(int version) {
        return List.of();
    }

    /// The calendar shipped with the platform and the default hours, without any database.
    static Calendars builtIn() {
        var shipped = WorkingCalendar.of(NationalDays.shipped(), List.of(OpeningHours.DEFAULT));
        return new Calendars() {
            @Override
            public WorkingCalendar of(String agencyCode) {
                return shipped;
            }

            @Override
            public int version() {
                return 0;
            }
        };
    }
}
