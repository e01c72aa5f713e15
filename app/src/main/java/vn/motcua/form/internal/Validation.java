package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.Answers;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;

/// What is wrong with settled answers, field by field.
final class Validation {
    private static final int MOST_FAULTS = 100;

    private final Settler.Settled settled;
    private final FormContext context;
    private final Map<String, Object> variables;
    private final List<AnswerFault> faults = new ArrayList<>();

    Validation(Collection<CompiledField> all, Settler.Settled settled) {
        this.settled = settled;
        this.context = settled.context();
        this.variables = Variables.start(all, context);
        for (var f : all) variables.put(f.id(), Variables.of(f, settled.values().get(f.id())));
    }

    /// Answers to fields the form does not have.
    static List<AnswerFault> unknown(Map<String, CompiledField> fields, Answers answers) {
        var faults = new ArrayList<AnswerFault>();
        answers.values()
                .forEach(
                        (id, value) -> {
                            var field = fields.get(id);
                            if (field == null) unknown(id, id, faults);
                            else unknownParts(field, value, id, faults);
                        });
        return faults;
    }

    private static void unknownParts(
            CompiledField field, Object value, String path, List<AnswerFault> faults) {
        if (field.parts().isEmpty()) return;
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++)
                unknownParts(field, items.get(i), path + "[" + i + "]", faults);
        } else if (value instanceof Map<?, ?> parts) {
            for (var entry : parts.entrySet()) {
                var id = String.valueOf(entry.getKey());
                var part = field.parts().stream().filter(p -> p.id().equals(id)).findFirst();
                if (part.isEmpty()) unknown(path + "." + id, id, faults);
                else unknownParts(part.get(), entry.getValue(), path + "." + id, faults);
            }
        }
    }

    private static void unknown(String path, String id, List<AnswerFault> faults) {
        if (faults.size() < MOST_FAULTS)
            faults.add(AnswerFault.of(path, "form.answer.unknown-field", shortened(id)));
    }

    private static String shortened(String id) {
        return id.length() > 60 ? id.substring(0, 60) : id;
    }

    List<AnswerFault> question(CompiledQuestion question) {
        faults.clear();
        if (settled.asksQuestion(question.id()))
            for (var f : question.fields())
                if (settled.asks(f.id())) check(f, settled.values().get(f.id()), f.id(), variables);
        return List.copyOf(faults);
    }

    /// The faults of one item of a repeat, with the paths of that item.
    List<AnswerFault> item(CompiledField repeat, Map<String, Object> item, int index) {
        faults.clear();
        parts(repeat, item, repeat.id() + "[" + index + "]", variables);
        return List.copyOf(faults);
    }

    private void check(
            CompiledField f, @Nullable Object value, String path, Map<String, Object> scope) {
        if (f.field().isCalculated() || faults.size() >= MOST_FAULTS) return;
        if (isAbsent(f, value)) {
            if (isRequired(f, scope)) faults.add(missing(f.field(), path));
            return;
        }
        var present = Objects.requireNonNull(value);
        var fault = ValueCheck.check(f.field(), present, path, context);
        if (fault != null) {
            faults.add(fault);
            return;
        }
        int before = faults.size();
        if (f.field().type() == FieldType.REPEAT) {
            var items = (List<?>) present;
            for (int i = 0; i < items.size(); i++)
                parts(f, items.get(i), path + "[" + i + "]", scope);
        } else if (!f.parts().isEmpty()) {
            parts(f, present, path, scope);
        }
        if (faults.size() == before) condition(f, path, scope);
    }

    private void parts(CompiledField f, Object value, String path, Map<String, Object> outer) {
        if (!(value instanceof Map<?, ?> item)) return;
        var scope = Variables.inside(outer, f, item);
        for (var part : f.parts()) {
            if (part.visibleWhen() != null && !part.visibleWhen().holds(scope, context)) continue;
            check(part, item.get(part.id()), path + "." + part.id(), scope);
        }
    }

    private void condition(CompiledField f, String path, Map<String, Object> scope) {
        if (f.validWhen() == null || f.validWhen().permits(scope, context)) return;
        faults.add(
                new AnswerFault(
                        path,
                        "form.answer.invalid",
                        List.of(f.field().label()),
                        f.field().message()));
    }

    private boolean isRequired(CompiledField f, Map<String, Object> scope) {
        return f.field().required()
                || (f.requiredWhen() != null && f.requiredWhen().holds(scope, context));
    }

    private static boolean isAbsent(CompiledField f, @Nullable Object value) {
        if (value == null) return true;
        if (value instanceof String s) return s.isBlank();
        if (value instanceof List<?> l) return l.isEmpty() && f.field().min() == null;
        if (value instanceof Map<?, ?> m) return m.isEmpty();
        return f.field().type() == FieldType.DECLARATION && Boolean.FALSE.equals(value);
    }

    private static AnswerFault missing(Field f, String path) {
        var how =
                switch (f.type()) {
                    case CHOICE, CHOICES, YES_NO -> "choose";
                    case ATTACHMENT -> "attach";
                    case DECLARATION -> "agree";
                    case REPEAT -> "add";
                    default -> "enter";
                };
        return AnswerFault.of(path, "form.answer.missing." + how, f.label());
    }
}
