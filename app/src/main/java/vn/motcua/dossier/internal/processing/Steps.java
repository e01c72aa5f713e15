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
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.assignment.Assigner;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.Ids;
import vn.motcua.register.Registers;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.Moved;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.State;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.Who;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;
import vn.motcua.worktime.WorkingCalendar;

/// Moves a dossier through its process: the engine decides, this turns its effects into pieces
/// of work, timers, clock lines and journal entries of the same transaction.
@Component
class Steps {
    private final Rules rules;
    private final TaskStore tasks;
    private final Places places;
    private final Assigner assigner;
    private final Calendars calendars;
    private final ProcessClock processClock;
    private final Registers registers;
    private final Clock clock;

    Steps(
            Rules rules,
            TaskStore tasks,
            Places places,
            Assigner assigner,
            Calendars calendars,
            ProcessClock processClock,
            Registers registers,
            Clock clock) {
        this.places = places;
        this.assigner = assigner;
        this.rules = rules;
        this.tasks = tasks;
        this.calendars = calendars;
        this.processClock = processClock;
        this.registers = registers;
        this.clock = clock;
    }

    /// What a move came to.
    ///
    /// @param move what became of its work and timers, still to be written
    /// @param issued the answer the dossier got by this move; null when none
    /// @param finished true when nothing is left to do in the process
    /// @param outside what the move asks of others
    /// @param note the words given with the move
    record Walked(
            Dossier dossier,
            Move move,
            List<Entry> entries,
            List<Effect> outside,
            @Nullable Issue issued,
            boolean finished,
            @Nullable String note) {
        /// Whether nothing else is to be told than this.
        boolean only(String what) {
            return entries.stream().allMatch(entry -> entry.kind().equals("dossier." + what));
        }

        /// This move and the one before it, written down together.
        Walked after(Walked before) {
            var all = new ArrayList<>(before.entries());
            // A step opened only to be completed at once is not told.
            if (!entries.isEmpty()) all.removeIf(entry -> entry.kind().equals(WorkTold.KIND));
            all.addAll(entries);
            var both = new ArrayList<>(before.outside());
            both.addAll(outside);
            return new Walked(
                    dossier, move.after(before.move()), all, both, issued, finished, note);
        }
    }

    Walked start(Dossier dossier, Caller by, Instant now) {
        return walk(
                dossier,
                null,
                Engine.start(rules.process(dossier), rules.variables(dossier)),
                by,
                null,
                now);
    }

    Walked apply(Dossier dossier, Action action, Caller by, @Nullable String note, Instant now) {
        var before = state(dossier);
        var moved = Engine.apply(rules.process(dossier), before, action, rules.variables(dossier));
        return walk(dossier, before, moved, by, note, now);
    }

    State state(Dossier dossier) {
        var process = dossier.process();
        if (process == null) throw new IllegalStateException("not in process: " + dossier.code());
        return rules.process(dossier).state(process);
    }

    private Walked walk(
            Dossier dossier,
            @Nullable State before,
            Moved moved,
            Caller by,
            @Nullable String note,
            Instant now) {
        var after = dossier.paymentLeft().inProcess(moved.state().toJson());
        var calendar = calendars.of(dossier.agency());
        var walk = new Walk(after, before, by, note, now, calendar);
        for (var effect : moved.effects()) happen(effect, walk);
        var clocked =
                billed(
                        dossier,
                        processClock.after(after, moved.state(), moved.effects(), calendar, now),
                        before,
                        moved.state());
        var entries = new ArrayList<Entry>();
        for (var news : walk.news)
            entries.add(Facts.of(news.what(), clocked, by, now, news.data()));
        WorkTold.add(entries, moved, who -> places.code(clocked, who), clocked, by, now);
        clockLine(dossier, clocked, moved.state(), now)
                .ifPresent(
                        line -> entries.add(Facts.of(line.what(), clocked, by, now, line.data())));
        return new Walked(
                clocked, walk.move, entries, walk.outside, walk.issued, walk.finished, note);
    }

    /// A dossier that waited for money goes on waiting while the same bill is open.
    private static Dossier billed(
            Dossier before, Dossier after, @Nullable State then, State state) {
        if (then == null || before.state() != DossierState.PAYMENT_REQUESTED) return after;
        var open =
                then.open().stream()
                        .filter(step -> step.step().service() instanceof Service.Bill)
                        .map(OpenStep::token)
                        .toList();
        return state.open().stream().anyMatch(step -> open.contains(step.token()))
                        && after.can(Act.REQUEST_PAYMENT)
                ? after.paymentRequested()
                : after;
    }

    private void happen(Effect effect, Walk walk) {
        switch (effect) {
            case Effect.StepOpened(var step) -> open(step, walk);
            case Effect.StepClosed(var step, var outcome, var byTimer) ->
                    walk.closed(step, outcome, byTimer);
            case Effect.StepCancelled(var step) -> walk.cancelled(step);
            case Effect.Voted(var step, var seat, var outcome) -> walk.voted(step, seat, outcome);
            case Effect.VoteWithdrawn(var step, var seat) -> {
                for (var task : pieces(step, walk))
                    if (task.marks().seat() == seat) walk.move.open(task);
            }
            case Effect.TimerArmed(var step, var timer, var number) ->
                    walk.move.arm(
                            new Move.Arming(
                                    step.token(),
                                    number,
                                    step.stepId(),
                                    timer.outcome(),
                                    Deadlines.due(timer.after(), walk.now, calendar(step, walk))));
            case Effect.TimerCancelled(var step) -> walk.move.disarm(step.token());
            case Effect.Warned(var step, var _) -> {
                tasks.warn(walk.dossier.id(), step.token(), walk.now);
                walk.tell("warned", Map.of("step", step.stepId()));
            }
            case Effect.Escalated(var step, var to, var _) -> {
                tasks.escalate(walk.dossier.id(), step.token(), to, walk.now);
                walk.tell("escalated", Map.of("step", step.stepId(), "to", to.name()));
            }
            case Effect.Issued(var issue, var _) -> walk.issued = issue;
            case Effect.Finished _ -> walk.finished = true;
            case Effect.StepPassed _, Effect.StepSkipped _, Effect.BranchesJoined _ -> {}
            case Effect.ServiceCalled called -> walk.outside.add(called);
            case Effect.Called called -> walk.outside.add(called);
        }
    }

    private void open(OpenStep step, Walk walk) {
        var pieces = pieces(step, walk);
        if (step.step().who().assignment() == Who.Assignment.LOAD) {
            pieces = assigner.byLoad(pieces, walk.done(tasks), rules.process(walk.dossier));
            for (var piece : pieces)
                if (piece.claimedBy() != null)
                    walk.tell(
                            "work-assigned",
                            Map.of("step", step.stepId(), "to", piece.claimedBy().toString()));
        }
        pieces.forEach(walk.move::open);
    }

    /// One piece of work, or one for each seat.
    private List<Task> pieces(OpenStep step, Walk walk) {
        var several = step.step().several();
        if (several == null) return List.of(work(step, walk));
        var pieces = new ArrayList<Task>();
        for (int seat = 1; seat <= several.count(); seat++)
            pieces.add(work(step, walk).inSeat(seat));
        return pieces;
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

    /// The hours of a step are those of the agency that does it.
    private WorkingCalendar calendar(OpenStep step, Walk walk) {
        return step.step().who().outside()
                ? calendars.of(places.code(walk.dossier, step.step().who()))
                : walk.calendar;
    }

    /// Money is taken at the desk, even where the release names nobody; a register that is not
    /// connected is looked at by an officer.
    private Position position(StepDefinition step) {
        var position = step.who().position();
        if (position != Position.SYSTEM) return position;
        return switch (step.service()) {
            case Service.Bill _ -> Position.RECEPTIONIST;
            case Service.Query query when !registers.connected(query.register()) ->
                    Position.CASE_OFFICER;
            case null, default -> position;
        };
    }

    /// While the platform asks a register nobody else has to.
    private static @Nullable String unit(StepDefinition step, Position position) {
        return position == Position.SYSTEM && step.service() instanceof Service.Query
                ? Task.NOBODYS
                : step.who().unit();
    }

    private Task work(OpenStep step, Walk walk) {
        var definition = step.step();
        var hours = definition.hours();
        var position = position(definition);
        return Task.opened(
                Ids.next(clock),
                walk.dossier.id(),
                places.code(walk.dossier, definition.who()),
                Task.Kind.STEP,
                step.stepId(),
                step.token(),
                position,
                unit(definition, position),
                walk.now,
                hours.isZero() ? null : calendar(step, walk).plus(walk.now, hours),
                walk.dossier.moments().due(),
                null);
    }
}
