package vn.motcua.form.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Entries from a file.
///
/// @param template where an empty file with the right columns is
/// @param base fingerprint of the entries there are
public record ImportView(
        String action,
        String back,
        boolean desk,
        LocalText procedure,
        LocalText title,
        String template,
        String base,
        int most,
        @Nullable String refusal,
        List<Row> rows) {
    public record Row(int number, String fault) {}
}
