package vn.motcua.rules;

import java.util.ArrayList;
import java.util.List;

/// A Java source cut into its string literals and the rest, without a compiler: good enough for
/// rules about words.
///
/// @param literals contents of strings and text blocks, with the line they begin on
/// @param code the source with comments and the contents of literals blanked out, lines kept
record JavaText(List<Literal> literals, String code) {
    record Literal(int line, String text) {}

    static JavaText of(String source) {
        return new Reader(source).read();
    }

    private static final class Reader {
        private final String source;
        private final StringBuilder code = new StringBuilder();
        private final List<Literal> literals = new ArrayList<>();
        private int at;
        private int line = 1;

        Reader(String source) {
            this.source = source;
        }

        JavaText read() {
            while (at < source.length()) {
                if (ahead("//")) blankTo("\n", 0);
                else if (ahead("/*")) blankTo("*/", 2);
                else if (ahead("\"\"\"")) literal("\"\"\"");
                else if (ahead("\"")) literal("\"");
                else if (ahead("'")) literal("'");
                else keep();
            }
            return new JavaText(List.copyOf(literals), code.toString());
        }

        private boolean ahead(String text) {
            return source.startsWith(text, at);
        }

        private void keep() {
            char c = source.charAt(at++);
            if (c == '\n') line++;
            code.append(c);
        }

        private void blank() {
            char c = source.charAt(at++);
            if (c == '\n') line++;
            code.append(c == '\n' ? '\n' : ' ');
        }

        private void blankTo(String end, int length) {
            int stop = source.indexOf(end, at + 1);
            stop = stop < 0 ? source.length() : stop + length;
            while (at < stop) blank();
        }

        private void literal(String quote) {
            int begun = line;
            int from = at + quote.length();
            int end = from;
            while (end < source.length() && !source.startsWith(quote, end))
                end += source.charAt(end) == '\\' ? 2 : 1;
            if (!quote.equals("'")) literals.add(new Literal(begun, source.substring(from, end)));
            int stop = Math.min(end + quote.length(), source.length());
            while (at < stop) blank();
        }
    }
}
