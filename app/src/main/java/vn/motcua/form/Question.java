package vn.motcua.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One question, which is one page.
///
/// @param why what the answer is needed for
/// @param visibleWhen CEL over the answers; asked always when absent
public record Question(
        String id,
        LocalText title,
        @Nullable LocalText hint,
        @Nullable LocalText why,
        @Nullable String visibleWhen,
        List<Field> fields) {
    public Question {
        fields = List.copyOf(fields);
    }
}
