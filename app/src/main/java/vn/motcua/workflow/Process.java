package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A process, compiled for play: steps, outcomes and flows under whole numbers. Immutable,
/// shared by all threads. Import it from here explicitly, lest `java.lang.Process` be meant.
public final class Process {
    private static final int[] NOWHERE = {};

    private final List<StepDefinition> steps;
    private final Map<String, Integer> index;
    private final String start;
    private final int fingerprint;

    final StepDefinition[] definition;
    final int startIndex;

    /// `flow[step][outcome]` = target steps.
    final int[][][] flow;

    /// `otherwise[step]` = targets of a step left out.
    final int[][] otherwise;

    /// `counter[step][outcome]` = place in the loop counters, or -1.
    final int[][] counter;

    /// `outcome id` behind each loop counter, as `step.outcome`.
    final String[] counters;

    /// How often the outcome behind a counter may be taken; 0 when unlimited.
    final int[] limits;

    final Route route;

    private Process(String start, List<StepDefinition> steps) {
        this.start = start;
        this.steps = List.copyOf(steps);
        this.definition = this.steps.toArray(StepDefinition[]::new);
        this.index = new HashMap<>();
        for (int i = 0; i < definition.length; i++) {
            if (index.put(definition[i].id(), i) != null) {
                throw new IllegalArgumentException("duplicate step " + definition[i].id());
            }
        }
        this.startIndex = indexOf(start);
        this.flow = new int[definition.length][][];
        this.otherwise = new int[definition.length][];
        compileFlows();
        this.route = new Route(this);
        this.counter = new int[definition.length][];
        List<String> names = new ArrayList<>();
        List<Integer> most = new ArrayList<>();
        compileCounters(names, most);
        this.counters = names.toArray(String[]::new);
        this.limits = most.stream().mapToInt(Integer::intValue).toArray();
        this.fingerprint = shape().hashCode();
    }

    /// Compiles a table of steps. What is wrong with a table of unknown origin is told by
    /// the checks of a release's import; here a dangling target is a bug.
    ///
    /// @throws IllegalArgumentException when a target or the start does not exist, or an id
    ///     twice
    public static Process of(String start, List<StepDefinition> steps) {
        return new Process(start, steps);
    }

    private void compileFlows() {
        for (int s = 0; s < definition.length; s++) {
            var outcomes = definition[s].outcomes();
            flow[s] = new int[outcomes.size()][];
            for (int o = 0; o < outcomes.size(); o++) flow[s][o] = indexes(outcomes.get(o).to());
            otherwise[s] = indexes(definition[s].otherwise());
        }
    }

    /// Outcomes that lead back, and those with a limit, are counted; the others need no
    /// memory.
    private void compileCounters(List<String> names, List<Integer> most) {
        for (int s = 0; s < definition.length; s++) {
            var outcomes = definition[s].outcomes();
            counter[s] = new int[outcomes.size()];
            for (int o = 0; o < outcomes.size(); o++) {
                counter[s][o] = -1;
                if (outcomes.get(o).atMost() > 0 || route.leadsBack(s, flow[s][o])) {
                    counter[s][o] = names.size();
                    names.add(definition[s].id() + "." + outcomes.get(o).id());
                    most.add(outcomes.get(o).atMost());
                }
            }
        }
    }

    private int[] indexes(List<String> ids) {
        if (ids.isEmpty()) return NOWHERE;
        var found = new int[ids.size()];
        for (int i = 0; i < found.length; i++) found[i] = indexOf(ids.get(i));
        return found;
    }

    final int indexOf(String id) {
        var found = index.get(id);
        if (found == null) throw new IllegalArgumentException("no step " + id);
        return found;
    }

    private String shape() {
        var out = new StringBuilder(start);
        for (var step : steps) {
            out.append('|').append(step.id()).append(step.kind()).append(step.otherwise());
            if (step.several() != null) out.append(step.several());
            for (var outcome : step.outcomes()) {
                out.append(outcome.id()).append(outcome.to());
                if (outcome.inclusive()) out.append(outcome.split());
            }
        }
        return out.toString();
    }

    boolean sameShape(Process other) {
        return this == other || (fingerprint == other.fingerprint && shape().equals(other.shape()));
    }

    public String start() {
        return start;
    }

    public List<StepDefinition> steps() {
        return steps;
    }

    public Optional<StepDefinition> find(String id) {
        var found = index.get(id);
        return found == null ? Optional.empty() : Optional.of(definition[found]);
    }

    /// @throws IllegalArgumentException when there is no such step
    public StepDefinition step(String id) {
        return definition[indexOf(id)];
    }

    /// Reads what [State#toJson] wrote, also after the database has re-arranged it.
    public State state(String json) {
        return StateJson.read(this, json);
    }

    /// The publicly named steps in the order a dossier of this kind will most likely walk
    /// them.
    ///
    /// @param state where the dossier is; null before its process starts
    /// @param done ids of the steps already closed, oldest first
    /// @param guards null when channel and answers are not known
    public List<PathStep> path(
            @Nullable State state, Collection<String> done, @Nullable Guards guards) {
        return route.path(state, done, guards);
    }

    /// The slowest way through, in counted hours, loops left out.
    ///
    /// @param known whether a condition holds; null when it may or may not
    public LongestWay longestWay(Function<Guard, @Nullable Boolean> known) {
        return route.longest(known);
    }

    /// How far the dossier is, in steps of people along its most likely way.
    public Progress progress(State state, @Nullable Guards guards) {
        return route.progress(state, guards);
    }
}
