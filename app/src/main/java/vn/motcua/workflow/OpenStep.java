package vn.motcua.workflow;

/// A step that waits for its outcome now.
///
/// @param token names this opening and no other: when a loop opens the step again the token
///     differs, so a page left open too long cannot act twice
public record OpenStep(String token, StepDefinition step) {
    public String stepId() {
        return step.id();
    }
}
