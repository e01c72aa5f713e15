package vn.motcua.workflow;

/// Whose hands a step is in.
public enum Position {
    RECEPTIONIST,
    CASE_OFFICER,
    APPROVER,
    /// The person who filed: a task of theirs inside the officers' process.
    CITIZEN,
    /// Nobody: the platform itself, or an event from outside.
    SYSTEM;

    public boolean officer() {
        return this == RECEPTIONIST || this == CASE_OFFICER || this == APPROVER;
    }
}
