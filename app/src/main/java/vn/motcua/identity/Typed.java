package vn.motcua.identity;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Typed numbers as people write them: blanks, dots and dashes between the digits, full-width
/// digits.
final class Typed {
    private Typed() {}

    static String compact(@Nullable String typed) {
        if (typed == null) return "";
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s.\\-\\u2010-\\u2015()]", "");
    }

    static boolean digitsOnly(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
