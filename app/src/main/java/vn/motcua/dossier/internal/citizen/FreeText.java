package vn.motcua.dossier.internal.citizen;

import org.jspecify.annotations.Nullable;

/// Words a person may write freely, as long as they can be kept and printed.
final class FreeText {
    static final int ANSWER = 2000;
    static final int NOTE = 1000;

    private FreeText() {}

    /// @return message key of what is wrong; null when nothing is
    static @Nullable String fault(String text, int most) {
        if (text.chars().anyMatch(FreeText::odd)) return "dossier.fault.odd-characters";
        return text.strip().codePointCount(0, text.strip().length()) > most
                ? "dossier.fault.too-long." + most
                : null;
    }

    /// What was typed, to be corrected: without what no page can show.
    static String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.chars().filter(c -> !odd(c)).forEach(c -> shown.append((char) c));
        return shown.toString();
    }

    private static boolean odd(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
