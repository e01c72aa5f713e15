package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.ProblemException;

/// Plays a process. Pure: the same arguments give the same answer, nothing else is read or
/// touched.
///
/// An illegal move is a `ProblemException` whose problem is a [Refusal].
public final class Engine {
    private Engine() {}

    /// Puts the first token on the start step and lets it run to where something must wait.
    public static Moved start(Process process, Guards guards) {
        var move = new Move(process, new Token[0], State.NO_LOOPS, null, guards);
        move.begin();
        return move.moved();
    }

    public static Moved apply(Process process, State state, Action action, Guards guards) {
        if (!process.sameShape(state.process)) throw new ProblemException(Refusal.OTHER_PROCESS);
        if (state.finished()) throw new ProblemException(Refusal.FINISHED);
        var move = new Move(process, state.tokens, state.loops, state.issued(), guards);
        switch (action) {
            case Action.Complete(var token, var outcome) ->
                    move.complete(find(state, token), outcome);
            case Action.Vote(var token, var seat, var outcome) ->
                    move.vote(find(state, token), seat, outcome);
            case Action.TimerFired(var token, var number) -> move.fire(find(state, token), number);
            case Action.Undo(var before, var done) ->
                    move.takeBack(before, undoable(process, before, done, state, guards));
            case Action.Stop() -> move.stop();
            case Action.Reopen(var token, var step) -> move.reopen(token, step);
        }
        return move.moved();
    }

    /// Undoing is possible from the state that a completion of an open step comes to, and from
    /// those other branches have led on to while all that it opened is as it left it.
    ///
    /// @return the state the completion came to
    private static State undoable(
            Process process, State before, @Nullable Action done, State now, Guards guards) {
        if (!process.sameShape(before.process)) throw new ProblemException(Refusal.OTHER_PROCESS);
        State found = null;
        for (var open : before.open()) {
            for (var action : answers(before, open)) {
                if (done != null && !done.equals(action)) continue;
                Moved again;
                try {
                    again = apply(process, before, action, guards);
                } catch (ProblemException notThisWay) {
                    continue;
                }
                var after = again.state();
                if (done == null ? !after.equals(now) : !leads(before, after, now)) continue;
                harmless(again.effects(), open);
                found = after;
            }
        }
        if (found == null) throw new ProblemException(Refusal.UNDO_OVERTAKEN);
        return found;
    }

    /// Whether all that was come to from `before` to `after`, and nothing that was left, is there
    /// now.
    private static boolean leads(State before, State after, State now) {
        if (now.issued() != after.issued()) return false;
        var come = Token.without(after.tokens, before.tokens);
        var gone = Token.without(before.tokens, after.tokens);
        return Token.without(come, now.tokens).length == 0
                && Token.without(gone, now.tokens).length == gone.length;
    }

    private static void harmless(List<Effect> effects, OpenStep open) {
        if (open.step().service() != null || open.step().call() != null) {
            throw new ProblemException(Refusal.UNDO_CALLED, open.step().id());
        }
        for (var effect : effects) {
            if (effect instanceof Effect.Issued || effect instanceof Effect.Finished) {
                throw new ProblemException(Refusal.UNDO_ISSUED, open.step().id());
            }
            if (effect instanceof Effect.ServiceCalled || effect instanceof Effect.Called) {
                throw new ProblemException(Refusal.UNDO_CALLED, open.step().id());
            }
        }
    }

    /// Everything that people could answer at an open step, offered or not.
    private static List<Action> answers(State state, OpenStep open) {
        List<Action> answers = new ArrayList<>();
        var several = open.step().several();
        var given = state.votes(open.token());
        for (var outcome : open.step().outcomes()) {
            if (several == null) answers.add(new Action.Complete(open.token(), outcome.id()));
            else {
                for (int seat = 1; seat <= several.count(); seat++) {
                    if (given.containsKey(seat)) continue;
                    answers.add(new Action.Vote(open.token(), seat, outcome.id()));
                }
            }
        }
        return answers;
    }

    /// The outcomes that can be given to an open step now.
    public static List<OutcomeDefinition> outcomes(State state, String token, Guards guards) {
        var process = state.process;
        var at = state.tokens[find(state, token)];
        var all = process.definition[at.step].outcomes();
        List<OutcomeDefinition> offered = new ArrayList<>(all.size());
        for (int o = 0; o < all.size(); o++) {
            if (offered(process, at.step, o, state.loops, guards)) offered.add(all.get(o));
        }
        return offered;
    }

    static boolean offered(Process process, int step, int outcome, int[] loops, Guards guards) {
        int place = process.counter[step][outcome];
        if (place >= 0 && loops.length > 0) {
            int limit = process.limits[place];
            if (limit > 0 && loops[place] >= limit) return false;
        }
        var guard = process.definition[step].outcomes().get(outcome).onlyWhen();
        return guard == null || guards.holds(guard);
    }

    /// A token begins with a digit, a step's id with a letter; so either may be given.
    private static int find(State state, String name) {
        var tokens = state.tokens;
        boolean byStep = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        int found = -1;
        for (int i = 0; i < tokens.length; i++) {
            var step = state.process.definition[tokens[i].step];
            if (!step.kind().opens()) continue;
            if (!(byStep ? step.id() : tokens[i].key()).equals(name)) continue;
            if (found >= 0) throw new ProblemException(Refusal.STEP_AMBIGUOUS, name);
            found = i;
        }
        if (found < 0) throw new ProblemException(Refusal.STEP_NOT_OPEN, name);
        return found;
    }
}
