package vn.motcua.form.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Field;
import vn.motcua.form.FieldType;
import vn.motcua.form.Option;
import vn.motcua.kernel.LocalText;

/// The parts persons and organisations are made of. A release names those it wants; a question mark
/// after a name makes the part optional.
final class Parts {
    static final Map<FieldType, List<String>> DEFAULT =
            Map.of(
                    FieldType.PERSON,
                    List.of("fullName", "birthDate", "sex?", "personalId?"),
                    FieldType.ORGANISATION,
                    List.of("name", "taxCode", "address?", "phone?", "email?"));

    private static final Map<FieldType, Map<String, FieldType>> KNOWN =
            Map.of(FieldType.PERSON, person(), FieldType.ORGANISATION, organisation());

    private Parts() {}

    private static Map<String, FieldType> person() {
        var parts = new LinkedHashMap<String, FieldType>();
        parts.put("fullName", FieldType.TEXT);
        parts.put("birthDate", FieldType.PARTIAL_DATE);
        parts.put("sex", FieldType.CHOICE);
        parts.put("personalId", FieldType.PERSONAL_ID);
        parts.put("otherDocument", FieldType.TEXT);
        parts.put("ethnicity", FieldType.TEXT);
        parts.put("nationality", FieldType.TEXT);
        parts.put("phone", FieldType.PHONE);
        parts.put("email", FieldType.EMAIL);
        parts.put("address", FieldType.ADDRESS);
        return parts;
    }

    private static Map<String, FieldType> organisation() {
        var parts = new LinkedHashMap<String, FieldType>();
        parts.put("name", FieldType.TEXT);
        parts.put("taxCode", FieldType.TAX_CODE);
        parts.put("address", FieldType.ADDRESS);
        parts.put("phone", FieldType.PHONE);
        parts.put("email", FieldType.EMAIL);
        parts.put("representative", FieldType.TEXT);
        parts.put("position", FieldType.TEXT);
        return parts;
    }

    static List<String> known(FieldType group) {
        return List.copyOf(KNOWN.getOrDefault(group, Map.of()).keySet());
    }

    /// @param word the part's name, with a question mark when it may be left out
    static @Nullable Field part(FieldType group, String word) {
        boolean optional = word.endsWith("?");
        var id = optional ? word.substring(0, word.length() - 1) : word;
        var type = KNOWN.getOrDefault(group, Map.of()).get(id);
        if (type == null) return null;
        var birth = id.equals("birthDate");
        return new Field(
                id,
                type,
                text("form.part." + id),
                hint(id),
                !optional,
                null,
                null,
                null,
                null,
                id.equals("sex") ? sexes() : List.of(),
                null,
                null,
                null,
                200,
                null,
                birth ? "today" : null,
                0,
                id.equals("fullName") || id.equals("representative") ? "name" : null,
                null,
                List.of(),
                null,
                false);
    }

    static List<Option> sexes() {
        return List.of(
                new Option("female", text("form.sex.female"), null),
                new Option("male", text("form.sex.male"), null));
    }

    private static @Nullable LocalText hint(String id) {
        return switch (id) {
            case "personalId", "taxCode", "birthDate" -> text("form.part." + id + ".hint");
            default -> null;
        };
    }

    /// A text of this room in both languages.
    static LocalText text(String key) {
        return LocalText.of(
                bundle(Locale.ROOT).getString(key), bundle(Locale.ENGLISH).getString(key));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages/form",
                locale,
                Parts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
