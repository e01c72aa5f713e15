package vn.motcua.worktime;

/// How the clock goes on after a pause.
public enum Resumption {
    /// With what was left.
    RESUME,
    /// With the full term, counted anew from the complete dossier.
    RESTART
}
