package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.motcua.workflow.Call;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Several;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerAct;
import vn.motcua.workflow.Who;

/// What can be seen in a table of steps row by row, before it is played.
final class TableCheck {
    private final String start;
    private final List<StepDefinition> steps;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private TableCheck(String start, List<StepDefinition> steps) {
        this.start = start;
        this.steps = steps;
    }

    static List<Finding> check(String start, List<StepDefinition> steps) {
        return new TableCheck(start, steps).run();
    }

    private List<Finding> run() {
        if (steps.isEmpty()) return List.of(Finding.of("no-steps", null));
        for (var step : steps) {
            if (!ids.add(step.id())) add("duplicate-step", step, step.id());
        }
        if (!ids.contains(start)) findings.add(Finding.of("no-start", null, start));
        if (steps.stream().noneMatch(step -> step.kind() == StepKind.END)) {
            findings.add(Finding.of("no-end", null));
        }
        steps.forEach(this::step);
        return findings;
    }

    private void add(String key, StepDefinition step, Object... args) {
        findings.add(Finding.of(key, step.id(), args));
    }

    private void step(StepDefinition step) {
        targets(step, step.otherwise());
        guard(step);
        switch (step.kind()) {
            case END -> {
                if (!step.outcomes().isEmpty()) add("end-goes-on", step, step.name());
            }
            case JOIN -> outcomes(step);
            case TASK -> {
                if (step.who().position() == Position.SYSTEM) add("no-who", step, step.name());
                outcomes(step);
            }
            case WAIT -> outcomes(step);
            case AUTOMATIC -> {
                outcomes(step);
                neverTaken(step);
            }
        }
        who(step);
        timers(step);
        several(step);
        call(step);
    }

    private void who(StepDefinition step) {
        var who = step.who();
        if (who.position().officer()) {
            for (var other : who.notBy()) notBy(step, other);
        } else if (!who.notBy().isEmpty() || who.assignment() != Who.Assignment.POOL) {
            add("assign-nobody", step, step.name());
        }
    }

    /// A step may exclude those of other steps that officers of the same agency did. One that
    /// excludes itself would have nobody left after a loop.
    private void notBy(StepDefinition step, String id) {
        var other = steps.stream().filter(it -> it.id().equals(id)).findFirst();
        if (other.isEmpty()) {
            add("not-by-unknown", step, step.name(), id);
        } else if (id.equals(step.id())) {
            add("not-by-itself", step, step.name());
        } else if (!other.get().who().position().officer()
                || !Objects.equals(other.get().who().agency(), step.who().agency())) {
            add("not-by-nobody", step, step.name(), other.get().name());
        }
    }

    private void guard(StepDefinition step) {
        boolean passage = step.kind() == StepKind.JOIN || step.kind() == StepKind.END;
        if (step.onlyWhen() == null) {
            if (!step.otherwise().isEmpty()) add("else-without-condition", step, step.name());
        } else if (passage) {
            add("condition-on-passage", step, step.name());
        } else if (step.otherwise().isEmpty() && !onlyInclusive(step)) {
            add("no-else", step, step.name());
        }
    }

    /// Whether every way to the step is a branch of an inclusive split.
    private boolean onlyInclusive(StepDefinition target) {
        var id = target.id();
        boolean first = id.equals(start);
        return !first
                && steps.stream()
                        .noneMatch(
                                step ->
                                        step.otherwise().contains(id)
                                                || step.outcomes().stream()
                                                        .filter(it -> !it.inclusive())
                                                        .anyMatch(it -> it.to().contains(id)));
    }

    private void outcomes(StepDefinition step) {
        var outcomes = step.outcomes();
        if (outcomes.isEmpty()) {
            add("no-outcome", step, step.name());
            return;
        }
        var names = new HashSet<String>();
        for (var outcome : outcomes) {
            if (!names.add(outcome.id())) {
                add("duplicate-outcome", step, step.name(), outcome.id());
            }
            if (outcome.to().isEmpty()) add("no-target", step, step.name(), outcome.name());
            if (outcome.inclusive() && outcome.to().size() < 2) {
                add("inclusive-one", step, step.name(), outcome.name());
            }
            targets(step, outcome.to());
        }
        if (outcomes.stream().noneMatch(TableCheck::always)) add("all-guarded", step, step.name());
    }

    private static boolean always(OutcomeDefinition outcome) {
        return outcome.onlyWhen() == null && outcome.atMost() == 0;
    }

    private void targets(StepDefinition step, List<String> targets) {
        var seen = new HashSet<String>();
        for (var target : targets) {
            if (steps.stream().noneMatch(other -> other.id().equals(target))) {
                add("unknown-target", step, step.name(), target);
            } else if (!seen.add(target)
                    && steps.stream()
                            .noneMatch(s -> s.id().equals(target) && s.kind() == StepKind.JOIN)) {
                add("target-twice", step, step.name(), target);
            }
        }
    }

    /// An automatic step takes the first outcome it may; what stands behind an unconditional
    /// one is never taken.
    private void neverTaken(StepDefinition step) {
        boolean closed = false;
        for (var outcome : step.outcomes()) {
            if (closed) add("never-taken", step, step.name(), outcome.name());
            closed |= always(outcome);
        }
    }

    private void timers(StepDefinition step) {
        var timers = step.timers();
        if (timers.isEmpty()) return;
        if (!step.kind().opens()) {
            add("timer-on-passage", step, step.name());
            return;
        }
        long last = 0;
        for (int t = 0; t < timers.size(); t++) {
            var timer = timers.get(t);
            long time = Soundness.minutes(timer.after());
            boolean ends = timer.act() instanceof TimerAct.Take;
            if (time < last || (ends && t < timers.size() - 1)) {
                add("timer-order", step, step.name(), t + 1);
            }
            last = time;
            switch (timer.act()) {
                case TimerAct.Take(var id) -> takes(step, id);
                case TimerAct.Escalate(var to) -> {
                    if (!to.officer()) add("escalate-nobody", step, step.name(), to.name());
                }
                case TimerAct.Warn() -> {}
            }
        }
    }

    private void takes(StepDefinition step, String id) {
        var outcome = step.outcome(id);
        if (outcome == null) {
            add("timer-outcome", step, step.name(), id);
        } else if (!always(outcome)) {
            add("timer-guarded", step, step.name(), outcome.name());
        }
    }

    private void several(StepDefinition step) {
        var several = step.several();
        if (several == null) return;
        if (step.kind() != StepKind.TASK || !step.who().position().officer()) {
            add("people-on-passage", step, step.name());
        }
        if (step.service() != null) add("people-service", step, step.name());
        if (several.quorum() > several.count()) {
            add("quorum-over-count", step, step.name(), several.quorum(), several.count());
        }
        var otherwise = several.otherwise();
        if (otherwise == null) {
            boolean mayDiffer = several.rule() != Several.Rule.FIRST && step.outcomes().size() > 1;
            if (mayDiffer) add("people-no-else", step, step.name());
        } else {
            var outcome = step.outcome(otherwise);
            if (outcome == null) add("people-else", step, step.name(), otherwise);
            else if (!always(outcome)) add("people-else-guarded", step, step.name(), otherwise);
        }
    }

    private void call(StepDefinition step) {
        if (step.call() == null) return;
        if (step.kind() != StepKind.WAIT || step.service() != null) {
            add("call-by-people", step, step.name());
        }
        for (var id : Call.OUTCOMES) {
            var outcome = step.outcome(id);
            if (outcome == null || !always(outcome)) add("call-outcome", step, step.name(), id);
        }
    }
}
