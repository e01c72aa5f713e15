package vn.motcua.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// What a password must be (S5): 8 to 128 characters of any kind, not among the ones everybody
/// tries, not the person's own numbers. No forced mixture of characters and no forced rotation.
final class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /// The message key of what is wrong, or null.
    ///
    /// @param own the person's login name, personal id and the like
    static @Nullable String fault(String password, Collection<String> own) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return "identity.password.short";
        if (length > LONGEST) return "identity.password.long";
        var plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || monotonous(plain)) return "identity.password.common";
        if (own.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(plain))) {
            return "identity.password.own";
        }
        return null;
    }

    /// The same password typed on another keyboard gives the same bytes.
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /// One character over and over, or the keys in a row.
    private static boolean monotonous(String text) {
        return text.chars().distinct().count() <= 2 || inARow(text, 1) || inARow(text, -1);
    }

    private static boolean inARow(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            int expected = text.charAt(i - 1) + step;
            boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0';
            if (text.charAt(i) != expected && !wraps) return false;
        }
        return true;
    }

    private static Set<String> common() {
        try {
            var text =
                    new ClassPathResource("identity/common-passwords.txt")
                            .getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
