package vn.motcua.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One field of a question, as the release declares it. Expressions stand here as written; the
/// compiled ones live with the form.
///
/// @param id unique in the form; inside a group or a repeat, unique there
/// @param message the release's own words for an answer that `validWhen` refuses
/// @param preset what stands in the field before it is answered (`default` in the file)
/// @param min lowest number, earliest date (`today`, `today-120y`, `2020-01-01`) or fewest items
/// @param decimals digits allowed after the decimal comma
/// @param format `name` for a text that is a person's name
/// @param component the paper of the procedure an attachment stands for
/// @param fields parts of a person or organisation, or of one item of a repeat
/// @param itemTitle id of the part that names an item of a repeat
/// @param csv whether the items of a repeat may come from a file
public record Field(
        String id,
        FieldType type,
        LocalText label,
        @Nullable LocalText hint,
        boolean required,
        @Nullable String requiredWhen,
        @Nullable String visibleWhen,
        @Nullable String validWhen,
        @Nullable LocalText message,
        List<Option> options,
        @Nullable String prefill,
        @Nullable String preset,
        @Nullable String calculate,
        int maxLength,
        @Nullable String min,
        @Nullable String max,
        int decimals,
        @Nullable String format,
        @Nullable String component,
        List<Field> fields,
        @Nullable String itemTitle,
        boolean csv) {
    public Field {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /// Computed by the form; never typed.
    public boolean isCalculated() {
        return calculate != null;
    }
}
