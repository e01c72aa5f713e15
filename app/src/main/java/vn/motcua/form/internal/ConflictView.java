package vn.motcua.form.internal;

import java.util.List;
import java.util.Map;
import vn.motcua.kernel.LocalText;

/// The same question was answered in two places: both answers, and the choice.
///
/// @param sent what was just sent, to be sent again
/// @param base fingerprint of what is stored now
public record ConflictView(
        String action,
        String keep,
        boolean desk,
        LocalText procedure,
        LocalText title,
        List<Line> lines,
        Map<String, List<String>> sent,
        String base) {
    public record Line(LocalText label, String mine, String stored) {}
}
