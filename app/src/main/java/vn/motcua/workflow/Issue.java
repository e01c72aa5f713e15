package vn.motcua.workflow;

/// What the dossier has been answered with.
public enum Issue {
    GRANTED,
    /// A reasoned negative answer: a result too, on time or late like any other.
    REJECTED,
    /// A notice taken note of; there is nothing to decide.
    ACKNOWLEDGED
}
