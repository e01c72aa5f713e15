package vn.motcua.workflow;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TimeLimit;

/// What happens by itself when a step has been open for so long.
///
/// @param after counted from the step's opening
/// @param note words for the timeline
public record TimerDefinition(TimeLimit after, TimerAct act, @Nullable LocalText note) {
    /// Ends the step, for example "silence is consent".
    public static TimerDefinition ending(
            TimeLimit after, String outcome, @Nullable LocalText note) {
        return new TimerDefinition(after, new TimerAct.Take(outcome), note);
    }

    /// The outcome taken; null when this timer does not end the step.
    public @Nullable String outcome() {
        return act instanceof TimerAct.Take(var outcome) ? outcome : null;
    }
}
