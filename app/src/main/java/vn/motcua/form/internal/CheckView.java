package vn.motcua.form.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// All answers before they are filed.
///
/// @param action where the one button leads
/// @param key the same for as often as the button is pressed
/// @param version of the draft as it is shown
/// @param changed whether it was changed after it had been checked
/// @param errors what is still wrong, each with the address of its question
/// @param agency who will receive it
public record CheckView(
        String base,
        boolean desk,
        LocalText procedure,
        String action,
        String key,
        int version,
        boolean changed,
        int sections,
        List<Group> groups,
        List<Fee> fees,
        @Nullable LocalText agency,
        Map<String, String> errors) {
    public record Group(String id, String title, List<Line> lines) {}

    /// @param known the answer is the register's
    public record Line(
            String label, List<String> values, List<String> papers, String change, boolean known) {}

    /// @param amount in words; null when the sources do not tell
    public record Fee(LocalText name, @Nullable String amount, @Nullable LocalText note) {}
}
