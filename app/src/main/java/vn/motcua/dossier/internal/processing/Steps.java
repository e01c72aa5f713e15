package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
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
import vn.motcua.workflow.Position;
import vn.motcua.workflow.State;
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
    private final Clock clock;

    Steps(Rules rules, TaskStore tasks, Calendars calendars, Clock clock) {
        this.rules = rules;
        this.tasks = tasks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// What a move came to.
    ///
    /// @param issued the answer the dossier got by this move; null when none
    /// @param finished true when nothing is left to do in the process
    /// @param note the words given with the move
    record Walked(
            Dossier dossier,
            List<Entry> entries,
            @Nullable Issue issued,
            boolean finished,
            @Nullable String note) {}

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

    private Walked walk(
            Dossier dossier, Moved moved, Caller by, @Nullable String note, Instant now) {
        var after = dossier.inProcess(moved.state().toJson());
        var calendar = calendars.of(dossier.agency());
        var entries = new ArrayList<Entry>();
        @Nullable Issue issued = null;
        boolean finished = false;
        for (var effect : moved.effects()) {
            switch (effect) {
                case Effect.StepOpened(var step) -> open(after, step, calendar, now);
                case Effect.StepClosed(var step, var outcome, var byTimer) -> {
                    var name = byTimer ? null : by.name();
                    tasks.close(
                            after.id(), step.token(), by.account(), name, outcome.id(), note, now);
                    entries.add(
                            Facts.of(
                                    "step-completed",
                                    after,
                                    by,
                                    now,
                                    Map.of(
                                            "step",
                                            step.stepId(),
                                            "outcome",
                                            outcome.id(),
                                            "byTimer",
                                            byTimer)));
                }
                case Effect.StepCancelled(var step) ->
                        tasks.close(
                                after.id(), step.token(), by.account(), by.name(), null, null, now);
                case Effect.TimerArmed(var step, var timer) ->
                        tasks.arm(
                                after.id(),
                                step.token(),
                                step.stepId(),
                                timer.outcome(),
                                Deadlines.due(timer.after(), now, calendar));
                case Effect.TimerCancelled(var step) -> tasks.disarm(after.id(), step.token());
                case Effect.Issued(var issue, var _) -> issued = issue;
                case Effect.Finished _ -> finished = true;
                case Effect.StepPassed _, Effect.StepSkipped _, Effect.BranchesJoined _ -> {}
            }
        }
        var clocked = issued == null ? clocked(after, moved.state(), calendar, now) : after;
        return new Walked(clocked, entries, issued, finished, note);
    }

    private void open(Dossier dossier, OpenStep step, WorkingCalendar calendar, Instant now) {
        var definition = step.step();
        var hours = definition.hours();
        tasks.open(
                new Task(
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
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /// The officers' clock stands while nothing but uncounted steps (the person's own, a
    /// posting) is open.
    private static Dossier clocked(
            Dossier dossier, State state, WorkingCalendar calendar, Instant now) {
        if (state.finished() || state.open().isEmpty() || dossier.moments().finished() != null)
            return dossier;
        boolean running = state.open().stream().anyMatch(step -> step.step().counted());
        boolean paused = dossier.clockPaused(now, calendar);
        if (running && paused) return dossier.resumed(now, calendar);
        if (!running && !paused) {
            var ground = state.open().getFirst();
            return dossier.takenOver().paused(ground(ground), now, calendar);
        }
        return dossier;
    }

    private static String ground(OpenStep step) {
        return step.step().who().position() == Position.CITIZEN ? "confirmation" : "verification";
    }
}
