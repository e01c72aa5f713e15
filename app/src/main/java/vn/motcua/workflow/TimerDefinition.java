package vn.motcua.workflow;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TimeLimit;

/// Ends a step by itself when nobody has answered in time, for example "silence is consent".
///
/// @param after counted from the step's opening
/// @param outcome id of the outcome then taken
/// @param note words for the timeline
public record TimerDefinition(TimeLimit after, String outcome, @Nullable LocalText note) {}
