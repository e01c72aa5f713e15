package vn.motcua.worktime;

import java.util.List;
import java.util.Locale;
import vn.motcua.kernel.LocalText;

/// One line of the arithmetic behind an appointment: what happened, and what came of it.
///
/// @param key names the sentence, message `worktime.line.<key>`
/// @param arguments its placeholders: text, numbers, or [LocalText]
/// @param resultKey names the result, message `worktime.result.<resultKey>`
/// @param resultArguments its placeholders
public record WorkingLine(
        String key, List<Object> arguments, String resultKey, List<Object> resultArguments) {
    public WorkingLine {
        arguments = List.copyOf(arguments);
        resultArguments = List.copyOf(resultArguments);
    }

    public String messageKey() {
        return "worktime.line." + key;
    }

    public Object[] arguments(Locale locale) {
        return in(locale, arguments);
    }

    public String resultMessageKey() {
        return "worktime.result." + resultKey;
    }

    public Object[] resultArguments(Locale locale) {
        return in(locale, resultArguments);
    }

    private static Object[] in(Locale locale, List<Object> arguments) {
        return arguments.stream().map(a -> a instanceof LocalText t ? t.in(locale) : a).toArray();
    }
}
