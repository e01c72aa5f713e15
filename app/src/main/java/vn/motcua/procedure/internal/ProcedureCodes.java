package vn.motcua.procedure.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Codes inside typed text: `1.001193`, `1001193`, `1 001193`, local copies such as `2.002621.H56`.
final class ProcedureCodes {
    private static final Pattern CODE =
            Pattern.compile("\\s*([1-9])[.,\\s]?(\\d{6})(?:\\.[0-9A-Za-z.]{2,20})?\\s*");

    private ProcedureCodes() {}

    static @Nullable String in(String text) {
        var matcher = CODE.matcher(text);
        return matcher.matches() ? matcher.group(1) + "." + matcher.group(2) : null;
    }
}
