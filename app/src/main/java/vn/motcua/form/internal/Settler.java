package vn.motcua.form.internal;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Answers;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;

/// Works out which questions are asked and what the answers come to. Questions and fields are nodes
/// in one order of dependence; a change computes anew only what depends on it.
final class Settler {
    /// @param asked ids of the nodes that are asked
    /// @param computed how many nodes were computed to get here
    record Settled(
            Map<String, Object> given,
            Map<String, Object> values,
            Set<String> asked,
            FormContext context,
            int computed) {
        boolean asksQuestion(String id) {
            return asked.contains(QUESTION + id);
        }

        boolean asks(String field) {
            return asked.contains(field);
        }
    }

    static final String QUESTION = "?";

    private record Node(
            String id,
            Set<String> needs,
            @Nullable CompiledQuestion question,
            @Nullable CompiledField field) {}

    private final List<CompiledField> fields = new ArrayList<>();
    private final List<Node> order = new ArrayList<>();
    private final List<String> cycle;

    Settler(List<CompiledQuestion> questions) {
        var nodes = new LinkedHashMap<String, Node>();
        for (var q : questions) {
            Set<String> reads = q.visibleWhen() == null ? Set.of() : q.visibleWhen().reads();
            nodes.put(QUESTION + q.id(), new Node(QUESTION + q.id(), reads, q, null));
            for (var f : q.fields()) {
                var needs = new HashSet<>(f.reads());
                needs.add(QUESTION + q.id());
                nodes.put(f.id(), new Node(f.id(), needs, q, f));
                fields.add(f);
            }
        }
        var needs = new LinkedHashMap<String, Set<String>>();
        nodes.forEach((id, node) -> needs.put(id, node.needs()));
        var found = Dependencies.order(needs);
        cycle = found.cycle();
        for (var id : found.order()) order.add(Objects.requireNonNull(nodes.get(id)));
    }

    /// Fields that depend on each other in a circle; empty when all is well.
    List<String> cycle() {
        return cycle;
    }

    Settled settle(Map<String, Object> given, FormContext context) {
        return run(given, context, null, Set.of());
    }

    /// As [#settle] of the new answers, computing only what the change can have touched.
    Settled change(Settled before, Map<String, Object> given) {
        var changed = new HashSet<String>();
        for (var f : fields)
            if (!Objects.equals(before.given().get(f.id()), given.get(f.id()))) changed.add(f.id());
        return run(given, before.context(), before, changed);
    }

    private Settled run(
            Map<String, Object> given,
            FormContext context,
            @Nullable Settled before,
            Set<String> changed) {
        var variables = Variables.start(fields, context);
        var values = new HashMap<String, Object>();
        var asked = new HashSet<String>();
        var moved = new HashSet<>(changed);
        int computed = 0;
        for (var node : order) {
            if (before != null && !touched(node, moved)) {
                keep(node, before, values, asked, variables);
                continue;
            }
            computed++;
            compute(node, given, context, values, asked, variables);
            if (before != null && differs(node, before, values, asked)) moved.add(node.id());
            else if (before != null) moved.remove(node.id());
        }
        return new Settled(given, inFormOrder(values), asked, context, computed);
    }

    private static boolean touched(Node node, Set<String> moved) {
        if (moved.contains(node.id())) return true;
        for (var needed : node.needs()) if (moved.contains(needed)) return true;
        return false;
    }

    private static boolean differs(
            Node node, Settled before, Map<String, Object> values, Set<String> asked) {
        return before.asked().contains(node.id()) != asked.contains(node.id())
                || !Objects.equals(before.values().get(node.id()), values.get(node.id()));
    }

    private static void keep(
            Node node,
            Settled before,
            Map<String, Object> values,
            Set<String> asked,
            Map<String, Object> variables) {
        if (before.asked().contains(node.id())) asked.add(node.id());
        var value = before.values().get(node.id());
        if (value == null || node.field() == null) return;
        values.put(node.id(), value);
        variables.put(node.id(), Variables.of(node.field(), value));
    }

    private static void compute(
            Node node,
            Map<String, Object> given,
            FormContext context,
            Map<String, Object> values,
            Set<String> asked,
            Map<String, Object> variables) {
        var field = node.field();
        if (field == null) {
            var when = node.question() == null ? null : node.question().visibleWhen();
            if (when == null || when.holds(variables, context)) asked.add(node.id());
            return;
        }
        if (node.question() == null || !asked.contains(QUESTION + node.question().id())) return;
        if (field.visibleWhen() != null && !field.visibleWhen().holds(variables, context)) return;
        asked.add(node.id());
        var value = value(field, given.get(field.id()), variables, context);
        if (value == null) return;
        values.put(node.id(), value);
        variables.put(node.id(), Variables.of(field, value));
    }

    private static @Nullable Object value(
            CompiledField field,
            @Nullable Object given,
            Map<String, Object> variables,
            FormContext context) {
        if (field.calculate() != null)
            return field.calculate().value(variables, context).flatMap(Settler::plain).orElse(null);
        if (given == null || field.parts().isEmpty()) return given;
        if (field.field().type() != FieldType.REPEAT)
            return parts(field, given, variables, context);
        if (!(given instanceof List<?> items)) return given;
        var settled = new ArrayList<Object>(items.size());
        for (var item : items) settled.add(parts(field, item, variables, context));
        return settled;
    }

    private static Object parts(
            CompiledField field, Object given, Map<String, Object> variables, FormContext context) {
        if (!(given instanceof Map<?, ?> item)) return given;
        var scope = Variables.inside(variables, field, Map.of());
        var values = new HashMap<String, Object>();
        for (var part : field.settling()) {
            if (part.visibleWhen() != null && !part.visibleWhen().holds(scope, context)) continue;
            var value = value(part, item.get(part.id()), scope, context);
            if (value == null) continue;
            values.put(part.id(), value);
            scope.put(part.id(), Variables.of(part, value));
        }
        var ordered = new LinkedHashMap<String, Object>();
        for (var part : field.parts()) {
            var value = values.get(part.id());
            if (value != null) ordered.put(part.id(), value);
        }
        return ordered;
    }

    private Map<String, Object> inFormOrder(Map<String, Object> values) {
        var ordered = new LinkedHashMap<String, Object>();
        for (var f : fields) {
            var value = values.get(f.id());
            if (value != null) ordered.put(f.id(), value);
        }
        return ordered;
    }

    /// What an expression gave, as an answer can hold it.
    static Optional<Object> plain(Object value) {
        if (value instanceof NullValue) return Optional.empty();
        try {
            return Answers.of(Map.of("v", value)).at("v");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
