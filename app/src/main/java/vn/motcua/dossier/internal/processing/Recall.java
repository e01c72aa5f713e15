package vn.motcua.dossier.internal.processing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Process;

/// Takes a signed result back before it is handed over: the result no longer stands, the step
/// that issued it opens again, and the clock counts as never having stopped.
@Service
public class Recall {
    private final Permissions permissions;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final Rules rules;
    private final Steps steps;
    private final Results results;
    private final Journal journal;

    Recall(
            Permissions permissions,
            TaskStore tasks,
            PaperStore papers,
            Rules rules,
            Steps steps,
            Results results,
            Journal journal) {
        this.permissions = permissions;
        this.tasks = tasks;
        this.papers = papers;
        this.rules = rules;
        this.steps = steps;
        this.results = results;
        this.journal = journal;
    }

    /// The step that would open again; empty when a result was issued by no step of people, or in
    /// one of several branches.
    public static Optional<Action.Reopen> reopening(List<Task> work, Process process) {
        return work.stream()
                .filter(task -> task.kind() == Task.Kind.STEP && issued(task, process))
                .filter(task -> !task.token().contains("."))
                .reduce((earlier, later) -> later)
                .map(task -> new Action.Reopen(task.token(), task.stepId()));
    }

    /// Whether the dossier got its answer by this piece of work.
    public static boolean issued(Task task, Process process) {
        var id = task.outcome();
        if (id == null) return false;
        return process.find(task.stepId())
                .map(step -> step.outcome(id))
                .filter(outcome -> outcome.issues() != null)
                .isPresent();
    }

    @Transactional
    public void recall(UUID id, int version, String words) {
        if (words.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        var act = permissions.begin(id, version, PositionKind.APPROVER);
        var recalled = act.dossier().recalled(act.now(), act.calendar());
        var work = act.work();
        var reopen = reopening(work, rules.process(recalled)).orElseThrow(act::notAllowed);
        for (var task : work) if (task.open()) close(act, task, words);
        papers.revoke(id, words, act.now());
        var walked = steps.apply(recalled, reopen, act.by(), words, act.now());
        var after = results.settle(walked, act.by(), act.now());
        journal.append(
                Facts.of("recalled", after, act.by(), act.now(), Map.of("step", reopen.step())));
    }

    /// The hand-over log says why what was open is not done.
    private void close(Acting act, Task task, String words) {
        var by = act.by();
        tasks.close(task.dossier(), task.token(), by.account(), by.name(), null, words, act.now());
    }
}
