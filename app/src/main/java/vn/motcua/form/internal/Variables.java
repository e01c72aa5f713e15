package vn.motcua.form.internal;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;

/// Answers as expressions see them: every field is there, null when not answered.
final class Variables {
    private Variables() {}

    static Map<String, Object> start(Collection<CompiledField> fields, FormContext context) {
        var variables = new HashMap<String, Object>();
        for (var field : fields) variables.put(field.id(), NullValue.NULL_VALUE);
        variables.put("channel", context.channel());
        variables.put("today", context.today().toString());
        return variables;
    }

    /// The scope of one item: what is around it, its own parts in front.
    static Map<String, Object> inside(
            Map<String, Object> outer, CompiledField field, @Nullable Object item) {
        var variables = new HashMap<>(outer);
        for (var part : field.parts()) {
            var value = item instanceof Map<?, ?> m ? m.get(part.id()) : null;
            variables.put(part.id(), of(part, value));
        }
        return variables;
    }

    static Object of(CompiledField field, @Nullable Object value) {
        if (value == null) return NullValue.NULL_VALUE;
        if (field.field().type() == FieldType.ADDRESS) return address(value);
        if (field.parts().isEmpty()) return value;
        if (value instanceof List<?> items) {
            var all = new ArrayList<Object>(items.size());
            for (var item : items) all.add(parts(field, item));
            return all;
        }
        return parts(field, value);
    }

    private static Object parts(CompiledField field, Object value) {
        if (!(value instanceof Map<?, ?> given)) return value;
        var all = new HashMap<String, Object>();
        for (var part : field.parts()) all.put(part.id(), of(part, given.get(part.id())));
        return all;
    }

    private static Object address(Object value) {
        if (!(value instanceof Map<?, ?> given)) return value;
        var all = new HashMap<String, Object>();
        for (var part : List.of("province", "commune", "street")) {
            var there = given.get(part);
            all.put(part, there == null ? NullValue.NULL_VALUE : there);
        }
        return all;
    }
}
