package vn.motcua.dossier.internal.assignment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.UndoStore;
import vn.motcua.dossier.internal.processing.Undoable;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;

/// Work goes from hand to hand: given back to the list by whoever took it, given and taken by a
/// head.
@Service
public class Hands {
    /// Who gives work to others: signatories and leaders of the agency.
    static final PositionKind[] HEADS = {PositionKind.APPROVER, PositionKind.LEADER};

    private final Permissions permissions;
    private final Assigner assigner;
    private final TaskStore tasks;
    private final DossierStore dossiers;
    private final Rules rules;
    private final UndoStore undo;
    private final Journal journal;
    private final Asking asking;

    Hands(
            Permissions permissions,
            Assigner assigner,
            TaskStore tasks,
            DossierStore dossiers,
            Rules rules,
            UndoStore undo,
            Journal journal,
            Asking asking) {
        this.permissions = permissions;
        this.assigner = assigner;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.rules = rules;
        this.undo = undo;
        this.journal = journal;
        this.asking = asking;
    }

    public static boolean head(Posts posts) {
        return posts.holds(HEADS);
    }

    /// Puts work back into the list of everybody who may do it.
    @Transactional
    public void giveBack(UUID id, int version, UUID taskId) {
        var act = permissions.begin(id, version, PositionKind.values());
        var task = open(act, taskId);
        if (!Objects.equals(task.claimedBy(), act.by().account())) throw act.notAllowed();
        give(act, task, null, "work-given-back");
    }

    /// @param to null: taken away, anybody may take it
    @Transactional
    public void hand(UUID id, int version, UUID taskId, @Nullable UUID to) {
        var act = permissions.begin(id, version, PositionKind.values());
        if (!head(act.posts())) throw new ProblemException(DossierProblem.NOT_HEAD);
        var task = open(act, taskId);
        if (to == null) {
            if (task.claimedBy() == null) throw act.notAllowed();
            give(act, task, null, "work-taken-away");
            return;
        }
        if (to.equals(task.claimedBy())) throw act.notAllowed();
        var candidate =
                assigner.candidates(task, act.work(), rules.process(act.dossier())).stream()
                        .filter(one -> one.account().equals(to) && !one.away())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                DossierProblem.CANNOT_BE_GIVEN,
                                                act.dossier().code().value()));
        give(act, task, candidate, "work-given");
    }

    /// Those the work can go to, and the work itself.
    ///
    /// @param version of the dossier
    public record Choice(
            String code, int version, Task task, String step, List<Candidate> candidates) {}

    @Transactional(readOnly = true)
    public Choice choice(UUID id, UUID taskId, java.util.Locale locale) {
        var agency = asking.current().agency();
        var dossier = dossiers.require(id);
        permissions.require(HEADS);
        var work = tasks.of(id);
        var process = rules.process(dossier);
        var task =
                work.stream()
                        .filter(one -> one.id().equals(taskId) && one.open() && given(one, agency))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var name =
                process.find(task.stepId())
                        .map(step -> step.name().in(locale))
                        .orElse(task.stepId());
        return new Choice(
                dossier.code().value(),
                dossier.version(),
                task,
                name,
                assigner.candidates(task, work, process));
    }

    /// Steps of one's own agency. What another agency does, it gives to its people itself.
    static boolean given(Task task, @Nullable String agency) {
        return task.kind() == Task.Kind.STEP && task.agency().equals(agency);
    }

    private Task open(Acting act, UUID taskId) {
        return act.work().stream()
                .filter(task -> task.id().equals(taskId) && task.open() && !task.suspended())
                .filter(task -> given(task, act.by().agency()))
                .findFirst()
                .orElseThrow(act::notAllowed);
    }

    private void give(Acting act, Task task, @Nullable Candidate to, String what) {
        var absent = to == null ? null : to.absent();
        tasks.give(
                task.id(),
                to == null ? null : to.account(),
                to == null ? null : to.name(),
                absent == null ? null : absent.account(),
                absent == null ? null : absent.name());
        undo.keep(act, Undoable.holding(act, task));
        dossiers.update(act.dossier());
        var data = new java.util.LinkedHashMap<String, Object>();
        data.put("step", task.stepId());
        if (to != null) data.put("to", to.account().toString());
        if (absent != null) data.put("absent", absent.account().toString());
        journal.append(Facts.of(what, act.dossier(), act.by(), act.now(), data));
    }
}
