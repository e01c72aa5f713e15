package vn.motcua.workflow;

import org.jspecify.annotations.Nullable;

/// What a move means for the world around the engine, in the order it happened.
public sealed interface Effect {
    record StepOpened(OpenStep step) implements Effect {}

    record StepClosed(OpenStep step, OutcomeDefinition outcome, boolean byTimer)
            implements Effect {}

    /// An open step ended without an outcome, because the process was stopped.
    record StepCancelled(OpenStep step) implements Effect {}

    /// An automatic step took its outcome at once.
    record StepPassed(StepDefinition step, OutcomeDefinition outcome) implements Effect {}

    /// The step's condition did not hold; the dossier went on by its `else`.
    record StepSkipped(StepDefinition step) implements Effect {}

    record BranchesJoined(StepDefinition join) implements Effect {}

    /// Call [Action.TimerFired] with the step's token when the timer's limit has passed.
    record TimerArmed(OpenStep step, TimerDefinition timer) implements Effect {}

    record TimerCancelled(OpenStep step) implements Effect {}

    record Issued(Issue issue, StepDefinition step) implements Effect {}

    /// @param end null when the process was stopped
    record Finished(@Nullable StepDefinition end) implements Effect {}
}
