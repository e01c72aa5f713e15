package vn.motcua.workflow;

/// Which way an outcome leans; pages ask for a reason before a negative one.
public enum OutcomeKind {
    POSITIVE,
    NEGATIVE
}
