package vn.motcua.kernel;

import java.text.Normalizer;

/// Folds Vietnamese text for forgiving comparison: no marks, đ as d, lower case, single blanks
/// between words of letters and digits. `kernel.fold(text)` in SQL gives the same answer for
/// every Vietnamese letter.
public final class Fold {
    private Fold() {}

    public static String fold(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var folded = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); ) {
            int point = decomposed.codePointAt(i);
            i += Character.charCount(point);
            int type = Character.getType(point);
            if (type == Character.NON_SPACING_MARK) continue;
            if (Character.isLetterOrDigit(point)) {
                if (gap && !folded.isEmpty()) folded.append(' ');
                gap = false;
                folded.appendCodePoint(
                        point == 'đ' || point == 'Đ' ? 'd' : Character.toLowerCase(point));
            } else {
                gap = true;
            }
        }
        return folded.toString();
    }

    /// NFC with outer blanks trimmed and inner blanks single: how typed text is kept.
    public static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[\\s\\u00a0]+", " ");
    }
}
