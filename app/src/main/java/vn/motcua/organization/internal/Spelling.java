package vn.motcua.organization.internal;

import java.text.Normalizer;
import vn.motcua.kernel.Fold;

/// Forms of a Vietnamese name for comparing.
final class Spelling {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private Spelling() {}

    /// Lower case with the tone of each syllable at its end: equal for `Hòa` and `Hoà`, for
    /// composed and decomposed letters; different for `Hoa`.
    static String marked(String name) {
        var letters = Normalizer.normalize(Fold.tidy(name), Normalizer.Form.NFD);
        var marked = new StringBuilder(letters.length());
        var tones = new StringBuilder(2);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tones.append(c);
                continue;
            }
            if (!Character.isLetterOrDigit(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                marked.append(tones);
                tones.setLength(0);
            }
            marked.append(Character.toLowerCase(c));
        }
        return marked.append(tones).toString();
    }

    /// Folded, without blanks and leading zeros: `gòvấp`, `Gò Vấp` → `govap`; `Phường 01` →
    /// `phuong1`.
    static String compact(String name) {
        var folded = Fold.fold(name);
        var compact = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ') continue;
            boolean leadingZero =
                    c == '0'
                            && (i == 0 || !Character.isDigit(folded.charAt(i - 1)))
                            && i + 1 < folded.length()
                            && Character.isDigit(folded.charAt(i + 1));
            if (!leadingZero) compact.append(c);
        }
        return compact.toString();
    }

    /// How many typing errors a name of that length may have.
    static int tolerance(String key) {
        for (int i = 0; i < key.length(); i++) if (Character.isDigit(key.charAt(i))) return 0;
        return key.length() < 4 ? 0 : key.length() < 8 ? 1 : 2;
    }

    /// Letters added, lost, changed or two neighbours swapped between `a` and `b`; anything above
    /// `limit` comes back as `limit + 1`.
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) return limit + 1;
        var older = new int[b.length() + 1];
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) previous[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                int cost = previous[j - 1] + (x == y ? 0 : 1);
                cost = Math.min(cost, Math.min(previous[j], current[j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2);
                if (swapped) cost = Math.min(cost, older[j - 2] + 1);
                current[j] = cost;
                best = Math.min(best, cost);
            }
            if (best > limit) return limit + 1;
            var free = older;
            older = previous;
            previous = current;
            current = free;
        }
        return Math.min(previous[b.length()], limit + 1);
    }
}
