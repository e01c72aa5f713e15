package vn.motcua.workflow.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.BpmnProblem;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;

/// In which branches of which splits each step lies. A drawing counts the lines that lead to a
/// join, our engine the branches that arrive; they agree only where branches lie inside one
/// another, and that is found out here.
final class BpmnBranches {
    static final String ELSE = "else";

    /// @param exit outcome by which the step splits, or [#ELSE]
    record Split(String step, String exit) {}

    record Branch(Split split, int number) {}

    private final Process process;
    private final Map<String, List<Branch>> inside = new LinkedHashMap<>();
    private final Map<String, List<Split>> into = new LinkedHashMap<>();
    private final ArrayDeque<String> found = new ArrayDeque<>();

    BpmnBranches(Process process) {
        this.process = process;
        arrive(process.start(), List.of());
        while (!found.isEmpty()) leave(process.step(found.remove()));
    }

    /// Branches around the step, the outermost first; of a join, those around what it joins.
    List<Branch> around(String step) {
        return inside.getOrDefault(step, List.of());
    }

    /// Branches around what an exit leads to.
    List<Branch> around(String step, String exit, int targets, int number) {
        var around = around(step);
        if (targets < 2) return around;
        var deeper = new ArrayList<>(around);
        deeper.add(new Branch(new Split(step, exit), number));
        return deeper;
    }

    /// The splits a join closes.
    List<Split> into(String join) {
        return into.getOrDefault(join, List.of());
    }

    private void leave(StepDefinition step) {
        for (var outcome : step.outcomes()) follow(step, outcome.id(), outcome.to());
        follow(step, ELSE, step.otherwise());
    }

    private void follow(StepDefinition step, String exit, List<String> targets) {
        for (int i = 0; i < targets.size(); i++) {
            arrive(targets.get(i), around(step.id(), exit, targets.size(), i));
        }
    }

    private void arrive(String id, List<Branch> from) {
        var step = process.step(id);
        var around = from;
        if (step.kind() == StepKind.JOIN) {
            if (from.isEmpty()) throw new ProblemException(BpmnProblem.NOT_IN_BLOCKS, id);
            around = from.subList(0, from.size() - 1);
            into.computeIfAbsent(id, _ -> new ArrayList<>()).add(from.getLast().split());
        } else if (step.kind() == StepKind.END && !from.isEmpty()) {
            throw new ProblemException(BpmnProblem.NOT_IN_BLOCKS, id);
        }
        var known = inside.putIfAbsent(id, List.copyOf(around));
        if (known == null) found.add(id);
        else if (!known.equals(around)) throw new ProblemException(BpmnProblem.NOT_IN_BLOCKS, id);
    }
}
