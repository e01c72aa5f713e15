package vn.motcua.workflow;

/// What can happen to a running process.
public sealed interface Action {
    /// Somebody, or an event from outside, gives a step its outcome.
    ///
    /// @param token of the [OpenStep]; the step's id will do where the caller knows that the
    ///     step is open only once
    record Complete(String token, String outcome) implements Action {}

    /// The time limit of a step's timer has passed.
    record TimerFired(String token) implements Action {}

    /// The dossier is stopped or withdrawn: every open step closes without an outcome.
    record Stop() implements Action {}
}
