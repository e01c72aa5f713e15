package vn.motcua.dossier.internal.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The template language of a release: XHTML with four signs and no code.
///
/// - `{{path.to.value}}` writes a text, always escaped; of an address or a person its whole line;
/// - `{{#each path}}…{{/each}}` repeats for each item, whose names come first inside;
///   `{{this}}` is the item, `{{number}}` counts from 1;
/// - `{{#if path}}…{{else}}…{{/if}}` keeps or leaves out;
/// - `{{> letterhead}}` and `{{> signature}}` place the standard parts.
///
/// Written as the content of the page's body, without `html`, `head` and `body`. A `<style>` may
/// stand in front; the classes of the standard papers are there anyway. The only picture is the QR
/// code: `<img src="{{qr}}" alt="…"/>`.
final class ReleaseTemplate {
    static final Set<String> PARTS = Set.of("letterhead", "signature");
    private static final int LARGEST = 2_000_000;
    private static final Pattern SIGN = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9][A-Za-z0-9_-]*)*");

    sealed interface Node {
        int line();
    }

    record Text(int line, String text) implements Node {}

    record Tag(int line, String path) implements Node {}

    record Part(int line, String name) implements Node {}

    record Each(int line, String path, List<Node> inside) implements Node {}

    record If(int line, String path, List<Node> then, List<Node> otherwise) implements Node {}

    private final List<Node> nodes;
    private final List<TemplateFault> faults;

    private ReleaseTemplate(List<Node> nodes, List<TemplateFault> faults) {
        this.nodes = nodes;
        this.faults = faults;
    }

    /// Faults of a template for this kind of paper, by file and line; empty when it can be printed.
    ///
    /// @param facts what the process asks of officers for the result
    static List<TemplateFault> check(
            String file,
            String source,
            SlipKind kind,
            SlipData.Shape answers,
            Collection<String> facts) {
        var template = parse(file, source);
        var faults = new ArrayList<>(template.faults);
        faults.addAll(
                TemplateCheck.check(
                        file, source, template.nodes, SlipData.shape(kind, answers, facts)));
        return List.copyOf(faults);
    }

    static ReleaseTemplate parse(String file, String source) {
        var parser = new Parser(file);
        return new ReleaseTemplate(parser.parse(source), parser.faults);
    }

    /// The page's content. Names without a value leave nothing behind.
    String render(Map<String, Object> data, Map<String, String> parts) {
        if (!faults.isEmpty()) throw new IllegalArgumentException("a faulty template: " + faults);
        var out = new StringBuilder();
        new Writer(out, parts).write(nodes, new Scope(data, null));
        return out.toString();
    }

    /// Block being read.
    private static final class Open {
        private final String kind;
        private final int line;
        private final String path;
        private final List<Node> then = new ArrayList<>();
        private final List<Node> otherwise = new ArrayList<>();
        private boolean inElse;

        Open(String kind, int line, String path) {
            this.kind = kind;
            this.line = line;
            this.path = path;
        }

        void add(Node node) {
            (inElse ? otherwise : then).add(node);
        }

        Node close() {
            return kind.equals("each")
                    ? new Each(line, path, then)
                    : new If(line, path, then, otherwise);
        }
    }

    private static final class Parser {
        private final String file;
        private final List<TemplateFault> faults = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();

        Parser(String file) {
            this.file = file;
        }

        List<Node> parse(String source) {
            var root = new Open("root", 1, "");
            open.push(root);
            var sign = SIGN.matcher(source);
            int at = 0;
            int line = 1;
            while (sign.find()) {
                text(line, source.substring(at, sign.start()));
                line += breaks(source, at, sign.start());
                sign(line, sign.group(1).strip());
                line += breaks(source, sign.start(), sign.end());
                at = sign.end();
            }
            text(line, source.substring(at));
            for (var block : open) if (block != root) fault(block.line, "unclosed", block.kind);
            while (open.size() > 1) {
                var block = open.pop();
                open.element().add(block.close());
            }
            return List.copyOf(root.then);
        }

        private void text(int line, String text) {
            int brace = text.indexOf("{{");
            if (brace >= 0) fault(line + breaks(text, 0, brace), "unclosed-tag");
            if (!text.isEmpty()) open.element().add(new Text(line, text));
        }

        private void sign(int line, String sign) {
            if (sign.startsWith("#")) {
                String[] words = sign.substring(1).strip().split("\\s+", -1);
                boolean known = words[0].equals("each") || words[0].equals("if");
                if (!known || words.length != 2 || !PATH.matcher(words[1]).matches())
                    fault(line, "unknown-block", sign);
                else open.push(new Open(words[0], line, words[1]));
            } else if (sign.startsWith("/")) {
                close(line, sign.substring(1).strip());
            } else if (sign.equals("else")) {
                var block = open.element();
                if (block.kind.equals("if") && !block.inElse) block.inElse = true;
                else fault(line, "stray-else");
            } else if (sign.startsWith(">")) {
                String name = sign.substring(1).strip();
                if (PARTS.contains(name)) open.element().add(new Part(line, name));
                else fault(line, "unknown-part", name);
            } else if (PATH.matcher(sign).matches()) {
                open.element().add(new Tag(line, sign));
            } else {
                fault(line, "unknown-tag", sign);
            }
        }

        private void close(int line, String kind) {
            if (!open.element().kind.equals(kind)) {
                fault(line, "stray-end", kind);
                return;
            }
            var block = open.pop();
            open.element().add(block.close());
        }

        private void fault(int line, String key, Object... arguments) {
            faults.add(new TemplateFault(file, line, key, arguments));
        }

        private static int breaks(String source, int from, int to) {
            return (int) source.substring(from, to).chars().filter(c -> c == '\n').count();
        }
    }

    /// Names in reach: those of the item first, then those around it.
    private record Scope(Object value, @Nullable Scope around) {
        @Nullable Object find(String path) {
            if (path.equals("this")) return value;
            String[] names = path.split("\\.", -1);
            for (Scope scope = this; scope != null; scope = scope.around) {
                Object found = scope.value;
                for (String name : names) found = found instanceof Map<?, ?> m ? m.get(name) : null;
                if (found != null) return found;
            }
            return null;
        }
    }

    private static final class Writer {
        private final StringBuilder out;
        private final Map<String, String> parts;

        Writer(StringBuilder out, Map<String, String> parts) {
            this.out = out;
            this.parts = parts;
        }

        void write(List<Node> nodes, Scope scope) {
            for (var node : nodes) {
                switch (node) {
                    case Text text -> out.append(text.text());
                    case Tag tag -> value(scope.find(tag.path()));
                    case Part part -> out.append(parts.getOrDefault(part.name(), ""));
                    case Each each -> repeat(each, scope);
                    case If choice ->
                            write(
                                    holds(scope.find(choice.path()))
                                            ? choice.then()
                                            : choice.otherwise(),
                                    scope);
                }
                if (out.length() > LARGEST)
                    throw new IllegalArgumentException("a paper of unreasonable size");
            }
        }

        private void repeat(Each each, Scope scope) {
            if (!(scope.find(each.path()) instanceof List<?> items)) return;
            int number = 0;
            for (var item : items) {
                number++;
                var counted = new Scope(Map.of("number", Integer.toString(number)), scope);
                write(each.inside(), new Scope(item, counted));
            }
        }

        private void value(@Nullable Object value) {
            if (value instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) out.append(", ");
                    value(items.get(i));
                }
            } else if (value instanceof Map<?, ?> parts) {
                value(parts.get("text"));
            } else if (value != null) {
                escape(value instanceof Boolean b ? (b ? "có" : "không") : value.toString());
            }
        }

        private static boolean holds(@Nullable Object value) {
            return switch (value) {
                case null -> false;
                case Boolean truth -> truth;
                case List<?> items -> !items.isEmpty();
                case Map<?, ?> map -> !map.isEmpty();
                default -> !value.toString().isBlank();
            };
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '<' -> out.append("&lt;");
                    case '>' -> out.append("&gt;");
                    case '&' -> out.append("&amp;");
                    case '"' -> out.append("&quot;");
                    case '\'' -> out.append("&#39;");
                    default -> {
                        boolean printable = c >= ' ' || c == '\n' || c == '\t';
                        if (printable && c < '\ufffe') out.append(c);
                    }
                }
            }
        }
    }
}
