package vn.motcua.worktime;

import java.time.LocalDate;

/// Changes of the calendar. Each names the notice it rests on and makes a new version; deadlines
/// reckoned from then on follow it.
public interface CalendarDecisions {
    /// A day becomes a holiday, a day in lieu or an exchanged day.
    ///
    /// @return the new version of the calendar
    int decide(LocalDate day, DayKind kind);

    /// A special day becomes an ordinary one again.
    int revoke(LocalDate day, String decision);

    /// An agency's hours from a day on; an empty code decides for the whole country.
    int decide(String agencyCode, OpeningHours hours, String decision);
}
