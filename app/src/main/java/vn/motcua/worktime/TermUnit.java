package vn.motcua.worktime;

/// What a legal term is counted in.
public enum TermUnit {
    /// Days on which the agency works.
    WORKING_DAY,
    /// All days; a last day off moves to the next working day.
    CALENDAR_DAY,
    /// Opening hours of the agency, minute by minute.
    WORKING_HOUR,
    /// Ends on the same day of a later month, or on that month's last day.
    MONTH,
    /// Ends on the same day of a later year, or on that month's last day.
    YEAR,
    /// Today when received before the cut-off, otherwise the next working day.
    SAME_DAY
}
