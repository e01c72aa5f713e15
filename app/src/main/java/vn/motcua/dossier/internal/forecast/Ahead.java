package vn.motcua.dossier.internal.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;

/// What most likely lies ahead of a dossier that stands at one step, up to its result: the first
/// favourable way on from each step, loops left out, of parallel branches the longest. Steps the
/// officers' clock does not count take nothing.
final class Ahead {
    private final Process process;
    private final Function<StepDefinition, Duration> takes;

    /// @param takes working time a step usually takes
    public Ahead(Process process, Function<StepDefinition, Duration> takes) {
        this.process = process;
        this.takes = takes;
    }

    /// One step ahead, and how long it usually takes.
    public record Leg(StepDefinition step, Duration takes) {}

    /// The steps from this one on, itself first; empty for a step the process does not know.
    public List<Leg> from(String step) {
        return process.find(step).isEmpty() ? List.of() : way(step, new HashSet<>());
    }

    /// The sum of a way.
    public static Duration total(List<Leg> way) {
        return way.stream().map(Leg::takes).reduce(Duration.ZERO, Duration::plus);
    }

    private List<Leg> way(String id, Set<String> above) {
        var step = process.find(id).orElse(null);
        if (step == null || step.kind() == StepKind.END || !above.add(id)) return List.of();
        try {
            if (above.size() > 1 && uncertain(step.onlyWhen()))
                return longest(step.otherwise(), above);
            var way = new ArrayList<Leg>();
            if (step.kind().opens())
                way.add(new Leg(step, step.counted() ? takes.apply(step) : Duration.ZERO));
            var on = on(step, above);
            if (on != null && on.issues() == null) way.addAll(longest(on.to(), above));
            return way;
        } finally {
            above.remove(id);
        }
    }

    private List<Leg> longest(List<String> targets, Set<String> above) {
        List<Leg> best = List.of();
        for (var target : targets) {
            var way = way(target, above);
            if (best.isEmpty() || total(way).compareTo(total(best)) > 0) best = way;
        }
        return best;
    }

    private static @Nullable OutcomeDefinition on(StepDefinition step, Set<String> above) {
        @Nullable OutcomeDefinition second = null;
        for (var outcome : step.outcomes()) {
            if (outcome.to().stream().anyMatch(above::contains) || uncertain(outcome.onlyWhen()))
                continue;
            if (!outcome.negative()) return outcome;
            if (second == null) second = outcome;
        }
        return second;
    }

    /// What depends on the answers of one dossier is taken for the exception.
    private static boolean uncertain(@Nullable Guard guard) {
        return guard != null && guard.readsAnswers();
    }
}
