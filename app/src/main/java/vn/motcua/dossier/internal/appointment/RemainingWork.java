package vn.motcua.dossier.internal.appointment;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.Variables;

/// How much working time the way to the answer still takes by the hours of its steps.
@Component
class RemainingWork {
    private final Rules rules;

    RemainingWork(Rules rules) {
        this.rules = rules;
    }

    /// The open steps and those after them up to the one that issues the answer; of branches that
    /// run side by side the longest. Nobody is expected to refuse or to go back.
    Duration of(Dossier dossier) {
        var json = dossier.process();
        if (json == null) return Duration.ZERO;
        var process = rules.process(dossier);
        var open = process.state(json).open().stream().map(step -> step.stepId()).toList();
        return new Way(process, rules.variables(dossier)).longest(open, Set.of());
    }

    private record Way(Process process, Variables variables) {
        Duration longest(Collection<String> steps, Set<String> passed) {
            var longest = Duration.ZERO;
            for (var id : steps) {
                var length = passed.contains(id) ? Duration.ZERO : from(id, passed);
                if (length.compareTo(longest) > 0) longest = length;
            }
            return longest;
        }

        private Duration from(String id, Set<String> passed) {
            var step = process.step(id);
            var before = new HashSet<>(passed);
            before.add(id);
            var guard = step.onlyWhen();
            if (guard != null && !variables.holds(guard)) return longest(step.otherwise(), before);
            var own = step.counted() ? step.hours() : Duration.ZERO;
            return issues(step) ? own : own.plus(longest(forward(step), before));
        }

        private static List<String> forward(StepDefinition step) {
            return step.outcomes().stream()
                    .filter(outcome -> !outcome.negative())
                    .findFirst()
                    .map(OutcomeDefinition::to)
                    .orElse(List.of());
        }

        private static boolean issues(StepDefinition step) {
            return step.outcomes().stream().anyMatch(outcome -> outcome.issues() != null);
        }
    }
}
