package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.Recall;
import vn.motcua.dossier.internal.processing.Right;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.Variables;
import vn.motcua.worktime.DeadlineLine;

/// What one officer may do to one dossier now: what the lifecycle allows, their positions allow
/// and the process offers. The acts themselves ask again; this only keeps the page from
/// offering what would be refused.
record Choices(
        Dossier dossier,
        Posts posts,
        UUID account,
        List<Task> work,
        Process process,
        Variables variables,
        boolean clockPaused,
        int supplementsAllowed) {

    /// @param token of the piece of work, for steps and claims
    /// @param outcome id of the outcome, for steps
    /// @param step name of the step or outcome; null for acts that carry their own name
    record Choice(
            ActKind kind,
            @Nullable String token,
            @Nullable String outcome,
            @Nullable LocalText step,
            boolean negative) {
        static Choice of(ActKind kind) {
            return new Choice(kind, null, null, null, false);
        }
    }

    private static final PositionKind[] WITHDRAWAL = {
        PositionKind.RECEPTIONIST, PositionKind.CASE_OFFICER, PositionKind.APPROVER
    };

    List<Choice> all() {
        var all = new ArrayList<Choice>();
        if (!posts.actsOn(dossier)) {
            // Another agency does the step it was given, and nothing else.
            steps(all);
            return all;
        }
        if (dossier.can(Act.ACCEPT) && holds(PositionKind.RECEPTIONIST))
            all.add(Choice.of(ActKind.ACCEPT));
        steps(all);
        if (maySupplement()) all.add(Choice.of(ActKind.SUPPLEMENT));
        if (dossier.can(Act.SUPPLEMENT_DURING_APPRAISAL) && holds(PositionKind.RECEPTIONIST))
            all.add(Choice.of(ActKind.RECEIVE_SUPPLEMENT));
        if (dossier.can(Act.REFUSE)
                && dossier.beforeAcceptance()
                && holds(PositionKind.RECEPTIONIST)) all.add(Choice.of(ActKind.REFUSE));
        withdrawal(all);
        clock(all);
        if (dossier.can(Act.STOP) && holds(PositionKind.APPROVER, PositionKind.LEADER))
            all.add(Choice.of(ActKind.STOP));
        if (dossier.can(Act.RECALL)
                && holds(PositionKind.APPROVER)
                && Recall.reopening(work, process).isPresent()) all.add(Choice.of(ActKind.RECALL));
        return all;
    }

    private void steps(List<Choice> all) {
        var offered = new HashSet<String>();
        for (var task : open()) {
            if (!Right.to(task, posts, account, work, process).granted()) continue;
            if (!offered.add(task.token())) continue;
            if (!account.equals(task.claimedBy()))
                all.add(new Choice(ActKind.CLAIM, task.token(), null, name(task), false));
            if (task.kind() != Task.Kind.STEP || !dossier.can(Act.STEP)) continue;
            if (Rules.bills(process, task)) continue;
            outcomes(task, all);
        }
    }

    private void outcomes(Task task, List<Choice> all) {
        var json = dossier.process();
        if (json == null) return;
        var state = process.state(json);
        if (state.open().stream().noneMatch(step -> step.token().equals(task.token()))) return;
        for (var outcome : Engine.outcomes(state, task.token(), variables))
            all.add(
                    new Choice(
                            ActKind.STEP,
                            task.token(),
                            outcome.id(),
                            outcome.name(),
                            outcome.negative()));
    }

    /// During appraisal only at a step whose release says so, and no more often than it allows.
    private boolean maySupplement() {
        if (!dossier.can(Act.REQUEST_SUPPLEMENT)) return false;
        if (!dossier.beforeAcceptance() && dossier.supplements() >= supplementsAllowed)
            return false;
        return posts.maySupplement(dossier, work, process);
    }

    private void withdrawal(List<Choice> all) {
        if (!holds(WITHDRAWAL)) return;
        if (dossier.can(Act.GRANT_WITHDRAWAL)) all.add(Choice.of(ActKind.GRANT_WITHDRAWAL));
        if (dossier.can(Act.DECLINE_WITHDRAWAL)) all.add(Choice.of(ActKind.DECLINE_WITHDRAWAL));
    }

    private void clock(List<Choice> all) {
        boolean officer = holds(PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        if (dossier.can(Act.RESUME)
                && clockPaused
                && officer
                && !Rules.waitsForOthers(dossier, process)) all.add(Choice.of(ActKind.RESUME));
        boolean running = !dossier.ledger().lines().isEmpty() && !clockPaused;
        if (dossier.can(Act.PAUSE) && running && officer) all.add(Choice.of(ActKind.PAUSE));
        boolean extended =
                dossier.ledger().lines().stream().anyMatch(DeadlineLine.Extended.class::isInstance);
        if (dossier.can(Act.EXTEND)
                && running
                && !extended
                && dossier.moments().due() != null
                && holds(PositionKind.APPROVER, PositionKind.LEADER))
            all.add(Choice.of(ActKind.EXTEND));
    }

    private List<Task> open() {
        return work.stream().filter(task -> task.open() && !task.suspended()).toList();
    }

    private @Nullable LocalText name(Task task) {
        return task.kind() == Task.Kind.STEP
                ? process.find(task.stepId()).map(StepDefinition::name).orElse(null)
                : null;
    }

    private boolean holds(PositionKind... kinds) {
        return posts.holds(kinds);
    }
}
