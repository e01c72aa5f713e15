package vn.motcua.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tax code (mã số thuế), also the enterprise code: ten digits of which the last is a check
/// digit, or thirteen with a branch, kept as `0100109106-001`. Since 1/7/2025 individuals and
/// business households use the personal id of twelve digits instead.
///
/// Source: [tax-code-circular] 86/2024/TT-BTC.
public record TaxCode(String value) {
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    public TaxCode {
        var fault = fault(value);
        if (fault != null) throw new IllegalArgumentException(fault);
        value = canonical(Typed.compact(value));
    }

    public static Optional<TaxCode> parse(@Nullable String typed) {
        return typed != null && fault(typed) == null
                ? Optional.of(new TaxCode(typed))
                : Optional.empty();
    }

    /// The message key of what is wrong, or null.
    public static @Nullable String fault(@Nullable String typed) {
        var digits = Typed.compact(typed);
        if (digits.isEmpty()) return "identity.tax-code.missing";
        if (!Typed.digitsOnly(digits)) return "identity.tax-code.characters";
        return switch (digits.length()) {
            case 10 -> checked(digits) ? null : "identity.tax-code.check";
            case 12 -> PersonalId.fault(digits);
            case 13 -> {
                if (!checked(digits)) yield "identity.tax-code.check";
                yield digits.endsWith("000") ? "identity.tax-code.branch" : null;
            }
            default -> "identity.tax-code.length";
        };
    }

    /// `10 − (s mod 11)`; a prefix whose check would be 10 is not used.
    private static boolean checked(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return 10 - sum % 11 == digits.charAt(9) - '0';
    }

    private static String canonical(String digits) {
        return digits.length() == 13
                ? digits.substring(0, 10) + "-" + digits.substring(10)
                : digits;
    }

    /// Whether a person or business household stands behind it (a personal id used as tax code).
    public boolean personal() {
        return value.length() == 12;
    }

    public Optional<String> branch() {
        return value.length() == 14 ? Optional.of(value.substring(11)) : Optional.empty();
    }
}
