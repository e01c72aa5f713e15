package vn.motcua.form.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One field as a page draws it.
///
/// @param path name of its control
/// @param id id of the element an error links to
/// @param type word of the type
/// @param error words beside the field
/// @param known the register's answer, shown and not asked
/// @param typed what stands in the controls
public record FieldView(
        String path,
        String id,
        String type,
        LocalText label,
        @Nullable LocalText hint,
        @Nullable String error,
        @Nullable String known,
        Controls typed,
        List<Choice> options,
        List<FieldView> parts,
        List<Item> items,
        List<Paper> papers,
        List<Choice> provinces,
        List<Match> communes,
        boolean csv,
        int maxLength) {
    public record Choice(String value, LocalText label, @Nullable LocalText hint, boolean chosen) {}

    /// One entry of a repeat.
    public record Item(int number, String title, String rest, String change, String remove) {}

    public record Paper(String id, String name, String size) {}

    /// @param former the former name that was typed
    public record Match(String code, String name, @Nullable String former, boolean chosen) {}

    /// What stands in the controls, by name.
    public interface Controls {
        String one(String control);
    }

    public String value() {
        return typed.one(path);
    }

    public String value(String part) {
        return typed.one(path + "." + part);
    }

    /// Ids of hint and error, for `aria-describedby`; null when there are none.
    public @Nullable String describedBy() {
        var ids = (hint == null ? "" : id + "-h ") + (error == null ? "" : id + "-e");
        return ids.isBlank() ? null : ids.strip();
    }

    /// The browser's own word for what goes in; null where there is none.
    public @Nullable String inputMode() {
        return switch (type) {
            case "number" -> "decimal";
            case "money", "personal-id", "tax-code", "time" -> "numeric";
            case "phone" -> "tel";
            case "email" -> "email";
            default -> null;
        };
    }

    public boolean narrow() {
        return switch (type) {
            case "number", "money", "personal-id", "tax-code", "time", "phone" -> true;
            default -> false;
        };
    }

    static String id(String path) {
        return "f-" + path.replace('.', '-').replace('[', '-').replace("]", "");
    }
}
