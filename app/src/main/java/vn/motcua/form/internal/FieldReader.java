package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.Option;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.YamlNode;

/// Reads one field of `form.yaml` and compiles its expressions; reports every fault with its line.
final class FieldReader {
    static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,59}");

    private static final List<String> KEYS =
            List.of(
                    "id",
                    "type",
                    "label",
                    "hint",
                    "required",
                    "requiredWhen",
                    "visibleWhen",
                    "validWhen",
                    "message",
                    "options",
                    "prefill",
                    "default",
                    "calculate",
                    "maxLength",
                    "min",
                    "max",
                    "decimals",
                    "format",
                    "component",
                    "fields",
                    "columns",
                    "parts",
                    "itemTitle",
                    "import");
    private static final Set<String> PREFILLS =
            Set.of(
                    "account",
                    "account.fullName",
                    "account.personalId",
                    "account.birthDate",
                    "account.sex",
                    "account.phone",
                    "account.email",
                    "account.address");
    private static final Set<FieldType> NOT_INSIDE =
            Set.of(FieldType.REPEAT, FieldType.DECLARATION, FieldType.ATTACHMENT);

    private final Set<String> components;

    /// @param components ids of the procedure's papers
    FieldReader(Set<String> components) {
        this.components = components;
    }

    /// The id of a field, for the vocabulary of expressions.
    static String id(YamlNode node) {
        return node.textOr("id", "");
    }

    CompiledField read(
            YamlNode node, ExpressionLanguage language, Set<String> scope, boolean inside) {
        node.only(KEYS);
        var id = node.code("id", ID, "childName");
        if (ExpressionLanguage.RESERVED.contains(id)) node.fault("form.fault.reserved", id);
        var type = type(node, inside);
        var label = node.localText("label");
        var parts = parts(node, type, scope);
        var options = options(node, type);
        checkBounds(node, type);
        checkRelations(node, type);
        var field =
                new Field(
                        id,
                        type,
                        label,
                        node.localTextOrNull("hint"),
                        node.flagOr("required", false),
                        node.textOrNull("requiredWhen"),
                        node.textOrNull("visibleWhen"),
                        node.textOrNull("validWhen"),
                        node.localTextOrNull("message"),
                        options,
                        node.textOrNull("prefill"),
                        node.textOrNull("default"),
                        node.textOrNull("calculate"),
                        node.integerOr(
                                "maxLength", type == FieldType.LONGTEXT ? 2_000 : 200, 1, 20_000),
                        node.textOrNull("min"),
                        node.textOrNull("max"),
                        node.integerOr("decimals", 0, 0, 6),
                        node.textOrNull("format"),
                        node.textOrNull("component"),
                        parts.stream().map(CompiledField::field).toList(),
                        itemTitle(node, parts),
                        node.has("import"));
        return new CompiledField(
                field,
                condition(node, "requiredWhen", language),
                condition(node, "visibleWhen", language),
                condition(node, "validWhen", language),
                value(node, "calculate", language),
                parts,
                settling(node, parts));
    }

    private static FieldType type(YamlNode node, boolean inside) {
        var word = node.text("type");
        var type = FieldType.of(word).orElse(null);
        if (type == null) {
            if (!word.isEmpty()) {
                var words = new ArrayList<String>();
                for (var t : FieldType.values()) words.add(t.word());
                node.at("type").fault("form.fault.type", word, String.join(", ", words));
            }
            return FieldType.TEXT;
        }
        if (inside && NOT_INSIDE.contains(type))
            node.at("type").fault("form.fault.type-inside", word);
        return type;
    }

    private List<CompiledField> parts(YamlNode node, FieldType type, Set<String> scope) {
        var key = node.has("columns") ? "columns" : "fields";
        if (type == FieldType.REPEAT || (type.isGroup() && node.has(key))) {
            var nodes = type == FieldType.REPEAT ? node.someOf(key) : node.list(key);
            var ids = new HashSet<>(scope);
            for (var n : nodes) if (!id(n).isEmpty()) ids.add(id(n));
            var language = new ExpressionLanguage(ids);
            var parts = new ArrayList<CompiledField>();
            var seen = new HashSet<String>();
            for (var n : nodes) {
                if (!seen.add(id(n))) n.fault("form.fault.twice", id(n));
                parts.add(read(n, language, ids, true));
            }
            return List.copyOf(parts);
        }
        if (node.has("columns") || node.has("fields"))
            node.fault("form.fault.no-parts", type.word());
        if (!type.isGroup()) return List.of();
        var words =
                node.has("parts")
                        ? node.texts("parts")
                        : Objects.requireNonNull(Parts.DEFAULT.get(type));
        var parts = new ArrayList<CompiledField>();
        for (var word : words) {
            var part = Parts.part(type, word);
            if (part == null)
                node.at("parts")
                        .fault("form.fault.part", word, String.join(", ", Parts.known(type)));
            else parts.add(new CompiledField(part, null, null, null, null, List.of(), List.of()));
        }
        return List.copyOf(parts);
    }

    private static List<CompiledField> settling(YamlNode node, List<CompiledField> parts) {
        var needs = new LinkedHashMap<String, Set<String>>();
        for (var part : parts) needs.put(part.id(), part.reads());
        var order = Dependencies.order(needs);
        if (!order.cycle().isEmpty())
            node.fault("form.fault.cycle", String.join(" → ", order.cycle()));
        var byId = new LinkedHashMap<String, CompiledField>();
        for (var part : parts) byId.put(part.id(), part);
        return order.order().stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static List<Option> options(YamlNode node, FieldType type) {
        boolean chooses = type == FieldType.CHOICE || type == FieldType.CHOICES;
        if (!chooses) {
            if (node.has("options")) node.at("options").fault("form.fault.no-options", type.word());
            return List.of();
        }
        var seen = new HashSet<String>();
        var options = new ArrayList<Option>();
        for (var n : node.someOf("options")) {
            n.only("value", "label", "hint");
            var value = n.text("value");
            if (!seen.add(value)) n.fault("form.fault.option-twice", value);
            options.add(new Option(value, n.localText("label"), n.localTextOrNull("hint")));
        }
        return options;
    }

    private void checkBounds(YamlNode node, FieldType type) {
        for (var key : List.of("min", "max")) {
            if (!node.has(key)) continue;
            var bound = node.text(key);
            boolean good =
                    switch (type) {
                        case DATE, PARTIAL_DATE -> Dates.isBound(bound);
                        case NUMBER -> bound.matches("-?\\d{1,15}(\\.\\d{1,6})?");
                        case MONEY -> bound.matches("\\d{1,15}");
                        case REPEAT, ATTACHMENT, CHOICES -> bound.matches("\\d{1,4}");
                        default -> false;
                    };
            if (!good) node.at(key).fault("form.fault.bound", key, bound, type.word());
        }
        var preset = node.textOrNull("default");
        if (preset != null && !Presets.fits(type, preset))
            node.at("default").fault("form.fault.default", preset, type.word());
    }

    private void checkRelations(YamlNode node, FieldType type) {
        var prefill = node.textOrNull("prefill");
        if (prefill != null && !PREFILLS.contains(prefill))
            node.at("prefill")
                    .fault(
                            "form.fault.prefill",
                            prefill,
                            String.join(", ", new java.util.TreeSet<>(PREFILLS)));
        var component = node.textOrNull("component");
        if (component != null && type != FieldType.ATTACHMENT)
            node.at("component").fault("form.fault.component-place", type.word());
        if (component != null && !components.contains(component))
            node.at("component")
                    .fault(
                            "form.fault.component",
                            component,
                            String.join(", ", new java.util.TreeSet<>(components)));
        if (node.has("calculate") && node.flagOr("required", false))
            node.fault("form.fault.calculated-required", id(node));
        if (node.has("message") && !node.has("validWhen"))
            node.at("message").fault("form.fault.message-alone");
        if (node.has("import") && !(type == FieldType.REPEAT && node.text("import").equals("csv")))
            node.at("import").fault("form.fault.import");
    }

    private static @Nullable String itemTitle(YamlNode node, List<CompiledField> parts) {
        var title = node.at("itemTitle");
        if (!title.present()) return parts.isEmpty() ? null : parts.getFirst().id();
        if (title.isMap()) {
            LocalText unused = title.asLocalText();
            return parts.isEmpty() || unused.vi().isEmpty() ? null : parts.getFirst().id();
        }
        var id = title.asText();
        int dot = id.indexOf('.');
        var top = dot < 0 ? id : id.substring(0, dot);
        if (parts.stream().noneMatch(p -> p.id().equals(top)))
            title.fault("form.fault.item-title", id);
        return id;
    }

    static @Nullable Expression condition(YamlNode node, String key, ExpressionLanguage language) {
        return compile(node, key, language, true);
    }

    static @Nullable Expression value(YamlNode node, String key, ExpressionLanguage language) {
        return compile(node, key, language, false);
    }

    private static @Nullable Expression compile(
            YamlNode node, String key, ExpressionLanguage language, boolean condition) {
        if (!node.has(key)) return null;
        var source = node.text(key);
        try {
            return condition ? language.condition(source) : language.value(source);
        } catch (ExpressionFault f) {
            node.at(key).fault(f.key(), f.args());
            return null;
        }
    }
}
