package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.worktime.Outcome;

/// The pieces of work on a dossier in words: those that are open, and the log of those handed on.
@Component
class WorkLines {
    private final Rules rules;

    WorkLines(Rules rules) {
        this.rules = rules;
    }

    List<DeskDossierView.OpenWork> open(Dossier dossier, List<Task> work, DeskWords words) {
        return work.stream()
                .filter(Task::open)
                .map(
                        task ->
                                new DeskDossierView.OpenWork(
                                        stepName(dossier, task, words),
                                        "desk.position." + task.position(),
                                        HanoiTime.timeAndDate(task.opened()),
                                        task.due() == null
                                                ? null
                                                : HanoiTime.timeAndDate(task.due()),
                                        task.claimedName(),
                                        task.suspended(),
                                        task.words()))
                .toList();
    }

    private String stepName(Dossier dossier, Task task, DeskWords words) {
        if (task.kind() != Task.Kind.STEP) return words.t("desk.kind." + task.kind());
        return rules.process(dossier)
                .find(task.stepId())
                .map(step -> words.in(step.name()))
                .orElse(task.stepId());
    }

    List<DeskDossierView.HandOver> handedOver(Dossier dossier, List<Task> work, DeskWords words) {
        var lines = new ArrayList<DeskDossierView.HandOver>();
        for (var task : work) {
            var closed = task.closed();
            if (closed == null || unneeded(task)) continue;
            var kept = task.due() == null ? null : Outcome.of(task.due(), closed);
            lines.add(
                    new DeskDossierView.HandOver(
                            stepName(dossier, task, words),
                            by(task, words),
                            HanoiTime.timeAndDate(closed),
                            outcomeName(dossier, task, words),
                            kept == null ? null : words.t("desk.kept." + kept),
                            kept == Outcome.LATE,
                            task.note()));
        }
        return lines;
    }

    private static String by(Task task, DeskWords words) {
        var name = task.closedName();
        if (name == null) return words.t("desk.who.platform");
        var behalf = task.marks().closedForName();
        return behalf == null ? name : words.t("desk-work.behalf", name, behalf);
    }

    /// A seat nobody had to vote on any more.
    private static boolean unneeded(Task task) {
        return task.marks().seat() > 0 && task.outcome() == null && task.closedName() == null;
    }

    private @Nullable String outcomeName(Dossier dossier, Task task, DeskWords words) {
        var id = task.outcome();
        if (id == null) return null;
        if (task.kind() != Task.Kind.STEP) return words.orElse("desk.outcome." + id, id);
        return rules.process(dossier)
                .find(task.stepId())
                .map((StepDefinition step) -> step.outcome(id))
                .map(outcome -> words.in(outcome.name()))
                .orElse(id);
    }
}
