package vn.motcua.worktime;

/// How the clock goes on after a pause.
public enum Resumption {
    /// With what was left.
    RESUME,
    /// With the full term, counted anew from the complete dossier.
    RESTART,
    /// As some provinces practise it: the appointed day moves by the days waited, less one,
    /// and then by one working day.
    SHIFT
}
