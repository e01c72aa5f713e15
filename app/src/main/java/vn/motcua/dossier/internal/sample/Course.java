package vn.motcua.dossier.internal.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.WorkingCalendar;

/// Decides what happens next to a sample dossier and when: as its fate has it, in the working
/// hours of its agency.
@Component
class Course {
    private static final Duration FULL_DAY = Duration.ofHours(8);

    private final Acts acts;
    private final Rules rules;
    private final Calendars calendars;

    Course(Acts acts, Rules rules, Calendars calendars) {
        this.acts = acts;
        this.rules = rules;
        this.calendars = calendars;
    }

    record Next(Instant at, Life life, Runnable act) {}

    Next first(Life life) {
        return new Next(life.start, life, () -> acts.file(life));
    }

    /// Null when the dossier rests where it is.
    @Nullable Next after(Life life, Instant now) {
        var dossier = acts.read(life);
        return switch (dossier.state()) {
            case SUBMITTED -> reception(life, now);
            case SUPPLEMENT_REQUESTED ->
                    life.fate.waits()
                            ? null
                            : new Next(
                                    evening(life, now, 1 + life.random.nextInt(3)),
                                    life,
                                    () -> acts.answerSupplement(life));
            case WITHDRAWAL_REQUESTED ->
                    life.fate == Fate.WITHDRAWAL_OPEN
                            ? null
                            : work(
                                    life,
                                    now,
                                    minutes(life, 60, 200),
                                    () -> acts.grantWithdrawal(life));
            case ACCEPTED, PROCESSING, COMPLETED -> step(life, dossier, now);
            default -> null;
        };
    }

    private @Nullable Next reception(Life life, Instant now) {
        if (life.fate == Fate.NEW) return null;
        var soon = minutes(life, 10, 150);
        if (life.fate == Fate.REFUSED) return work(life, now, soon, () -> acts.refuse(life));
        if (life.fate.asksAtReception() && !life.asked())
            return work(life, now, soon, () -> acts.askSupplement(life, true));
        return work(life, now, soon, () -> acts.accept(life));
    }

    private @Nullable Next step(Life life, Dossier dossier, Instant now) {
        var open = acts.openTasks(life);
        if (open.isEmpty()) return null;
        var task = open.getFirst();
        var step = rules.process(dossier).step(task.stepId());
        if (task.position() == Position.CITIZEN) return draftCheck(life, task, step, now);
        if (dossier.state() == DossierState.COMPLETED && task.position() == Position.RECEPTIONIST)
            return handOver(life, task, step, now);
        if (life.fate == Fate.AT_SIGNATURE && task.position() == Position.APPROVER) return null;
        if (step.supplement()) return appraisal(life, dossier, task, step, now);
        return work(life, now, pace(life, step), () -> acts.complete(life, task, forward(step)));
    }

    private Next draftCheck(Life life, Task task, StepDefinition step, Instant now) {
        var silence = acts.timer(life, task);
        if (silence != null && life.random.nextInt(10) < 3)
            return new Next(silence, life, () -> acts.letTimerFire(life));
        var answered = now.plus(minutes(life, 20, 260));
        var at =
                silence != null && !answered.isBefore(silence)
                        ? silence.minusSeconds(600)
                        : answered;
        return new Next(at, life, () -> acts.confirmDraft(life, task, forward(step)));
    }

    private @Nullable Next handOver(Life life, Task task, StepDefinition step, Instant now) {
        if (life.fate == Fate.UNCOLLECTED) return null;
        if (life.returnWay == ReturnWay.ELECTRONIC)
            return new Next(now.plus(minutes(life, 30, 1200)), life, () -> acts.collect(life));
        return work(
                life, now, minutes(life, 30, 900), () -> acts.complete(life, task, forward(step)));
    }

    private @Nullable Next appraisal(
            Life life, Dossier dossier, Task task, StepDefinition step, Instant now) {
        var fate = life.fate;
        var pace = pace(life, step);
        if (fate.asksInAppraisal() && dossier.supplements() == 0)
            return work(life, now, pace, () -> acts.askSupplement(life, false));
        if (fate.withdraws()) return work(life, now, pace, () -> acts.requestWithdrawal(life));
        if (fate == Fate.REJECTED)
            return work(life, now, pace, () -> acts.complete(life, task, negative(step)));
        var due = dossier.moments().due();
        if (due == null)
            return fate.stuck()
                    ? null
                    : work(life, now, pace, () -> acts.complete(life, task, forward(step)));
        if (fate.apologises() && !dossier.ledger().extended()) return apology(life, due, now);
        if (fate.stuck()) return null;
        if (fate == Fate.LATE)
            return work(
                    life,
                    due,
                    minutes(life, 60, 900),
                    () -> acts.complete(life, task, forward(step)));
        if (task.claimedBy() == null && life.random.nextInt(3) == 0)
            return work(life, now, Duration.ofMinutes(2), () -> acts.claim(life, task));
        return work(life, now, pace, () -> acts.complete(life, task, forward(step)));
    }

    /// One working day before the appointment where the term is that long, else an hour before it.
    private Next apology(Life life, Instant due, Instant now) {
        var calendar = calendar(life);
        var dayBefore = calendar.plus(due, FULL_DAY.negated());
        var at = dayBefore.isAfter(now) ? dayBefore : calendar.plus(due, Duration.ofHours(-1));
        var told = at.isAfter(now) ? at : calendar.plus(now, Duration.ofMinutes(5));
        var last = calendar.plusWorkingDays(HanoiTime.dateOf(due), 2);
        var newDue = HanoiTime.instant(LocalDateTime.of(last, calendar.closingTime(last)));
        return new Next(told, life, () -> acts.extend(life, newDue));
    }

    private Next work(Life life, Instant from, Duration working, Runnable act) {
        return new Next(calendar(life).plus(from, working), life, act);
    }

    private WorkingCalendar calendar(Life life) {
        return calendars.of(life.office.agency());
    }

    private static Duration pace(Life life, StepDefinition step) {
        if (step.hours().isZero()) return minutes(life, 3, 12);
        double share = life.pace * (0.7 + 0.6 * life.random.nextDouble());
        return Duration.ofMinutes(Math.max(4, Math.round(step.hours().toMinutes() * share)));
    }

    private static Duration minutes(Life life, int from, int to) {
        return Duration.ofMinutes(life.random.nextInt(from, to));
    }

    private static Instant evening(Life life, Instant now, int days) {
        var day = HanoiTime.dateOf(now).plusDays(days);
        return HanoiTime.instant(
                LocalDateTime.of(day, LocalTime.of(19, 0).plusMinutes(life.random.nextInt(150))));
    }

    private static String forward(StepDefinition step) {
        return step.outcomes().getFirst().id();
    }

    private static String negative(StepDefinition step) {
        return Objects.requireNonNull(
                step.outcomes().stream()
                        .filter(OutcomeDefinition::negative)
                        .map(OutcomeDefinition::id)
                        .findFirst()
                        .orElse(forward(step)));
    }
}
