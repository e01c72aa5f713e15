package vn.motcua.register;

/// Why there is no answer.
public enum Trouble {
    /// The operator has not said where the register is.
    NOT_CONNECTED,
    /// No connection, or the register says itself that it cannot answer now.
    UNREACHABLE,
    TIMED_OUT,
    /// The register does not let us ask, or sends us elsewhere.
    REFUSED,
    /// What came is no answer to what was asked.
    GARBLED,
    /// What the person declared does not suffice to ask.
    INCOMPLETE;

    /// Whether the same question may be answered a little later.
    public boolean passing() {
        return this == UNREACHABLE || this == TIMED_OUT;
    }
}
