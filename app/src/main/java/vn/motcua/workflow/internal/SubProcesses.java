package vn.motcua.workflow.internal;

import dev.cel.common.CelValidationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.YamlNode;
import vn.motcua.workflow.Call;
import vn.motcua.workflow.Formula;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.Who;

/// Puts sub-processes in where they are used. Their steps get ids that begin with the using
/// step's; the using step itself is the way in, and each end is a passage on to the using
/// step's outcome of the same id. The contract: conditions inside read declared inputs only;
/// each end has an outcome, each outcome an end.
final class SubProcesses {
    /// What a step that uses a sub-process may say.
    static final Set<String> KEYS =
            Set.of("id", "name", "use", "inputs", "outcomes", "to", "onlyWhen", "else");

    private static final int MOST_DEPTH = 3;
    private static final int MOST_STEPS = 400;

    /// Where steps were written.
    static final class Nodes {
        private final Map<String, YamlNode> byStep = new HashMap<>();

        void put(String step, YamlNode node) {
            byStep.putIfAbsent(step, node);
        }

        @Nullable YamlNode find(String step) {
            return byStep.get(step);
        }

        int line(String step) {
            var node = byStep.get(step);
            return node == null ? 0 : node.line();
        }
    }

    /// @param nodes where each step was written
    record Table(String start, List<StepDefinition> steps, Nodes nodes) {}

    /// A sub-process as written.
    ///
    /// @param inputs the answers its conditions may read
    record Part(YamlNode node, Table table, List<String> inputs) {}

    private final Map<String, Part> parts;
    private final List<StepDefinition> steps = new ArrayList<>();
    private final Nodes nodes = new Nodes();
    private final Set<String> used = new HashSet<>();

    private SubProcesses(Map<String, Part> parts) {
        this.parts = parts;
    }

    static Table expand(Table table, Map<String, Part> parts) {
        var whole = new SubProcesses(parts);
        parts.values().forEach(SubProcesses::contract);
        whole.put(table, "", Map.of(), List.of());
        parts.forEach(
                (name, part) -> {
                    if (!whole.used.contains(name)) {
                        part.node().fault("workflow.fault.sub-unused", name);
                    }
                });
        return new Table(table.start(), whole.steps, whole.nodes);
    }

    /// Every condition and formula reads declared inputs only.
    private static void contract(Part part) {
        for (var step : part.table().steps()) {
            var fields = new HashSet<String>();
            if (step.onlyWhen() != null) fields.addAll(step.onlyWhen().fields());
            for (var outcome : step.outcomes()) {
                if (outcome.onlyWhen() != null) fields.addAll(outcome.onlyWhen().fields());
            }
            formulas(step).values().forEach(formula -> fields.addAll(formula.fields()));
            fields.removeAll(part.inputs());
            var node = part.table().nodes().find(step.id());
            for (var field : fields) {
                (node == null ? part.node() : node)
                        .fault("workflow.fault.sub-input", step.id(), field);
            }
        }
    }

    private static Map<String, Formula> formulas(StepDefinition step) {
        var all = new LinkedHashMap<String, Formula>();
        if (step.call() != null) all.putAll(step.call().inputs());
        if (step.service() instanceof Service.Query(var _, var inputs, var compare)) {
            inputs.forEach((name, formula) -> all.put("inputs." + name, formula));
            compare.forEach((name, formula) -> all.put("compare." + name, formula));
        }
        return all;
    }

    /// @param within names of the sub-processes this table stands in, outermost first
    private void put(Table table, String prefix, Map<String, String> renames, List<String> within) {
        var names = new Names(prefix, renames, table.nodes());
        for (var step : table.steps()) {
            if (steps.size() > MOST_STEPS) return;
            var node = table.nodes().find(step.id());
            var own = names.step(step);
            if (node != null) nodes.put(own.id(), node);
            if (node == null || !node.has("use")) steps.add(own);
            else use(own, node, renames, within);
        }
    }

    private void use(
            StepDefinition step, YamlNode node, Map<String, String> renames, List<String> within) {
        var name = node.text("use");
        var part = parts.get(name);
        if (part == null) {
            node.at("use").fault("workflow.fault.sub-unknown", name);
            return;
        }
        if (within.contains(name) || within.size() >= MOST_DEPTH) {
            var way = new ArrayList<>(within);
            way.add(name);
            node.at("use").fault("workflow.fault.sub-cycle", name, String.join(" → ", way));
            return;
        }
        used.add(name);
        var deeper = new ArrayList<>(within);
        deeper.add(name);
        var inner = step.id() + ".";
        steps.add(
                step.withOutcomes(
                        List.of(
                                OutcomeDefinition.of(
                                        "begin",
                                        LocalText.of("Bắt đầu", "Begin"),
                                        List.of(inner + part.table().start())))));
        ends(step, node, part);
        int from = steps.size();
        put(part.table(), inner, inputs(node, part, renames), deeper);
        for (int i = from; i < steps.size(); i++) steps.set(i, onward(steps.get(i), step, inner));
    }

    /// An end of the sub-process goes on by the using step's outcome.
    private static StepDefinition onward(StepDefinition inside, StepDefinition step, String inner) {
        if (inside.kind() != StepKind.END || inside.id().indexOf('.', inner.length()) >= 0) {
            return inside;
        }
        var outcome = step.outcome(inside.id().substring(inner.length()));
        if (outcome == null && step.outcomes().size() == 1) outcome = step.outcomes().getFirst();
        if (outcome == null) return inside;
        return ProcessReader.passage(
                inside.id(), StepKind.AUTOMATIC, outcome.name(), List.of(outcome));
    }

    private static void ends(StepDefinition step, YamlNode node, Part part) {
        var ends =
                part.table().steps().stream()
                        .filter(inside -> inside.kind() == StepKind.END)
                        .map(StepDefinition::id)
                        .toList();
        boolean single = ends.size() == 1 && step.outcomes().size() == 1;
        for (var outcome : step.outcomes()) {
            if (outcome.onlyWhen() != null || outcome.atMost() > 0) {
                node.fault("workflow.fault.sub-outcome-guarded", step.id(), outcome.id());
            }
            if (!single && !ends.contains(outcome.id())) {
                node.fault("workflow.fault.sub-no-end", step.id(), outcome.id());
            }
        }
        for (var end : ends) {
            if (!single && step.outcome(end) == null) {
                node.fault("workflow.fault.sub-no-outcome", step.id(), end);
            }
        }
    }

    /// `inputs: {area: landArea}`: what the sub-process calls `area` is the answer `landArea`.
    private static Map<String, String> inputs(
            YamlNode node, Part part, Map<String, String> renames) {
        var all = new HashMap<String, String>();
        for (var input : part.inputs()) all.put(input, renames.getOrDefault(input, input));
        if (!node.has("inputs")) return all;
        var given = node.mapping("inputs");
        for (var name : given.keys()) {
            if (!part.inputs().contains(name)) {
                given.at(name).fault("workflow.fault.sub-extra-input", name);
            } else {
                var field = given.text(name);
                all.put(name, renames.getOrDefault(field, field));
            }
        }
        return all;
    }

    /// Gives the names inside a sub-process their meaning outside.
    private record Names(String prefix, Map<String, String> fields, Nodes nodes) {
        StepDefinition step(StepDefinition step) {
            if (prefix.isEmpty()) return step;
            return new StepDefinition(
                    prefix + step.id(),
                    step.kind(),
                    step.name(),
                    step.publicName(),
                    who(step.who()),
                    step.time(),
                    step.outcomes().stream().map(it -> outcome(it)).toList(),
                    new StepDefinition.Condition(guard(step.onlyWhen()), ids(step.otherwise())),
                    work(step.work()));
        }

        private List<String> ids(List<String> ids) {
            return ids.stream().map(prefix::concat).toList();
        }

        private Who who(Who who) {
            return new Who(
                    who.position(), who.unit(), who.agency(), who.assignment(), ids(who.notBy()));
        }

        private OutcomeDefinition outcome(OutcomeDefinition outcome) {
            return outcome.leadingTo(ids(outcome.to())).when(guard(outcome.onlyWhen()));
        }

        private StepDefinition.Work work(StepDefinition.Work work) {
            var service = work.service();
            if (service instanceof Service.Query(var register, var inputs, var compare)) {
                service = new Service.Query(register, formulas(inputs), formulas(compare));
            }
            var call = work.call();
            if (call != null) {
                call = new Call(call.procedure(), call.agency(), formulas(call.inputs()));
            }
            return work.serving(service).calling(call);
        }

        private Map<String, Formula> formulas(Map<String, Formula> inputs) {
            var renamed = new LinkedHashMap<String, Formula>();
            inputs.forEach((name, formula) -> renamed.put(name, formula(formula)));
            return renamed;
        }

        private @Nullable Guard guard(@Nullable Guard guard) {
            if (guard == null) return null;
            var text = Identifiers.rename(guard.text(), fields);
            try {
                return text.equals(guard.text()) ? guard : GuardCompiler.compile(text);
            } catch (CelValidationException e) {
                throw new IllegalStateException("renamed condition is none: " + text, e);
            }
        }

        private Formula formula(Formula formula) {
            var text = Identifiers.rename(formula.text(), fields);
            try {
                return text.equals(formula.text()) ? formula : GuardCompiler.formula(text);
            } catch (CelValidationException e) {
                throw new IllegalStateException("renamed formula is none: " + text, e);
            }
        }
    }
}
