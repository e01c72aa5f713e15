package vn.motcua.workflow;

import org.jspecify.annotations.Nullable;

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

    /// Takes a completed step (or a vote) back, while nothing was done with what it opened, and
    /// nothing issued or called by it. Other branches may have gone on since, if it is said what
    /// was done.
    ///
    /// @param before the state that step was completed in
    /// @param done the completion or vote; null for the very last one
    record Undo(State before, @Nullable Action done) implements Action {
        public Undo(State before) {
            this(before, null);
        }
    }

    /// The dossier is stopped or withdrawn: every open step closes without an outcome.
    record Stop() implements Action {}

    /// The answer is taken back before it was handed over: everything open closes, and the step
    /// that issued the answer opens again.
    ///
    /// @param token the [OpenStep] had when it issued the answer; it must have been outside every
    ///     split
    record Reopen(String token, String step) implements Action {}
}
