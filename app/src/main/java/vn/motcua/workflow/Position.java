package vn.motcua.workflow;

/// Whose hands a step is in.
public enum Position {
    RECEPTIONIST,
    CASE_OFFICER,
    APPROVER,
    /// The head of the agency or of a unit, to whom late work passes.
    LEADER,
    /// The person who filed: a task of theirs inside the officers' process.
    CITIZEN,
    /// Nobody: the platform itself, or an event from outside.
    SYSTEM;

    public boolean officer() {
        return this != CITIZEN && this != SYSTEM;
    }
}
