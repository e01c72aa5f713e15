package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.form.Field;
import vn.motcua.form.Option;

/// A form as JSON Schema. Conditions between answers cannot be told in it: they stand beside, under
/// `x-visible-when` and its like, and are decided by the server.
final class Schema {
    private Schema() {}

    static Map<String, Object> of(CompiledForm form, Locale locale) {
        var properties = new LinkedHashMap<String, Object>();
        for (var q : form.allQuestions())
            for (var f : q.fields()) {
                var node = field(f.field(), locale);
                if (q.question().visibleWhen() != null)
                    node.put("x-question-visible-when", q.question().visibleWhen());
                node.put("x-question", q.id());
                properties.put(f.id(), node);
            }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "$id",
                "/api/v1/procedures/"
                        + form.release().procedureCode()
                        + "/form?version="
                        + form.release().version());
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        schema.put("required", required(form));
        return schema;
    }

    /// Only what is asked of everybody is required without conditions.
    private static List<String> required(CompiledForm form) {
        var required = new ArrayList<String>();
        for (var q : form.allQuestions()) {
            if (q.question().visibleWhen() != null) continue;
            for (var f : q.fields())
                if (f.field().required() && f.field().visibleWhen() == null) required.add(f.id());
        }
        return required;
    }

    private static Map<String, Object> field(Field f, Locale locale) {
        var node = new LinkedHashMap<String, Object>();
        node.put("title", f.label().in(locale));
        if (f.hint() != null) node.put("description", f.hint().in(locale));
        node.putAll(shape(f, locale));
        if (f.isCalculated()) node.put("readOnly", true);
        node.put("x-type", f.type().word());
        if (f.visibleWhen() != null) node.put("x-visible-when", f.visibleWhen());
        if (f.requiredWhen() != null) node.put("x-required-when", f.requiredWhen());
        if (f.validWhen() != null) node.put("x-valid-when", f.validWhen());
        if (f.component() != null) node.put("x-component", f.component());
        return node;
    }

    private static Map<String, Object> shape(Field f, Locale locale) {
        return switch (f.type()) {
            case TEXT, LONGTEXT -> Map.of("type", "string", "maxLength", f.maxLength());
            case NUMBER -> numbers(f, f.decimals() == 0 ? "integer" : "number");
            case MONEY -> numbers(f, "integer");
            case DATE -> Map.of("type", "string", "format", "date");
            case PARTIAL_DATE ->
                    Map.of("type", "string", "pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?$");
            case TIME -> Map.of("type", "string", "pattern", "^([01]\\d|2[0-3]):[0-5]\\d$");
            case CHOICE -> Map.of("type", "string", "enum", values(f));
            case CHOICES ->
                    Map.of(
                            "type",
                            "array",
                            "uniqueItems",
                            true,
                            "items",
                            Map.of("type", "string", "enum", values(f)));
            case YES_NO, DECLARATION -> Map.of("type", "boolean");
            case PERSONAL_ID -> Map.of("type", "string", "pattern", "^\\d{12}$");
            case TAX_CODE -> Map.of("type", "string", "pattern", "^(\\d{10}(-\\d{3})?|\\d{12})$");
            case PHONE -> Map.of("type", "string", "pattern", "^\\+84[35789]\\d{8}$");
            case EMAIL -> Map.of("type", "string", "format", "email", "maxLength", 254);
            case ADDRESS -> address();
            case PERSON, ORGANISATION -> object(f, locale);
            case REPEAT -> {
                var list = new LinkedHashMap<String, Object>();
                list.put("type", "array");
                list.put("maxItems", ValueCheck.mostItems(f));
                list.put("items", object(f, locale));
                yield list;
            }
            case ATTACHMENT ->
                    Map.of("type", "array", "items", Map.of("type", "string", "format", "uuid"));
        };
    }

    private static List<String> values(Field f) {
        return f.options().stream().map(Option::value).toList();
    }

    private static Map<String, Object> numbers(Field f, String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("type", type);
        if (f.min() != null) node.put("minimum", Double.valueOf(f.min()));
        if (f.max() != null) node.put("maximum", Double.valueOf(f.max()));
        return node;
    }

    private static Map<String, Object> address() {
        return Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("province", "commune"),
                "properties",
                Map.of(
                        "province", Map.of("type", "string", "pattern", "^\\d{2}$"),
                        "commune", Map.of("type", "string", "pattern", "^\\d{5}$"),
                        "street", Map.of("type", "string", "maxLength", 200)));
    }

    private static Map<String, Object> object(Field f, Locale locale) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var part : f.fields()) {
            properties.put(part.id(), field(part, locale));
            if (part.required() && part.visibleWhen() == null) required.add(part.id());
        }
        var node = new LinkedHashMap<String, Object>();
        node.put("type", "object");
        node.put("additionalProperties", false);
        node.put("properties", properties);
        node.put("required", required);
        return node;
    }
}
