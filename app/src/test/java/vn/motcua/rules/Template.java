package vn.motcua.rules;

import java.util.ArrayList;
import java.util.List;

/// A page template with its program taken out: what is left is the HTML a reader gets. Expressions
/// become `⟦n⟧` where n numbers equal expressions alike; a call of another template becomes
/// `⟪web.csrf⟫`, followed by the content handed to it.
///
/// @param expressions the expressions, by number
/// @param program what stands in control structures and in the arguments of template calls
record Template(String html, List<String> expressions, List<String> program) {
    static final String EXPRESSION = "⟦\\d+⟧";

    static Template of(String source) {
        var reader = new Reader(source);
        reader.html(source.length());
        return new Template(reader.html.toString(), reader.expressions, reader.program);
    }

    private static final class Reader {
        private final String source;
        private final StringBuilder html = new StringBuilder();
        private final List<String> expressions = new ArrayList<>();
        private final List<String> program = new ArrayList<>();
        private int at;

        Reader(String source) {
            this.source = source;
        }

        void html(int end) {
            while (at < end) {
                if (ahead("<%--")) skipTo("--%>");
                else if (ahead("@import ") || ahead("@param ")) skipLine();
                else if (ahead("${") || ahead("!{") || ahead("$unsafe{")) expression();
                else if (ahead("@template.")) call();
                else if (ahead("@if") || ahead("@elseif") || ahead("@for")) control();
                else if (!word("@endif")
                        && !word("@endfor")
                        && !word("@else")
                        && !word("@raw")
                        && !word("@endraw")) html.append(source.charAt(at++));
            }
        }

        private boolean ahead(String text) {
            return source.startsWith(text, at);
        }

        private boolean word(String text) {
            if (!ahead(text)) return false;
            at += text.length();
            return true;
        }

        private void skipTo(String end) {
            int found = source.indexOf(end, at);
            at = found < 0 ? source.length() : found + end.length();
        }

        private void skipLine() {
            int end = source.indexOf('\n', at);
            int stop = end < 0 ? source.length() : end;
            program.add(source.substring(at, stop));
            at = stop;
        }

        private void expression() {
            boolean silent = ahead("!{");
            at = source.indexOf('{', at);
            int end = closing('{', '}');
            var text = source.substring(at + 1, end).strip();
            at = end + 1;
            if (silent) {
                program.add(text);
                return;
            }
            int number = expressions.indexOf(text);
            if (number < 0) {
                number = expressions.size();
                expressions.add(text);
            }
            html.append('⟦').append(number).append('⟧');
        }

        private void control() {
            at = source.indexOf('(', at);
            int end = closing('(', ')');
            program.add(source.substring(at + 1, end));
            at = end + 1;
        }

        private void call() {
            int open = source.indexOf('(', at);
            html.append('⟪').append(source, at + "@template.".length(), open).append('⟫');
            at = open;
            int end = closing('(', ')');
            var arguments = new StringBuilder();
            at++;
            while (at < end) {
                if (ahead("@`")) content();
                else arguments.append(source.charAt(at++));
            }
            program.add(arguments.toString());
            at = end + 1;
        }

        private void content() {
            int from = at + 2;
            int end = endOfContent(from);
            at = from;
            html(end);
            at = end + 1;
        }

        /// Contents may hold contents: @`…@`…`…`.
        private int endOfContent(int from) {
            int depth = 1;
            for (int i = from; i < source.length(); i++) {
                if (source.startsWith("@`", i)) {
                    depth++;
                    i++;
                } else if (source.charAt(i) == '`' && --depth == 0) return i;
            }
            throw new IllegalStateException("content without end");
        }

        /// The partner of the bracket at the reader's place, past strings and contents.
        private int closing(char open, char close) {
            int depth = 0;
            for (int i = at; i < source.length(); i++) {
                char c = source.charAt(i);
                if (source.startsWith("@`", i)) i = endOfContent(i + 2);
                else if (c == '"') i = endOfString(i);
                else if (c == open) depth++;
                else if (c == close && --depth == 0) return i;
            }
            throw new IllegalStateException("bracket without partner at " + at);
        }

        private int endOfString(int from) {
            int i = from + 1;
            while (source.charAt(i) != '"') i += source.charAt(i) == '\\' ? 2 : 1;
            return i;
        }
    }
}
