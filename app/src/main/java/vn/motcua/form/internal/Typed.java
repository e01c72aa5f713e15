package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Field;
import vn.motcua.form.FormContext;
import vn.motcua.identity.PhoneNumber;

/// What stands in the controls of a page, by control name: kept as typed when it was bad, written
/// out from the answers otherwise. Controls are named by the path of the field, parts of a date
/// `<path>.day`, of an address `<path>.province`, `.commune`, `.communeCode`, `.street`.
record Typed(Map<String, List<String>> controls) {
    static Typed empty() {
        return new Typed(Map.of());
    }

    String one(String control) {
        var values = controls.getOrDefault(control, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    List<String> all(String control) {
        return controls.getOrDefault(control, List.of());
    }

    /// The answers of these fields as they would be typed.
    static Typed of(
            List<CompiledField> fields, Map<?, ?> answers, String prefix, FormContext context) {
        var controls = new LinkedHashMap<String, List<String>>();
        for (var f : fields)
            write(f, answers.get(f.id()), prefix + f.id(), controls, context, prefix.isEmpty());
        return new Typed(controls);
    }

    private static void write(
            CompiledField f,
            @Nullable Object answer,
            String path,
            Map<String, List<String>> controls,
            FormContext context,
            boolean presets) {
        var value =
                answer != null || !presets
                        ? answer
                        : Presets.value(f.field(), context.today()).orElse(null);
        if (value == null) return;
        if (f.field().type().isGroup() && value instanceof Map<?, ?> parts) {
            for (var part : f.parts())
                write(part, parts.get(part.id()), path + "." + part.id(), controls, context, false);
            return;
        }
        leaf(f.field(), value, path, controls, context);
    }

    private static void leaf(
            Field f,
            Object value,
            String path,
            Map<String, List<String>> controls,
            FormContext context) {
        switch (f.type()) {
            case DATE, PARTIAL_DATE -> date(String.valueOf(value), path, controls);
            case ADDRESS -> address(value, path, controls, context);
            case CHOICES, ATTACHMENT -> {
                var all = new ArrayList<String>();
                if (value instanceof List<?> l) for (var v : l) all.add(String.valueOf(v));
                controls.put(path, all);
            }
            case PHONE ->
                    controls.put(
                            path,
                            List.of(
                                    PhoneNumber.parse(String.valueOf(value))
                                            .map(p -> p.national().replace(" ", ""))
                                            .orElse(String.valueOf(value))));
            case NUMBER -> controls.put(path, List.of(String.valueOf(value).replace('.', ',')));
            case REPEAT -> {}
            default -> controls.put(path, List.of(String.valueOf(value)));
        }
    }

    private static void date(String iso, String path, Map<String, List<String>> controls) {
        var parts = iso.split("-");
        var names = List.of("year", "month", "day");
        for (int i = 0; i < parts.length && i < 3; i++)
            controls.put(
                    path + "." + names.get(i),
                    List.of(i == 0 ? parts[i] : parts[i].replaceFirst("^0", "")));
    }

    private static void address(
            Object value, String path, Map<String, List<String>> controls, FormContext context) {
        if (!(value instanceof Map<?, ?> a)) return;
        var province = a.get("province") instanceof String s ? s : "";
        var commune = a.get("commune") instanceof String s ? s : "";
        if (!province.isEmpty()) controls.put(path + ".province", List.of(province));
        context.places()
                .commune(province, commune, context.today())
                .ifPresent(
                        c -> {
                            controls.put(path + ".commune", List.of(c.name()));
                            controls.put(path + ".communeCode", List.of(c.code()));
                        });
        if (a.get("street") instanceof String s) controls.put(path + ".street", List.of(s));
    }
}
