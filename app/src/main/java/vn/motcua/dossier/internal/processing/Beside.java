package vn.motcua.dossier.internal.processing;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Engine;

/// Whether an officer's act is still as they left it although the dossier has moved since: other
/// branches may have gone on, and nobody has acted on what the act opened.
@Component
class Beside {
    /// What moves a branch of its own, or moves nothing.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "dossier.step-completed",
                    "dossier.voted",
                    "dossier.taken-over",
                    "dossier.work-assigned",
                    "dossier.work-handed-over",
                    "dossier.warned",
                    "dossier.escalated",
                    "dossier.undone",
                    WorkTold.KIND);

    /// What is no act of an officer on the dossier.
    private static final Set<String> LOOKING = Set.of("dossier.viewed", "dossier.purpose-named");

    private final Rules rules;
    private final Journal journal;

    Beside(Rules rules, Journal journal) {
        this.rules = rules;
        this.journal = journal;
    }

    /// What was done, as the engine is told it; null for acts kept before it was written down.
    static @Nullable Action done(UndoStore.Last last) {
        var outcome = last.text(Undoable.OUTCOME);
        var token = last.text(Undoable.TOKEN);
        if (outcome == null || token == null) return null;
        int seat = last.number(Undoable.SEAT);
        return seat > 0
                ? new Action.Vote(token, seat, outcome)
                : new Action.Complete(token, outcome);
    }

    boolean untouched(Dossier dossier, UndoStore.Last last) {
        var done = done(last);
        var before = last.text(Undoable.PROCESS);
        var now = dossier.process();
        if (!last.kind().equals(Undoable.STEP) || done == null || before == null || now == null)
            return false;
        if (!dossier.can(Act.STEP)) return false;
        var process = rules.process(dossier);
        var concerned = new HashSet<String>();
        try {
            var undo = new Action.Undo(process.state(before), done);
            var guards = rules.variables(dossier);
            for (var effect : Engine.apply(process, process.state(now), undo, guards).effects()) {
                if (effect instanceof Effect.StepCancelled(var step)) concerned.add(step.stepId());
                if (effect instanceof Effect.StepOpened(var step)) concerned.add(step.stepId());
            }
        } catch (ProblemException touched) {
            return false;
        }
        return journal.historyWithout("dossier.viewed", Facts.SUBJECT, dossier.id()).stream()
                .map(line -> line.entry())
                .filter(entry -> entry.at().isAfter(last.at()))
                .allMatch(entry -> besides(entry, concerned, last.account()));
    }

    /// The officer's own later acts come first.
    private static boolean besides(Entry entry, Set<String> concerned, UUID account) {
        if (LOOKING.contains(entry.kind())) return true;
        if (account.equals(entry.actor().account())) return false;
        var step = entry.data().get("step");
        return ELSEWHERE.contains(entry.kind()) && (step == null || !concerned.contains(step));
    }
}
