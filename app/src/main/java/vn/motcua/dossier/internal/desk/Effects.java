package vn.motcua.dossier.internal.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.bundle.Parts;
import vn.motcua.dossier.internal.duty.BillForecast;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Recall;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Terms;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Moved;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Service;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;

/// What an act will come to, told before it is done. Decisions are pure, so the preview asks
/// the same ones.
@Component
class Effects {
    private final Rules rules;
    private final Terms terms;
    private final TaskStore tasks;
    private final Parts parts;
    private final Calendars calendars;
    private final BillForecast bills;

    Effects(
            Rules rules,
            Terms terms,
            TaskStore tasks,
            Parts parts,
            Calendars calendars,
            BillForecast bills) {
        this.rules = rules;
        this.terms = terms;
        this.tasks = tasks;
        this.parts = parts;
        this.calendars = calendars;
        this.bills = bills;
    }

    List<String> of(ActKind kind, Dossier dossier, Typed typed, DeskWords words, Instant now) {
        var lines = new ArrayList<String>();
        switch (kind) {
            case ACCEPT -> accept(dossier, words, lines, now);
            case STEP -> step(dossier, typed, words, lines);
            case SUPPLEMENT -> supplement(dossier, words, lines, now);
            case RESUME -> resume(dossier, words, lines, now);
            case EXTEND -> extend(dossier, words, lines);
            case RECALL -> recall(dossier, words, lines);
            case RECEIVE_SUPPLEMENT,
                    REFUSE,
                    CLAIM,
                    PAUSE,
                    GRANT_WITHDRAWAL,
                    DECLINE_WITHDRAWAL,
                    STOP ->
                    lines.add(words.t("desk.effect." + kind.path()));
        }
        boolean ends = kind == ActKind.GRANT_WITHDRAWAL || kind == ActKind.STOP;
        if (ends && parts.unfinished(dossier)) lines.add(words.t("bundle.withdraw"));
        return lines;
    }

    private void accept(Dossier dossier, DeskWords words, List<String> lines, Instant now) {
        var limit = terms.limit(dossier, now);
        if (limit == null) lines.add(words.t("desk.effect.accept-no-term"));
        else if (terms.startsByPayment(dossier))
            lines.add(words.t("desk-clock.effect.accept-payment"));
        else {
            var due = Deadlines.due(limit, now, calendars.of(dossier.agency()));
            lines.add(words.t("desk.effect.accept", HanoiTime.timeAndDate(due)));
        }
        lines.add(words.t("desk.effect.accept-slip"));
        told(begun(dossier), words, lines, dossier);
    }

    /// As acceptance does it: the receptionist's own first step is done by accepting.
    private Moved begun(Dossier dossier) {
        var process = rules.process(dossier);
        var guards = rules.variables(dossier);
        var started = Engine.start(process, guards);
        var open = started.state().open();
        if (open.size() != 1) return started;
        var first = open.getFirst();
        if (!first.stepId().equals(process.start())) return started;
        if (first.step().who().position() != Position.RECEPTIONIST) return started;
        return first.step().outcomes().stream()
                .filter(outcome -> !outcome.negative())
                .findFirst()
                .map(
                        o ->
                                Engine.apply(
                                        process,
                                        started.state(),
                                        new Action.Complete(first.token(), o.id()),
                                        guards))
                .orElse(started);
    }

    private void step(Dossier dossier, Typed typed, DeskWords words, List<String> lines) {
        var json = dossier.process();
        if (json == null) return;
        var process = rules.process(dossier);
        try {
            var action = new Action.Complete(typed.token(), typed.outcome());
            told(
                    Engine.apply(process, process.state(json), action, rules.variables(dossier)),
                    words,
                    lines,
                    dossier);
        } catch (ProblemException late) {
            lines.add(words.detail(late));
        }
    }

    private void recall(Dossier dossier, DeskWords words, List<String> lines) {
        lines.add(words.t("desk.effect.recall"));
        var json = dossier.process();
        if (json == null) return;
        var process = rules.process(dossier);
        Recall.reopening(tasks.of(dossier.id()), process)
                .ifPresent(
                        reopen ->
                                told(
                                        Engine.apply(
                                                process,
                                                process.state(json),
                                                reopen,
                                                rules.variables(dossier)),
                                        words,
                                        lines,
                                        dossier));
        if (!dossier.ledger().lines().isEmpty()) lines.add(words.t("desk.effect.recall-clock"));
        lines.add(words.t("desk.effect.recall-told"));
    }

    private void told(Moved moved, DeskWords words, List<String> lines, Dossier dossier) {
        for (var effect : moved.effects()) {
            switch (effect) {
                case Effect.StepOpened(var step) ->
                        lines.add(
                                words.t(
                                        "desk.effect.opens",
                                        words.in(step.step().name()),
                                        words.t("desk.position." + step.step().who().position())));
                case Effect.TimerArmed(var step, var timer, var _) ->
                        lines.add(
                                timer.note() == null
                                        ? words.t("desk.effect.timer", words.in(step.step().name()))
                                        : words.in(timer.note()));
                case Effect.Issued(var issue, var _) ->
                        lines.add(words.t("desk.effect.issues." + issue));
                case Effect.Finished _ ->
                        lines.add(
                                words.t(
                                        dossier.state() == DossierState.COMPLETED
                                                ? "desk.effect.returned"
                                                : "desk.effect.finished"));
                case Effect.StepClosed _,
                        Effect.StepCancelled _,
                        Effect.StepPassed _,
                        Effect.StepSkipped _,
                        Effect.BranchesJoined _,
                        Effect.TimerCancelled _,
                        Effect.Warned _,
                        Effect.Escalated _,
                        Effect.Voted _,
                        Effect.VoteWithdrawn _,
                        Effect.Called _ -> {}
                case Effect.ServiceCalled(var _, var token, var service) -> {
                    if (token != null && service instanceof Service.Bill(var fees))
                        lines.add(bill(dossier, fees, words));
                }
            }
        }
        if (lines.isEmpty()) lines.add(words.t("desk.effect.waits"));
    }

    /// The letter about the money goes out with the act.
    private String bill(Dossier dossier, List<String> fees, DeskWords words) {
        var amount = bills.foreseen(dossier, fees);
        return amount == null
                ? words.t("notice.effect.later")
                : words.t("notice.effect", amount.formatted());
    }

    private void supplement(Dossier dossier, DeskWords words, List<String> lines, Instant now) {
        var rule = rules.record(dossier).supplement();
        var by = HanoiTime.dateOf(now).plusDays(rule.answerWithinDays());
        if (dossier.beforeAcceptance()) lines.add(words.t("desk.effect.supplement-before"));
        else {
            lines.add(
                    words.t(
                            "desk.effect.supplement-pause",
                            words.t("desk.resumption." + rule.duringAppraisal())));
            lines.add(
                    words.t(
                            "desk.effect.supplement-count",
                            dossier.supplements() + 1,
                            rule.maxDuringAppraisal()));
        }
        lines.add(words.t("desk.effect.supplement-by", HanoiTime.date(by)));
    }

    private void resume(Dossier dossier, DeskWords words, List<String> lines, Instant now) {
        var next = dossier.ledger().reckon(calendars.of(dossier.agency()), now).ifResumedNow();
        lines.add(
                next == null
                        ? words.t("desk.effect.resume")
                        : words.t("desk.effect.resume-due", HanoiTime.timeAndDate(next)));
    }

    private static void extend(Dossier dossier, DeskWords words, List<String> lines) {
        var first = dossier.moments().firstDue();
        lines.add(words.t("desk.effect.extend"));
        if (first != null)
            lines.add(words.t("desk.effect.extend-first", HanoiTime.timeAndDate(first)));
    }
}
