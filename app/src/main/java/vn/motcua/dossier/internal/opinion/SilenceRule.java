package vn.motcua.dossier.internal.opinion;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.workflow.StepDefinition;

/// What silence of an asked agency means.
///
/// @param note the release's own words for it; null when silence means nothing
record SilenceRule(Opinion.Silence silence, @Nullable LocalText note) {
    static final SilenceRule NOTHING = new SilenceRule(Opinion.Silence.NOTHING, null);

    private static final LocalText AGREES =
            LocalText.of(
                    "Hết hạn mà không trả lời thì được coi là đồng ý.",
                    "No answer within the term counts as agreement.");

    /// A step whose timer ends it with an outcome that is no refusal takes silence as agreement.
    static SilenceRule of(StepDefinition step) {
        var timer = step.timer();
        var id = timer == null ? null : timer.outcome();
        var outcome = id == null ? null : step.outcome(id);
        if (timer == null || outcome == null || outcome.negative()) return NOTHING;
        return new SilenceRule(
                Opinion.Silence.AGREES, timer.note() == null ? AGREES : timer.note());
    }
}
