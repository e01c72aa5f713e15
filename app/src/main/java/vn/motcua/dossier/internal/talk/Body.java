package vn.motcua.dossier.internal.talk;

import org.jspecify.annotations.Nullable;

/// Words somebody typed, as long as they can be kept and shown.
final class Body {
    static final int LONGEST = 4000;

    private Body() {}

    /// @return message key of what is wrong; null when nothing is
    static @Nullable String fault(String text, boolean mayBeEmpty) {
        if (text.isBlank() && !mayBeEmpty) return "talk.fault.empty";
        if (text.chars().anyMatch(Body::odd)) return "talk.fault.odd";
        return tidy(text).length() > LONGEST ? "talk.fault.long" : null;
    }

    /// Without what no page can show.
    static String tidy(String text) {
        var shown = new StringBuilder(text.length());
        text.chars().filter(c -> !odd(c)).forEach(c -> shown.append((char) c));
        return shown.toString().strip();
    }

    private static boolean odd(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
