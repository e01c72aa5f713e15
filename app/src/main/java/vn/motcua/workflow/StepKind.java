package vn.motcua.workflow;

/// How a step behaves when the dossier arrives at it.
public enum StepKind {
    /// Opens and waits for a person's outcome.
    TASK,
    /// Opens and waits for an event from outside or for its timer.
    WAIT,
    /// Takes its outcome at once.
    AUTOMATIC,
    /// Waits until every branch of the split it closes has arrived.
    JOIN,
    /// The dossier's way ends.
    END;

    /// Stays open until somebody, an event or a timer completes it.
    public boolean opens() {
        return this == TASK || this == WAIT;
    }
}
