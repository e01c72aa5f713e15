package vn.motcua.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// HTML as a flat list of tags and texts.
final class Html {
    /// @param name of a tag with its slash when it ends an element; "" for text
    record Piece(String name, Map<String, String> attributes, String text) {
        boolean is(String tag) {
            return name.equals(tag);
        }
    }

    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "([^\\s=\"'<>/]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

    private Html() {}

    static List<Piece> pieces(String html) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) open = html.length();
            if (open > at) pieces.add(new Piece("", Map.of(), html.substring(at, open)));
            if (open == html.length()) break;
            int close = end(html, open);
            pieces.add(tag(html.substring(open + 1, close)));
            at = close + 1;
        }
        return pieces;
    }

    private static int end(String html, int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'') quote = c;
            else if (c == '>') return i;
        }
        return html.length() - 1;
    }

    private static Piece tag(String inside) {
        var text = inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside;
        int stop = 0;
        while (stop < text.length() && !Character.isWhitespace(text.charAt(stop))) stop++;
        var attributes = new LinkedHashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(text.substring(stop));
        while (matcher.find()) {
            var value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            if (value == null) value = matcher.group(4);
            attributes.put(
                    matcher.group(1).toLowerCase(java.util.Locale.ROOT),
                    value == null ? "" : value);
        }
        return new Piece(
                text.substring(0, stop).toLowerCase(java.util.Locale.ROOT), attributes, "");
    }
}
