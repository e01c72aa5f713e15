package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a dossier stands in its process. Immutable and small; kept as JSON beside the
/// dossier.
public final class State {
    static final int[] NO_LOOPS = {};

    final Process process;

    /// In the order of their paths.
    final Token[] tokens;

    final int[] loops;
    private final @Nullable Issue issued;

    State(Process process, Token[] tokens, int[] loops, @Nullable Issue issued) {
        this.process = process;
        this.tokens = tokens;
        this.loops = loops;
        this.issued = issued;
    }

    public Process process() {
        return process;
    }

    /// The steps that wait now; branches that have already arrived at a join are not among
    /// them.
    public List<OpenStep> open() {
        List<OpenStep> open = new ArrayList<>(tokens.length);
        for (var token : tokens) {
            var step = process.definition[token.step];
            if (step.kind().opens()) open.add(new OpenStep(token.key(), step));
        }
        return open;
    }

    public boolean isOpen(String stepId) {
        for (var token : tokens) {
            var step = process.definition[token.step];
            if (step.kind().opens() && step.id().equals(stepId)) return true;
        }
        return false;
    }

    public boolean finished() {
        return tokens.length == 0;
    }

    public @Nullable Issue issued() {
        return issued;
    }

    /// What those said who have voted at an open step: outcome ids by seat.
    public SortedMap<Integer, String> votes(String token) {
        var votes = new TreeMap<Integer, String>();
        for (var at : tokens) {
            if (!at.key().equals(token)) continue;
            var outcomes = process.definition[at.step].outcomes();
            for (int seat = 1; seat <= at.votes.length; seat++) {
                int vote = at.votes[seat - 1];
                if (vote >= 0) votes.put(seat, outcomes.get(vote).id());
            }
        }
        return votes;
    }

    /// How often the outcome, one that leads back or has a limit, was taken.
    public int taken(String stepId, String outcomeId) {
        int place = Arrays.asList(process.counters).indexOf(stepId + "." + outcomeId);
        return place < 0 || loops.length == 0 ? 0 : loops[place];
    }

    /// Equal for states from which the same things can happen: where the tokens are, which
    /// limited outcomes are used up, how many voted for what, what was issued. Counts of hops
    /// and unlimited loops are left out.
    public String marking() {
        var out = new StringBuilder(tokens.length * 8 + 8);
        for (var token : tokens) {
            token.path(out);
            out.append('@').append(token.step);
            if (token.votes.length > 0) {
                Arrays.stream(token.votes).sorted().forEach(v -> out.append('v').append(v));
            }
            out.append(' ');
        }
        for (int i = 0; i < loops.length; i++) {
            int limit = process.limits[i];
            if (limit > 0) out.append('#').append(Math.min(limit, loops[i]));
        }
        if (issued != null) out.append(issued.name().charAt(0));
        return out.toString();
    }

    public String toJson() {
        return StateJson.write(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state
                && state.process.sameShape(process)
                && state.toJson().equals(toJson());
    }

    @Override
    public int hashCode() {
        return toJson().hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
