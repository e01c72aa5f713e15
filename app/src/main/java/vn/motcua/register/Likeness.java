package vn.motcua.register;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;

/// Whether two values say the same. Case, spaces and the form in which accents are stored make no
/// difference; accents themselves do: Hoà is Hoà however it is typed, and never Hoa.
final class Likeness {
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
        return Normalizer.normalize(String.valueOf(value), Normalizer.Form.NFC)
                .strip()
                .replaceAll("[\\s\\u00a0]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
