package vn.motcua.register;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether two values say the same. Case, spaces, the form in which accents are stored and the
/// vowel a tone is written on make no difference; accents themselves do: Hoà is Hòa, and never Hoa.
final class Likeness {
    /// A syllable has one tone; it is compared at the syllable's end.
    private static final Pattern TONE =
            Pattern.compile("([\\u0300\\u0301\\u0303\\u0309\\u0323])([\\p{L}\\p{M}]++)");

    private Likeness() {}

    static boolean same(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b)
            return number(a).compareTo(number(b)) == 0;
        if (one instanceof Boolean || other instanceof Boolean) return one.equals(other);
        return text(one).equals(text(other));
    }

    private static BigDecimal number(Number number) {
        return new BigDecimal(number.toString());
    }

    private static String text(Object value) {
        var letters =
                Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFD)
                        .replaceAll("[\\s\\u00a0]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        // The Icelandic letter stands for đ in many older files.
                        .replace('ð', 'đ');
        return TONE.matcher(letters).replaceAll("$2$1");
    }
}
