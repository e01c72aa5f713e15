package vn.motcua.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One thing wrong with the answers, in words that say what to do.
///
/// @param path the field, for example `mother.birthDate` or `guests[2].fullName`
/// @param key message key
/// @param args values for its placeholders; texts in two languages are resolved by [#args(Locale)]
/// @param own the release's own words, shown instead of the key when there
public record AnswerFault(String path, String key, List<Object> args, @Nullable LocalText own) {
    public AnswerFault {
        args = List.copyOf(args);
    }

    public static AnswerFault of(String path, String key, Object... args) {
        return new AnswerFault(path, key, List.of(args), null);
    }

    public Object[] args(Locale locale) {
        return args.stream()
                .map(a -> a instanceof LocalText t ? inSentence(t.in(locale)) : a)
                .toArray();
    }

    /// The field at the top of the path.
    public String field() {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') end++;
        return path.substring(0, end);
    }

    /// A JSON pointer (RFC 6901) into the answers: `/guests/2/fullName`.
    public String pointer() {
        return "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String inSentence(String label) {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || acronym
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
