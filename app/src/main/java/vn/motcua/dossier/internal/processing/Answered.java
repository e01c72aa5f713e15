package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.identity.Caller;
import vn.motcua.workflow.Action;

/// Completes a step that waited for others, once they have answered. The caller has locked the
/// dossier and answers for who may do it.
@Component
public class Answered {
    private final Steps steps;
    private final Results results;

    Answered(Steps steps, Results results) {
        this.steps = steps;
        this.results = results;
    }

    /// Whether the step still waits and the dossier may move now.
    public boolean waits(Dossier dossier, String token) {
        return dossier.process() != null
                && steps.state(dossier).open().stream()
                        .anyMatch(step -> step.token().equals(token));
    }

    /// Whether the dossier itself may move now; it may not while it waits for the person.
    public static boolean mayMove(Dossier dossier) {
        return dossier.can(Act.STEP);
    }

    /// Takes the outcome, or the first one that is there of those named.
    ///
    /// @return false when the step offers none of them
    public boolean complete(
            Dossier dossier,
            String token,
            Caller by,
            @Nullable String note,
            Instant now,
            String... outcomes) {
        var step =
                steps.state(dossier).open().stream()
                        .filter(open -> open.token().equals(token))
                        .findFirst()
                        .orElseThrow();
        for (var outcome : outcomes) {
            if (step.step().outcome(outcome) == null) continue;
            var walked =
                    steps.apply(
                            dossier.takenOver(),
                            new Action.Complete(token, outcome),
                            by,
                            note,
                            now);
            var _ = results.settle(walked, by, now);
            return true;
        }
        return false;
    }
}
