package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.Ids;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.Moved;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.State;
import vn.motcua.workflow.TimerAct;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;
import vn.motcua.worktime.WorkingCalendar;

/// Moves a dossier through its process: the engine decides, this turns its effects into pieces
/// of work, timers, clock lines and journal entries of the same transaction.
@Component
class Steps {
    private final Rules rules;
    private final TaskStore tasks;
    private final Calendars calendars;
    private final ProcessClock processClock;
    private final Clock clock;

    Steps(
            Rules rules,
            TaskStore tasks,
            Calendars calendars,
            ProcessClock processClock,
            Clock clock) {
        this.rules = rules;
        this.tasks = tasks;
        this.calendars = calendars;
        this.processClock = processClock;
        this.clock = clock;
    }

    /// What a move came to.
    ///
    /// @param move what became of its work and timers, still to be written
    /// @param issued the answer the dossier got by this move; null when none
    /// @param finished true when nothing is left to do in the process
    /// @param note the words given with the move
    record Walked(
            Dossier dossier,
            Move move,
            List<Entry> entries,
            @Nullable Issue issued,
            boolean finished,
            @Nullable String note) {
        /// This move and the one before it, written down together.
        Walked after(Walked before) {
            var all = new ArrayList<>(before.entries());
            all.addAll(entries);
            return new Walked(dossier, move.after(before.move()), all, issued, finished, note);
        }
    }

    Walked start(Dossier dossier, Caller by, Instant now) {
        return walk(
                dossier,
                Engine.start(rules.process(dossier), rules.variables(dossier)),
                by,
                null,
                now);
    }

    Walked apply(Dossier dossier, Action action, Caller by, @Nullable String note, Instant now) {
        var moved =
                Engine.apply(
                        rules.process(dossier), state(dossier), action, rules.variables(dossier));
        return walk(dossier, moved, by, note, now);
    }

    State state(Dossier dossier) {
        var process = dossier.process();
        if (process == null) throw new IllegalStateException("not in process: " + dossier.code());
        return rules.process(dossier).state(process);
    }

    /// A step that was completed, to be written down once it is known what became of the clock.
    private record Closed(String step, String outcome, boolean byTimer) {}

    private Walked walk(
            Dossier dossier, Moved moved, Caller by, @Nullable String note, Instant now) {
        var after = dossier.inProcess(moved.state().toJson());
        var calendar = calendars.of(dossier.agency());
        var closed = new ArrayList<Closed>();
        var move = new Move();
        @Nullable Issue issued = null;
        boolean finished = false;
        for (var effect : moved.effects()) {
            switch (effect) {
                case Effect.StepOpened(var step) -> move.open(work(after, step, calendar, now));
                case Effect.StepClosed(var step, var outcome, var byTimer) -> {
                    move.close(closing(step, byTimer, by, outcome.id(), note, now));
                    closed.add(new Closed(step.stepId(), outcome.id(), byTimer));
                }
                case Effect.StepCancelled(var step) ->
                        move.close(closing(step, false, by, null, null, now));
                case Effect.TimerArmed(var step, var timer, var number) -> {
                    if (timer.act() instanceof TimerAct.Take(var outcome))
                        move.arm(
                                new Move.Arming(
                                        step.token(),
                                        number,
                                        step.stepId(),
                                        outcome,
                                        Deadlines.due(timer.after(), now, calendar)));
                }
                case Effect.TimerCancelled(var step) -> move.disarm(step.token());
                case Effect.Issued(var issue, var _) -> issued = issue;
                case Effect.Finished _ -> finished = true;
                case Effect.StepPassed _,
                        Effect.StepSkipped _,
                        Effect.BranchesJoined _,
                        Effect.Warned _,
                        Effect.Escalated _,
                        Effect.Voted _,
                        Effect.VoteWithdrawn _,
                        Effect.ServiceCalled _,
                        Effect.Called _ -> {}
            }
        }
        var clocked = processClock.after(after, moved.state(), moved.effects(), calendar, now);
        var entries = new ArrayList<Entry>();
        for (var step : closed)
            entries.add(
                    Facts.of(
                            "step-completed",
                            clocked,
                            by,
                            now,
                            Map.of(
                                    "step",
                                    step.step(),
                                    "outcome",
                                    step.outcome(),
                                    "byTimer",
                                    step.byTimer())));
        clockLine(dossier, clocked, moved.state(), now)
                .ifPresent(
                        line -> entries.add(Facts.of(line.what(), clocked, by, now, line.data())));
        return new Walked(clocked, move, entries, issued, finished, note);
    }

    private record ClockEntry(String what, Map<String, Object> data) {}

    /// What the move did to the clock, for the journal. Work that was waiting while the clock
    /// stood gets the time it waited.
    private Optional<ClockEntry> clockLine(
            Dossier before, Dossier after, State state, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("automatic", true);
        if (!before.ledger().started() && after.ledger().started() && !after.ledger().paused())
            return Optional.of(new ClockEntry("clock-started", data));
        if (after.ledger().paused() == before.ledger().paused()) return Optional.empty();
        state.open().stream()
                .filter(step -> step.step().counted() != after.ledger().paused())
                .findFirst()
                .ifPresent(step -> data.put("step", step.stepId()));
        if (after.ledger().paused()) {
            var pause = after.ledger().pause();
            if (pause != null) data.put("ground", pause.ground());
            return Optional.of(new ClockEntry("paused", data));
        }
        var since = before.pausedSince();
        if (since != null) {
            if (runsOn(before)) data.put("officersPause", true);
            for (var step : state.open())
                if (step.step().counted()) tasks.waited(after.id(), step.token(), since, now);
        }
        return Optional.of(new ClockEntry("resumed", data));
    }

    /// Whether a step that counts was open: then it was an officer who stopped the clock.
    private boolean runsOn(Dossier dossier) {
        return dossier.process() != null
                && state(dossier).open().stream().anyMatch(step -> step.step().counted());
    }

    /// What silence decides carries nobody's name.
    private static Move.Closing closing(
            OpenStep step,
            boolean byTimer,
            Caller by,
            @Nullable String outcome,
            @Nullable String note,
            Instant now) {
        var behalf = by.behalf();
        return new Move.Closing(
                step.token(),
                null,
                by.account(),
                byTimer ? null : by.name(),
                behalf == null ? null : behalf.account(),
                behalf == null ? null : behalf.name(),
                outcome,
                note,
                now);
    }

    private Task work(Dossier dossier, OpenStep step, WorkingCalendar calendar, Instant now) {
        var definition = step.step();
        var hours = definition.hours();
        return Task.opened(
                Ids.next(clock),
                dossier.id(),
                dossier.agency(),
                Task.Kind.STEP,
                step.stepId(),
                step.token(),
                definition.who().position(),
                definition.who().unit(),
                now,
                hours.isZero() ? null : calendar.plus(now, hours),
                dossier.moments().due(),
                null);
    }
}
