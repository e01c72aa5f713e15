package vn.motcua.dossier.internal.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.processing.Right;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Undoing;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.TimerAct;

/// The part of the officers' page that tells who has the work.
@Component
class WorkPart implements DeskPart<WorkView> {
    private final Rules rules;
    private final Undoing undoing;
    private final Assigner assigner;

    WorkPart(Rules rules, Undoing undoing, Assigner assigner) {
        this.rules = rules;
        this.undoing = undoing;
        this.assigner = assigner;
    }

    @Override
    public Class<WorkView> type() {
        return WorkView.class;
    }

    @Override
    public @Nullable WorkView of(Opened opened) {
        if (!opened.posts().actsOn(opened.dossier())) return null;
        var pieces = new ArrayList<WorkView.Piece>();
        boolean head = Hands.head(opened.posts());
        for (var task : opened.work())
            if (task.open() && task.kind() == Task.Kind.STEP) pieces.add(piece(task, opened, head));
        var undone = undone(opened);
        if (pieces.isEmpty() && undone == null) return null;
        return new WorkView(
                opened.dossier().id(), opened.dossier().version(), undone, pieces, votes(opened));
    }

    private @Nullable String undone(Opened opened) {
        var last = undoing.offered(opened.dossier(), opened.account()).orElse(null);
        if (last == null) return null;
        return opened.work().stream()
                .filter(task -> task.id().equals(last.id("task")))
                .findFirst()
                .map(task -> name(task, opened))
                .orElse(null);
    }

    private WorkView.Piece piece(Task task, Opened opened, boolean head) {
        var words = opened.words();
        boolean official =
                switch (task.position()) {
                    case CITIZEN, SYSTEM -> false;
                    case RECEPTIONIST, CASE_OFFICER, APPROVER, LEADER -> true;
                };
        UUID holder = task.claimedBy();
        return new WorkView.Piece(
                task.id(),
                name(task, opened),
                task.marks().seat() == 0 ? null : words.t("desk-work.seat", task.marks().seat()),
                holder(task, opened),
                notes(task, opened),
                opened.account().equals(holder) && !task.suspended(),
                head
                        && official
                        && !task.suspended()
                        && Hands.given(task, opened.posts().agency()));
    }

    private static String holder(Task task, Opened opened) {
        var words = opened.words();
        var name = task.claimedName();
        if (name == null)
            return words.t("desk-work.nobody", words.t("desk.position." + task.position()));
        var absent = task.marks().claimedForName();
        return absent == null ? name : words.t("desk-work.behalf", name, absent);
    }

    private List<String> notes(Task task, Opened opened) {
        var notes = new ArrayList<String>();
        var words = opened.words();
        var marks = task.marks();
        if (marks.warned() != null)
            notes.add(
                    words.t(
                            "desk-work.warned",
                            HanoiTime.timeAndDate(marks.warned()),
                            why(task, opened, TimerAct.Warn.class)));
        if (marks.escalated() != null && marks.escalatedFrom() != null)
            notes.add(
                    words.t(
                            "desk-work.escalated",
                            HanoiTime.timeAndDate(marks.escalated()),
                            words.t("desk.position." + marks.escalatedFrom()),
                            words.t("desk.position." + task.position()),
                            why(task, opened, TimerAct.Escalate.class)));
        if (nobody(task, opened)) notes.add(words.t("stand-in.nobody"));
        return notes;
    }

    /// Whether the rules that keep people apart leave nobody at the agency to do it.
    private boolean nobody(Task task, Opened opened) {
        var process = rules.process(opened.dossier());
        return !Right.barred(task, opened.work(), process).isEmpty()
                && assigner.candidates(task, opened.work(), process).isEmpty();
    }

    private String why(Task task, Opened opened, Class<? extends TimerAct> act) {
        return step(task, opened).timers().stream()
                .filter(timer -> act.isInstance(timer.act()) && timer.note() != null)
                .map(timer -> opened.words().in(java.util.Objects.requireNonNull(timer.note())))
                .findFirst()
                .orElse(opened.words().t("desk-work.late"));
    }

    private StepDefinition step(Task task, Opened opened) {
        return rules.process(opened.dossier()).step(task.stepId());
    }

    private String name(Task task, Opened opened) {
        return rules.process(opened.dossier())
                .find(task.stepId())
                .map(step -> opened.words().in(step.name()))
                .orElse(task.stepId());
    }

    /// The votes given at the steps that are still open.
    private List<WorkView.Vote> votes(Opened opened) {
        var votes = new ArrayList<WorkView.Vote>();
        for (var task : opened.work()) {
            var closed = task.closed();
            var outcome = task.outcome();
            if (closed == null || outcome == null || task.marks().seat() == 0) continue;
            boolean running =
                    opened.work().stream()
                            .anyMatch(other -> other.open() && other.token().equals(task.token()));
            if (!running) continue;
            var definition = step(task, opened).outcome(outcome);
            votes.add(
                    new WorkView.Vote(
                            by(task, opened),
                            definition == null ? outcome : opened.words().in(definition.name()),
                            task.note(),
                            HanoiTime.timeAndDate(closed)));
        }
        return votes;
    }

    private static String by(Task task, Opened opened) {
        var name = task.closedName() == null ? "" : task.closedName();
        var behalf = task.marks().closedForName();
        return behalf == null ? name : opened.words().t("desk-work.behalf", name, behalf);
    }
}
