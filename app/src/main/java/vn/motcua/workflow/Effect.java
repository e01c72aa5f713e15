package vn.motcua.workflow;

import org.jspecify.annotations.Nullable;

/// What a move means for the world around the engine, in the order it happened.
public sealed interface Effect {
    record StepOpened(OpenStep step) implements Effect {}

    record StepClosed(OpenStep step, OutcomeDefinition outcome, boolean byTimer)
            implements Effect {}

    /// An open step ended without an outcome, because the process was stopped or what had
    /// opened it was taken back.
    record StepCancelled(OpenStep step) implements Effect {}

    /// An automatic step took its outcome at once.
    record StepPassed(StepDefinition step, OutcomeDefinition outcome) implements Effect {}

    /// The step's condition did not hold; the dossier went on by its `else`.
    record StepSkipped(StepDefinition step) implements Effect {}

    record BranchesJoined(StepDefinition join) implements Effect {}

    /// Call [Action.TimerFired] with the step's token and this number when the timer's limit
    /// has passed.
    ///
    /// @param number place of the timer among the step's own, from 0
    record TimerArmed(OpenStep step, TimerDefinition timer, int number) implements Effect {}

    /// None of the step's timers that are still to come shall fire.
    record TimerCancelled(OpenStep step) implements Effect {}

    /// A timer asks those who hold the step to hurry; it stays open.
    record Warned(OpenStep step, TimerDefinition timer) implements Effect {}

    /// A timer passes the open step to another position.
    record Escalated(OpenStep step, Position to, TimerDefinition timer) implements Effect {}

    /// One of several people at the step has given an outcome. Comes again for the votes that
    /// still count when an undone step opens under a new token.
    record Voted(OpenStep step, int seat, OutcomeDefinition outcome) implements Effect {}

    /// A vote was taken back.
    record VoteWithdrawn(OpenStep step, int seat) implements Effect {}

    /// Do what the platform itself does at this step.
    ///
    /// @param token of the open step that waits for it; null when the dossier has gone on
    record ServiceCalled(StepDefinition step, @Nullable String token, Service service)
            implements Effect {}

    /// Open the dossier of another procedure. Its answer completes the step.
    record Called(OpenStep step, Call call) implements Effect {}

    record Issued(Issue issue, StepDefinition step) implements Effect {}

    /// @param end null when the process was stopped
    record Finished(@Nullable StepDefinition end) implements Effect {}
}
