package vn.motcua.workflow;

/// What can happen to a running process.
public sealed interface Action {
    /// Somebody, or an event from outside, gives a step its outcome.
    ///
    /// @param token of the [OpenStep]; the step's id will do where the caller knows that the
    ///     step is open only once
    record Complete(String token, String outcome) implements Action {}

    /// One of several people at a step gives their outcome.
    ///
    /// @param token as in [Complete]
    /// @param seat from 1; each seat votes once
    record Vote(String token, int seat, String outcome) implements Action {}

    /// The time limit of a step's timer has passed.
    ///
    /// @param number place of the timer among the step's own, from 0
    record TimerFired(String token, int number) implements Action {}

    /// Takes the last completed step (or the last vote) back, while nothing else was done,
    /// issued or called since.
    ///
    /// @param before the state that step was completed in
    record Undo(State before) implements Action {}

    /// The dossier is stopped or withdrawn: every open step closes without an outcome.
    record Stop() implements Action {}

    /// The answer is taken back before it was handed over: everything open closes, and the step
    /// that issued the answer opens again.
    ///
    /// @param token the [OpenStep] had when it issued the answer; it must have been outside every
    ///     split
    record Reopen(String token, String step) implements Action {}
}
