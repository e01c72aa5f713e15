package vn.motcua.workflow;

/// Which of an outcome's several targets open.
public enum SplitKind {
    /// All of them.
    PARALLEL,
    /// Those whose own condition holds; the join waits for exactly these.
    INCLUSIVE
}
