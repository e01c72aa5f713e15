package vn.motcua.workflow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.PathStep.Stage;

/// The process seen as a way forward: which edges lead back, how far down each step lies,
/// which way a dossier will most likely take.
final class Route {
    private final Process process;

    /// Bit `to` of `back[from]`.
    private final BitSet[] back;

    /// Steps no edge leads to from the start have -1.
    final int[] rank;

    /// Forward order: every edge that does not lead back goes from left to right.
    private final int[] order;

    Route(Process process) {
        this.process = process;
        int n = process.definition.length;
        this.back = new BitSet[n];
        Arrays.setAll(back, i -> new BitSet());
        List<Integer> post = new ArrayList<>();
        walk(process.startIndex, new BitSet(), new BitSet(), post);
        Collections.reverse(post);
        this.order = post.stream().mapToInt(Integer::intValue).toArray();
        this.rank = new int[n];
        Arrays.fill(rank, -1);
        rank[process.startIndex] = 0;
        for (int from : order) {
            for (int to : targets(from)) {
                if (!back[from].get(to)) rank[to] = Math.max(rank[to], rank[from] + 1);
            }
        }
    }

    private void walk(int step, BitSet seen, BitSet above, List<Integer> post) {
        seen.set(step);
        above.set(step);
        for (int to : targets(step)) {
            if (above.get(to)) back[step].set(to);
            else if (!seen.get(to)) walk(to, seen, above, post);
        }
        above.clear(step);
        post.add(step);
    }

    /// All targets of a step, each once.
    int[] targets(int step) {
        var all = new LinkedHashSet<Integer>();
        for (var flow : process.flow[step]) for (int to : flow) all.add(to);
        for (int to : process.otherwise[step]) all.add(to);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean leadsBack(int step, int[] targets) {
        for (int to : targets) if (back[step].get(to)) return true;
        return false;
    }

    boolean leadsBack(int from, int to) {
        return back[from].get(to);
    }

    private BitSet likely(Iterable<Integer> from, @Nullable Guards guards) {
        var seen = new BitSet();
        var queue = new ArrayDeque<Integer>();
        from.forEach(queue::add);
        while (!queue.isEmpty()) {
            int step = queue.remove();
            if (seen.get(step)) continue;
            for (int to : likelyTargets(step, guards)) queue.add(to);
            if (!leftOut(step, guards)) seen.set(step);
        }
        return seen;
    }

    private boolean leftOut(int step, @Nullable Guards guards) {
        var guard = process.definition[step].onlyWhen();
        return guard != null && !holds(guard, guards);
    }

    /// Where nothing is known of a dossier, what depends on its answers is taken for the
    /// exception.
    private static boolean holds(Guard guard, @Nullable Guards guards) {
        return guards == null ? !guard.readsAnswers() : guards.holds(guard);
    }

    private int[] likelyTargets(int step, @Nullable Guards guards) {
        if (leftOut(step, guards)) {
            var elsewhere = process.otherwise[step];
            return leadsBack(step, elsewhere) ? new int[0] : elsewhere;
        }
        int[] second = {};
        var outcomes = process.definition[step].outcomes();
        for (int o = 0; o < outcomes.size(); o++) {
            var targets = process.flow[step][o];
            if (leadsBack(step, targets)) continue;
            var guard = outcomes.get(o).onlyWhen();
            if (guard != null && !holds(guard, guards)) continue;
            if (!outcomes.get(o).negative()) return targets;
            if (second.length == 0) second = targets;
        }
        return second;
    }

    List<PathStep> path(@Nullable State state, Collection<String> done, @Nullable Guards guards) {
        var now = new BitSet();
        List<Integer> from = new ArrayList<>();
        if (state == null) {
            from.add(process.startIndex);
        } else {
            for (var token : state.tokens) from.add(token.step);
            for (var open : state.open()) now.set(process.indexOf(open.stepId()));
        }
        var ahead = likely(from, guards);
        ahead.andNot(now);
        List<PathStep> path = new ArrayList<>();
        for (int step : lastSeen(done)) {
            if (!now.get(step) && !ahead.get(step)) add(path, step, Stage.DONE);
        }
        now.stream().forEach(step -> add(path, step, Stage.NOW));
        inOrder(ahead).forEach(step -> add(path, step, Stage.NEXT));
        return path;
    }

    private List<Integer> lastSeen(Collection<String> done) {
        var seen = new LinkedHashSet<Integer>();
        for (var id : done) {
            if (process.find(id).isEmpty()) continue;
            int step = process.indexOf(id);
            seen.remove(step);
            seen.add(step);
        }
        return List.copyOf(seen);
    }

    private List<Integer> inOrder(BitSet steps) {
        return steps.stream()
                .boxed()
                .sorted(Comparator.comparingInt((Integer step) -> rank[step]).thenComparing(s -> s))
                .toList();
    }

    /// Neighbours with one public name are one line to the public.
    private void add(List<PathStep> path, int step, Stage stage) {
        var definition = process.definition[step];
        var name = definition.publicName();
        if (name == null) return;
        var line = new PathStep(definition.id(), name, stage, definition.who().position());
        if (path.isEmpty() || !path.getLast().name().equals(name)) {
            path.add(line);
        } else if (path.getLast().stage() != stage && path.getLast().stage() != Stage.NOW) {
            path.set(
                    path.size() - 1, new PathStep(line.stepId(), name, Stage.NOW, line.position()));
        }
    }

    Progress progress(State state, @Nullable Guards guards) {
        List<Integer> from = new ArrayList<>();
        for (var token : state.tokens) from.add(token.step);
        int left = people(likely(from, guards));
        int total = Math.max(left, people(likely(List.of(process.startIndex), guards)));
        return new Progress(total - left, total);
    }

    private int people(BitSet steps) {
        return (int) steps.stream().filter(s -> process.definition[s].kind().opens()).count();
    }

    /// @param known whether a condition holds; null when both may be
    LongestWay longest(Function<Guard, @Nullable Boolean> known) {
        int n = process.definition.length;
        var time = new long[n];
        var next = new int[n];
        var skip = new boolean[n];
        Arrays.fill(next, -1);
        for (int i = order.length - 1; i >= 0; i--) {
            int step = order[i];
            var definition = process.definition[step];
            var guard = definition.onlyWhen();
            Boolean holds = guard == null ? Boolean.TRUE : known.apply(guard);
            boolean always = Boolean.TRUE.equals(holds);
            boolean never = Boolean.FALSE.equals(holds);
            int outside = always ? -1 : best(step, process.otherwise[step], time);
            int inside = never ? -1 : best(step, inside(step, known), time);
            long own = definition.counted() ? definition.hours().toMinutes() : 0;
            long in = own + (inside < 0 ? 0 : time[inside]);
            long out = outside < 0 ? 0 : time[outside];
            skip[step] = never || (!always && out > in);
            time[step] = skip[step] ? out : in;
            next[step] = skip[step] ? outside : inside;
        }
        List<StepDefinition> way = new ArrayList<>();
        for (int step = process.startIndex; step >= 0; step = next[step]) {
            if (!skip[step]) way.add(process.definition[step]);
        }
        return new LongestWay(Duration.ofMinutes(time[process.startIndex]), way);
    }

    private int[] inside(int step, Function<Guard, @Nullable Boolean> known) {
        var all = new LinkedHashSet<Integer>();
        var outcomes = process.definition[step].outcomes();
        for (int o = 0; o < outcomes.size(); o++) {
            var guard = outcomes.get(o).onlyWhen();
            if (guard != null && Boolean.FALSE.equals(known.apply(guard))) continue;
            for (int to : process.flow[step][o]) all.add(to);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private int best(int step, int[] targets, long[] time) {
        int best = -1;
        for (int to : targets) {
            if (!back[step].get(to) && (best < 0 || time[to] > time[best])) best = to;
        }
        return best;
    }
}
