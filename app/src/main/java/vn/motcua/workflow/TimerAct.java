package vn.motcua.workflow;

/// What a timer does.
public sealed interface TimerAct {
    /// Ends the step.
    ///
    /// @param outcome id of the outcome taken
    record Take(String outcome) implements TimerAct {}

    /// Tells those who hold the step; it stays open.
    record Warn() implements TimerAct {}

    /// Passes the open step to another position of the same agency.
    record Escalate(Position to) implements TimerAct {}
}
