package vn.motcua.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Vietnamese mobile number, kept as E.164 (`+84912345678`).
public record PhoneNumber(String e164) {
    private static final Pattern MOBILE = Pattern.compile("(?:0|\\+84)([35789]\\d{8})");

    public PhoneNumber {
        if (!e164.matches("\\+84[35789]\\d{8}")) {
            throw new IllegalArgumentException("identity.phone.form");
        }
    }

    public static Optional<PhoneNumber> parse(@Nullable String typed) {
        var matcher = MOBILE.matcher(Typed.compact(typed));
        return matcher.matches()
                ? Optional.of(new PhoneNumber("+84" + matcher.group(1)))
                : Optional.empty();
    }

    /// The message key of what is wrong, or null.
    public static @Nullable String fault(@Nullable String typed) {
        var compact = Typed.compact(typed);
        if (compact.isEmpty()) return "identity.phone.missing";
        if (!compact.matches("\\+?\\d+")) return "identity.phone.characters";
        return MOBILE.matcher(compact).matches() ? null : "identity.phone.form";
    }

    /// As people read it aloud: `0912 345 678`.
    public String national() {
        return "0" + e164.substring(3, 6) + " " + e164.substring(6, 9) + " " + e164.substring(9);
    }

    /// [#national] for a Vietnamese mobile number, any other number as it is.
    public static String shown(String e164) {
        return parse(e164).map(PhoneNumber::national).orElse(e164);
    }

    /// Never the whole number: this lands in logs.
    @Override
    public String toString() {
        return "PhoneNumber[…" + e164.substring(9) + "]";
    }
}
