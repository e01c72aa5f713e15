package vn.motcua.workflow.internal;

import java.util.Map;

/// Finds names in an expression: outside texts, and not after a dot, where a name is a part
/// of something.
final class Identifiers {
    private Identifiers() {}

    static String rename(String text, Map<String, String> names) {
        var out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\'' || c == '"') {
                end = closing(text, at, raw(out));
                out.append(text, at, end);
            } else if (Character.isJavaIdentifierStart(c)) {
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                var name = text.substring(at, end);
                boolean part = !out.isEmpty() && out.charAt(out.length() - 1) == '.';
                out.append(part ? name : names.getOrDefault(name, name));
            } else {
                out.append(c);
            }
            at = end;
        }
        return out.toString();
    }

    /// `r"…"` knows no escapes.
    private static boolean raw(StringBuilder before) {
        int last = before.length() - 1;
        if (last < 0 || Character.toLowerCase(before.charAt(last)) != 'r') return false;
        return last == 0 || !Character.isJavaIdentifierPart(before.charAt(last - 1));
    }

    private static int closing(String text, int from, boolean raw) {
        var mark = text.substring(from, from + 1).repeat(3);
        boolean three = text.startsWith(mark, from);
        int at = from + (three ? 3 : 1);
        while (at < text.length()) {
            if (!raw && text.charAt(at) == '\\') at += 2;
            else if (three ? text.startsWith(mark, at) : text.charAt(at) == text.charAt(from)) {
                return at + (three ? 3 : 1);
            } else at++;
        }
        return text.length();
    }
}
