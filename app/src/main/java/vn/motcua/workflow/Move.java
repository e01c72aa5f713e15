package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.ProblemException;

/// One move in the making. Tokens stay in the order of their paths, so that independent
/// moves of parallel branches give the same state in either order.
final class Move {
    /// Automatic steps, skips and joins in one move; more than any sound process needs.
    static final int MOST_SILENT = 400;

    static final int MOST_DEPTH = 6;
    static final int MOST_TOKENS = 64;

    private final Process process;
    private final Guards guards;
    private final List<Effect> effects = new ArrayList<>(4);
    private Token[] tokens;
    private int size;
    private int[] loops;
    private boolean loopsOwned;
    private @Nullable Issue issued;
    private int silent;

    Move(Process process, Token[] tokens, int[] loops, @Nullable Issue issued, Guards guards) {
        this.process = process;
        this.tokens = tokens.clone();
        this.size = tokens.length;
        this.loops = loops;
        this.issued = issued;
        this.guards = guards;
    }

    Moved moved() {
        var left = size == tokens.length ? tokens : Arrays.copyOf(tokens, size);
        return new Moved(new State(process, left, loops, issued), effects);
    }

    void begin() {
        var first = new Token(null, 0, process.startIndex, 1);
        tokens = new Token[] {first};
        size = 1;
        enter(first);
    }

    void complete(int place, String outcomeId) {
        var step = process.definition[tokens[place].step];
        if (step.several() != null) throw new ProblemException(Refusal.TAKES_VOTES, step.id());
        close(place, offered(place, outcomeId), false);
    }

    private int offered(int place, String outcomeId) {
        var token = tokens[place];
        var step = process.definition[token.step];
        int outcome = outcomeIndex(step, outcomeId);
        if (!Engine.offered(process, token.step, outcome, loops, guards)) {
            throw new ProblemException(Refusal.OUTCOME_NOT_OFFERED, step.id(), outcomeId);
        }
        return outcome;
    }

    void vote(int place, int seat, String outcomeId) {
        var token = tokens[place];
        var step = process.definition[token.step];
        var several = step.several();
        if (several == null || seat < 1 || seat > several.count()) {
            throw new ProblemException(Refusal.NO_SUCH_SEAT, step.id(), seat);
        }
        if (token.votes.length > 0 && token.votes[seat - 1] >= 0) {
            throw new ProblemException(Refusal.SEAT_TAKEN, step.id(), seat);
        }
        int outcome = offered(place, outcomeId);
        var voted = token.voted(several.count(), seat, outcome);
        tokens[place] = voted;
        var open = new OpenStep(voted.key(), step);
        effects.add(new Effect.Voted(open, seat, step.outcomes().get(outcome)));
        List<String> votes = new ArrayList<>();
        for (int v : voted.votes) if (v >= 0) votes.add(step.outcomes().get(v).id());
        var decided = several.decided(votes);
        if (decided != null) close(place, outcomeIndex(step, decided), false);
    }

    void fire(int place, int number) {
        var token = tokens[place];
        var step = process.definition[token.step];
        var timers = step.timers();
        if (number < 0 || number >= timers.size()) {
            throw new ProblemException(Refusal.NO_TIMER, step.id());
        }
        var timer = timers.get(number);
        var open = new OpenStep(token.key(), step);
        switch (timer.act()) {
            case TimerAct.Take(var outcome) -> close(place, outcomeIndex(step, outcome), true);
            case TimerAct.Warn() -> effects.add(new Effect.Warned(open, timer));
            case TimerAct.Escalate(var to) -> effects.add(new Effect.Escalated(open, to, timer));
        }
    }

    void stop() {
        cancelOpen();
        size = 0;
        effects.add(new Effect.Finished(null));
    }

    /// Loops stay counted, and hops grow on, so that the token is a new one.
    void reopen(String token, String stepId) {
        if (issued == null) throw new ProblemException(Refusal.NOTHING_ISSUED, stepId);
        int step = process.indexOf(stepId);
        var definition = process.definition[step];
        if (!definition.kind().opens()
                || definition.outcomes().stream().noneMatch(o -> o.issues() != null))
            throw new ProblemException(Refusal.NOTHING_ISSUED, stepId);
        if (Token.parse(token, step).split != null)
            throw new ProblemException(Refusal.INSIDE_SPLIT, stepId);
        cancelOpen();
        int hop = 0;
        for (int i = 0; i < size; i++) hop = Math.max(hop, tokens[i].hop);
        var again = new Token(null, 0, step, hop + 1);
        tokens = new Token[] {again};
        size = 1;
        issued = null;
        open(again, definition);
    }

    private void cancelOpen() {
        for (int i = 0; i < size; i++) {
            var step = process.definition[tokens[i].step];
            if (!step.kind().opens()) continue;
            cancel(tokens[i]);
        }
    }

    private void cancel(Token token) {
        var step = process.definition[token.step];
        var open = new OpenStep(token.key(), step);
        if (!step.timers().isEmpty()) effects.add(new Effect.TimerCancelled(open));
        effects.add(new Effect.StepCancelled(open));
    }

    private static int outcomeIndex(StepDefinition step, String id) {
        var outcomes = step.outcomes();
        for (int o = 0; o < outcomes.size(); o++) if (outcomes.get(o).id().equals(id)) return o;
        throw new ProblemException(Refusal.NO_SUCH_OUTCOME, step.id(), id);
    }

    private void close(int place, int outcome, boolean byTimer) {
        var token = tokens[place];
        var step = process.definition[token.step];
        var open = new OpenStep(token.key(), step);
        int others = step.timers().size() - (byTimer ? 1 : 0);
        if (others > 0) effects.add(new Effect.TimerCancelled(open));
        effects.add(new Effect.StepClosed(open, step.outcomes().get(outcome), byTimer));
        take(token, outcome);
    }

    /// Counts and issues what the outcome says, then follows it.
    private void take(Token token, int outcome) {
        int place = process.counter[token.step][outcome];
        if (place >= 0) {
            if (!loopsOwned) {
                loops = loops.length == 0 ? new int[process.counters.length] : loops.clone();
                loopsOwned = true;
            }
            loops[place]++;
        }
        var step = process.definition[token.step];
        var taken = step.outcomes().get(outcome);
        var issue = taken.issues();
        if (issue != null) {
            issued = issue;
            effects.add(new Effect.Issued(issue, step));
        }
        var targets = process.flow[token.step][outcome];
        if (taken.inclusive()) go(token, holding(targets), true);
        else go(token, targets, targets.length > 1);
    }

    /// Of the branches of an inclusive split those whose condition holds.
    private int[] holding(int[] targets) {
        return Arrays.stream(targets)
                .filter(
                        to -> {
                            var guard = process.definition[to].onlyWhen();
                            return guard == null || guards.holds(guard);
                        })
                .toArray();
    }

    private void go(Token token, int[] targets, boolean splits) {
        int place = placeOf(token);
        if (targets.length == 1 && !splits) {
            var next = token.at(targets[0]);
            tokens[place] = next;
            enter(next);
            return;
        }
        if (targets.length == 0) {
            throw new ProblemException(Refusal.NO_WAY_ON, process.definition[token.step].id());
        }
        var children = split(token, targets);
        replace(place, children);
        for (var child : children) if (placeOf(child) >= 0) enter(child);
    }

    private Token[] split(Token token, int[] targets) {
        var split = new Token.Split(token.split, token.branch, targets.length);
        if (split.depth() > MOST_DEPTH || size + targets.length > MOST_TOKENS) {
            throw new ProblemException(Refusal.ENDLESS, process.definition[token.step].id());
        }
        var children = new Token[targets.length];
        for (int b = 0; b < targets.length; b++) {
            children[b] = new Token(split, b, targets[b], token.hop + 1);
        }
        return children;
    }

    private void replace(int place, Token[] children) {
        var wider = new Token[size - 1 + children.length];
        System.arraycopy(tokens, 0, wider, 0, place);
        System.arraycopy(children, 0, wider, place, children.length);
        System.arraycopy(tokens, place + 1, wider, place + children.length, size - place - 1);
        tokens = wider;
        size = wider.length;
    }

    private void enter(Token token) {
        var step = process.definition[token.step];
        if (step.onlyWhen() != null && !guards.holds(step.onlyWhen())) {
            silently(step);
            effects.add(new Effect.StepSkipped(step));
            var elsewhere = process.otherwise[token.step];
            go(token, elsewhere, elsewhere.length > 1);
            return;
        }
        switch (step.kind()) {
            case TASK, WAIT -> open(token, step);
            case AUTOMATIC -> pass(token, step);
            case JOIN -> join(token, step);
            case END -> end(token, step);
        }
    }

    private void silently(StepDefinition step) {
        if (++silent > MOST_SILENT) throw new ProblemException(Refusal.ENDLESS, step.id());
    }

    private void open(Token token, StepDefinition step) {
        var open = new OpenStep(token.key(), step);
        effects.add(new Effect.StepOpened(open));
        arm(open);
        if (step.service() != null) {
            effects.add(new Effect.ServiceCalled(step, open.token(), step.service()));
        }
        if (step.call() != null) effects.add(new Effect.Called(open, step.call()));
    }

    private void arm(OpenStep open) {
        var timers = open.step().timers();
        for (int t = 0; t < timers.size(); t++) {
            effects.add(new Effect.TimerArmed(open, timers.get(t), t));
        }
    }

    /// Takes back what one completion did, whatever other branches have done since. What it
    /// opened is cancelled; what it closed opens again under tokens never used before.
    ///
    /// @param after the state the completion came to; all that came with it is here
    void takeBack(State before, State after) {
        var come = Token.without(after.tokens, before.tokens);
        var gone = Token.without(before.tokens, after.tokens);
        int hop = 0;
        for (var token : come) {
            hop = Math.max(hop, token.hop);
            boolean stays = find(gone, token) != null;
            if (!stays && process.definition[token.step].kind().opens()) cancel(token);
        }
        uncount(before, after);
        for (var token : swap(come, gone)) {
            var kept = find(come, token);
            if (kept != null) withdraw(kept, token);
            else if (process.definition[token.step].kind().opens()) {
                int place = placeOf(token);
                tokens[place] = token.renewed(Math.max(hop, token.hop) + 1);
                openAgain(tokens[place]);
            }
        }
    }

    /// Takes out what came and puts what was gone in its place: paths that replace each other
    /// stand side by side.
    private Token[] swap(Token[] come, Token[] gone) {
        var left = Token.without(Arrays.copyOf(tokens, size), come);
        int place = 0;
        while (place < size && find(come, tokens[place]) == null) place++;
        place = Math.min(place, left.length);
        var all = new Token[left.length + gone.length];
        System.arraycopy(left, 0, all, 0, place);
        System.arraycopy(gone, 0, all, place, gone.length);
        System.arraycopy(left, place, all, place + gone.length, left.length - place);
        tokens = all;
        size = all.length;
        return gone;
    }

    private void uncount(State before, State after) {
        if (Arrays.equals(before.loops, after.loops)) return;
        loops = loops.clone();
        loopsOwned = true;
        for (int i = 0; i < after.loops.length; i++)
            loops[i] -= after.loops[i] - (before.loops.length == 0 ? 0 : before.loops[i]);
        if (Arrays.stream(loops).allMatch(times -> times == 0)) loops = State.NO_LOOPS;
    }

    /// The step is still open; at most a vote has to go.
    private void withdraw(Token now, Token before) {
        var open = new OpenStep(now.key(), process.definition[now.step]);
        for (int seat = 1; seat <= now.votes.length; seat++) {
            boolean had = before.votes.length > 0 && before.votes[seat - 1] >= 0;
            if (now.votes[seat - 1] >= 0 && !had) {
                effects.add(new Effect.VoteWithdrawn(open, seat));
            }
        }
    }

    private void openAgain(Token token) {
        var step = process.definition[token.step];
        var open = new OpenStep(token.key(), step);
        effects.add(new Effect.StepOpened(open));
        arm(open);
        for (int seat = 1; seat <= token.votes.length; seat++) {
            int vote = token.votes[seat - 1];
            if (vote >= 0) effects.add(new Effect.Voted(open, seat, step.outcomes().get(vote)));
        }
    }

    private static @Nullable Token find(Token[] all, Token token) {
        for (var other : all) {
            if (other.step == token.step && other.key().equals(token.key())) return other;
        }
        return null;
    }

    private void pass(Token token, StepDefinition step) {
        silently(step);
        if (step.service() != null) {
            effects.add(new Effect.ServiceCalled(step, null, step.service()));
        }
        for (int o = 0; o < step.outcomes().size(); o++) {
            if (!Engine.offered(process, token.step, o, loops, guards)) continue;
            effects.add(new Effect.StepPassed(step, step.outcomes().get(o)));
            take(token, o);
            return;
        }
        throw new ProblemException(Refusal.NO_WAY_ON, step.id());
    }

    private void join(Token token, StepDefinition step) {
        silently(step);
        var split = token.split;
        if (split == null) throw new ProblemException(Refusal.JOIN_WITHOUT_SPLIT, step.id());
        int arrived = 0;
        int hop = 0;
        int first = -1;
        for (int i = 0; i < size; i++) {
            if (tokens[i].step != token.step || !tokens[i].sameSplit(split)) continue;
            if (first < 0) first = i;
            arrived++;
            hop = Math.max(hop, tokens[i].hop);
        }
        if (arrived < split.size()) return;
        var whole = new Token(split.parent(), split.branch(), token.step, hop);
        int kept = first + 1;
        for (int i = first + 1; i < size; i++) {
            if (tokens[i].step != token.step || !tokens[i].sameSplit(split)) {
                tokens[kept++] = tokens[i];
            }
        }
        tokens[first] = whole;
        size = kept;
        effects.add(new Effect.BranchesJoined(step));
        take(whole, 0);
    }

    private void end(Token token, StepDefinition step) {
        if (token.split != null) throw new ProblemException(Refusal.END_INSIDE_SPLIT, step.id());
        size = 0;
        effects.add(new Effect.Finished(step));
    }

    private int placeOf(Token token) {
        for (int i = 0; i < size; i++) if (tokens[i] == token) return i;
        return -1;
    }
}
