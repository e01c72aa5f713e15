package vn.motcua.dossier.internal.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.bundle.Parts;
import vn.motcua.dossier.internal.duty.DutyReader;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Notices;
import vn.motcua.dossier.internal.processing.Recall;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.ReminderStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.tracking.Progress.Milestone;
import vn.motcua.dossier.internal.tracking.Progress.Stage;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.workflow.PathStep;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLine;
import vn.motcua.worktime.DeadlineState;
import vn.motcua.worktime.Reckoning;
import vn.motcua.worktime.WorkSpan;

/// Puts together how a dossier stands. One statement beside what the caller has read already:
/// its pieces of work; and one more for reminders while it waits for a supplement.
@Component
public class ProgressReader {
    private final TaskStore tasks;
    private final ReminderStore reminders;
    private final Rules rules;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Parts parts;
    private final DutyReader duties;
    private final Notices notices;
    private final Clock clock;

    ProgressReader(
            TaskStore tasks,
            ReminderStore reminders,
            Rules rules,
            Agencies agencies,
            Calendars calendars,
            Parts parts,
            DutyReader duties,
            Notices notices,
            Clock clock) {
        this.tasks = tasks;
        this.reminders = reminders;
        this.rules = rules;
        this.agencies = agencies;
        this.calendars = calendars;
        this.parts = parts;
        this.duties = duties;
        this.notices = notices;
        this.clock = clock;
    }

    /// Must run in a transaction of somebody who may see the dossier.
    public Progress of(Dossier dossier) {
        return of(dossier, tasks.of(dossier.id()));
    }

    /// The same with its parts, where the dossier is a bundle.
    public Progress whole(Dossier dossier) {
        return whole(dossier, tasks.of(dossier.id()));
    }

    public Progress whole(Dossier dossier, List<Task> work) {
        return of(dossier, work)
                .with(parts.of(dossier, this::of), duties.lines(dossier), notices.of(dossier.id()));
    }

    public Progress of(Dossier dossier, List<Task> work) {
        var now = clock.instant();
        var calendar = calendars.of(dossier.agency());
        @Nullable Reckoning reckoning =
                dossier.ledger().lines().isEmpty() ? null : dossier.ledger().reckon(calendar, now);
        var record = rules.record(dossier);
        var moments = dossier.moments();
        var holder =
                work.stream()
                        .filter(task -> task.open() && task.kind() != Task.Kind.OPINION)
                        .map(Task::claimedName)
                        .filter(Objects::nonNull)
                        .findFirst();
        return new Progress(
                dossier.code().value(),
                dossier.release().procedureCode(),
                record.name(),
                dossier.state(),
                deadline(dossier, reckoning, now),
                reckoning,
                reckoning == null ? null : WorkSpan.left(reckoning.left(), calendar),
                agencies.require(dossier.agency()),
                holder.orElse(null),
                moments.submitted(),
                moments.accepted(),
                moments.finished(),
                moments.returned(),
                dossier.outcome() == null ? null : dossier.outcome().name(),
                apology(dossier),
                now,
                milestones(dossier, work),
                List.of(),
                List.of(),
                List.of());
    }

    private DeadlineState deadline(Dossier dossier, @Nullable Reckoning reckoning, Instant now) {
        if (dossier.state().isFinal() || dossier.state() == DossierState.COMPLETED)
            return DeadlineState.FINISHED;
        if (dossier.state() == DossierState.SUPPLEMENT_REQUESTED
                || dossier.state() == DossierState.PAYMENT_REQUESTED)
            return DeadlineState.WITH_CITIZEN;
        if (reckoning == null) return DeadlineState.NONE;
        return DeadlineState.of(reckoning, now, calendars.of(dossier.agency()));
    }

    private static @Nullable LocalText apology(Dossier dossier) {
        return dossier.ledger().lines().stream()
                .filter(DeadlineLine.Extended.class::isInstance)
                .map(line -> ((DeadlineLine.Extended) line).why())
                .findFirst()
                .orElse(null);
    }

    private List<Milestone> milestones(Dossier dossier, List<Task> work) {
        var list = new ArrayList<Milestone>();
        var moments = dossier.moments();
        list.add(
                new Milestone(
                        Stage.DONE,
                        "dossier.milestone.submitted." + dossier.channel(),
                        null,
                        moments.submitted(),
                        null,
                        null));
        list.add(reception(dossier));
        if (dossier.state() == DossierState.NOT_ACCEPTED) return list;
        if (dossier.state() == DossierState.STOPPED) {
            list.add(
                    new Milestone(
                            Stage.DONE,
                            "dossier.milestone.stopped",
                            null,
                            moments.finished(),
                            null,
                            null));
            return list;
        }
        boolean waiting = dossier.state() == DossierState.SUPPLEMENT_REQUESTED;
        if (waiting) {
            for (var given : reminders.of(dossier.id()))
                list.add(
                        new Milestone(
                                Stage.DONE,
                                "desk-clock.milestone." + given.part(),
                                null,
                                given.at(),
                                null,
                                null));
            list.add(
                    new Milestone(
                            Stage.NOW, "dossier.milestone.supplement", null, null, null, null));
        }
        boolean ended = dossier.state() == DossierState.RETURNED;
        var redone = recalled(dossier, work);
        if (redone != null)
            list.add(
                    new Milestone(
                            Stage.DONE, "dossier.milestone.recalled", null, redone, null, null));
        for (var step : path(dossier, work)) {
            if (!ended) list.add(milestone(step, work, waiting));
            else if (step.stage() != PathStep.Stage.NEXT) list.add(done(step, work));
        }
        boolean ready =
                dossier.state() == DossierState.COMPLETED
                        && list.stream().noneMatch(shown -> shown.stage() == Stage.NOW);
        var stage = ended ? Stage.DONE : ready ? Stage.NOW : Stage.NEXT;
        list.add(
                new Milestone(
                        stage,
                        "dossier.milestone.returned",
                        null,
                        moments.returned(),
                        null,
                        ended || ready ? null : moments.due()));
        return list;
    }

    /// When the result was taken back to be redone; null when none was, or a new one is there.
    private @Nullable Instant recalled(Dossier dossier, List<Task> work) {
        if (dossier.outcome() != null || dossier.state().isFinal()) return null;
        var process = rules.process(dossier);
        return work.stream()
                .filter(task -> Recall.issued(task, process))
                .flatMap(
                        signed ->
                                work.stream()
                                        .filter(task -> task.stepId().equals(signed.stepId()))
                                        .map(Task::opened)
                                        .filter(at -> at.isAfter(signed.opened())))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Milestone reception(Dossier dossier) {
        var moments = dossier.moments();
        if (dossier.state() == DossierState.NOT_ACCEPTED)
            return new Milestone(
                    Stage.DONE,
                    "dossier.milestone.not-accepted",
                    null,
                    moments.finished(),
                    null,
                    null);
        if (moments.accepted() != null)
            return new Milestone(
                    Stage.DONE, "dossier.milestone.accepted", null, moments.accepted(), null, null);
        var stage = dossier.state() == DossierState.SUBMITTED ? Stage.NOW : Stage.NEXT;
        return new Milestone(stage, "dossier.milestone.reception", null, null, null, null);
    }

    private List<PathStep> path(Dossier dossier, List<Task> work) {
        var process = rules.process(dossier);
        var done =
                work.stream()
                        .filter(
                                task ->
                                        task.kind() == Task.Kind.STEP
                                                && !task.open()
                                                && task.outcome() != null)
                        .sorted(Comparator.comparing(task -> Objects.requireNonNull(task.closed())))
                        .map(Task::stepId)
                        .toList();
        var json = dossier.process();
        var guards = rules.variables(dossier);
        return process.path(json == null ? null : process.state(json), done, guards).stream()
                .filter(
                        step ->
                                !(step.stepId().equals(process.start())
                                        && step.position()
                                                == vn.motcua.workflow.Position.RECEPTIONIST))
                .toList();
    }

    private static Optional<Task> task(PathStep step, List<Task> work) {
        return work.stream()
                .filter(t -> t.stepId().equals(step.stepId()))
                .max(Comparator.comparing(Task::opened));
    }

    private static Milestone done(PathStep step, List<Task> work) {
        var closed = task(step, work).map(Task::closed).orElse(null);
        return new Milestone(Stage.DONE, null, step.name(), closed, null, null);
    }

    private static Milestone milestone(PathStep step, List<Task> work, boolean waiting) {
        var task = task(step, work);
        return switch (step.stage()) {
            case DONE -> done(step, work);
            case NOW ->
                    new Milestone(
                            waiting ? Stage.NEXT : Stage.NOW,
                            null,
                            step.name(),
                            task.map(Task::opened).orElse(null),
                            task.map(Task::claimedName).orElse(null),
                            task.map(Task::due).orElse(null));
            case NEXT -> new Milestone(Stage.NEXT, null, step.name(), null, null, null);
        };
    }
}
