package vn.motcua.dossier.internal.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks a release's template through before it may be published: names that exist, well-formed
/// XHTML of known elements, nothing that reaches out of the page.
final class TemplateCheck {
    private static final Set<String> ELEMENTS =
            Set.of(
                    "a",
                    "b",
                    "br",
                    "caption",
                    "col",
                    "colgroup",
                    "dd",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "hr",
                    "i",
                    "img",
                    "li",
                    "ol",
                    "p",
                    "small",
                    "span",
                    "strong",
                    "style",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "u",
                    "ul");
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "alt", "class", "colspan", "href", "id", "lang", "rowspan", "scope", "src",
                    "style", "title", "type");
    private static final Set<String> WHOLE = Set.of("html", "head", "body", "title", "meta");
    private static final Pattern ELEMENT =
            Pattern.compile("<(!DOCTYPE|[A-Za-z][A-Za-z0-9:]*)((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_:.-]*)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "(?i)(src\\s*=\\s*[\"'](?!\\{\\{\\s*qr\\s*}}[\"'])|url\\s*\\(|@import|@font-face"
                            + "|href\\s*=\\s*[\"'](?!https://))");
    private static final Pattern STYLE_WITH_TAG =
            Pattern.compile(
                    "(?is)(<style[^>]*>(?:(?!</style).)*?\\{\\{|style\\s*=\\s*[\"'][^\"']*\\{\\{)");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private final String file;
    private final List<TemplateFault> faults = new ArrayList<>();

    private TemplateCheck(String file) {
        this.file = file;
    }

    static List<TemplateFault> check(
            String file, String source, List<ReleaseTemplate.Node> nodes, SlipData.Shape shape) {
        var check = new TemplateCheck(file);
        var reach = new ArrayDeque<SlipData.Shape>();
        reach.push(shape);
        check.names(nodes, reach);
        var bare = COMMENT.matcher(source).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
        check.elements(bare);
        check.wellFormed(source);
        return check.faults;
    }

    private void names(List<ReleaseTemplate.Node> nodes, Deque<SlipData.Shape> reach) {
        for (var node : nodes) {
            switch (node) {
                case ReleaseTemplate.Tag tag -> {
                    if (find(tag.path(), reach) == null)
                        fault(tag.line(), "unknown-tag", tag.path());
                }
                case ReleaseTemplate.If choice -> {
                    if (find(choice.path(), reach) == null)
                        fault(choice.line(), "unknown-tag", choice.path());
                    names(choice.then(), reach);
                    names(choice.otherwise(), reach);
                }
                case ReleaseTemplate.Each each -> each(each, reach);
                case ReleaseTemplate.Text _, ReleaseTemplate.Part _ -> {}
            }
        }
    }

    private void each(ReleaseTemplate.Each each, Deque<SlipData.Shape> reach) {
        var list = find(each.path(), reach);
        if (list == null) {
            fault(each.line(), "unknown-tag", each.path());
            return;
        }
        var item = list.free() ? SlipData.Shape.FREE : list.item();
        if (item == null) {
            fault(each.line(), "not-a-list", each.path());
            return;
        }
        reach.push(new SlipData.Shape(Map.of("number", SlipData.Shape.TEXT), null, false));
        reach.push(item);
        names(each.inside(), reach);
        reach.pop();
        reach.pop();
    }

    private static SlipData.@Nullable Shape find(String path, Deque<SlipData.Shape> reach) {
        if (path.equals("this")) return reach.element();
        for (var shape : reach) {
            SlipData.Shape found = shape;
            for (String name : path.split("\\.", -1)) {
                if (found == null) break;
                found = found.free() ? SlipData.Shape.FREE : found.children().get(name);
            }
            if (found != null) return found;
        }
        return null;
    }

    private void elements(String source) {
        var element = ELEMENT.matcher(source);
        while (element.find()) {
            int line = lineAt(source, element.start());
            String name = element.group(1).toLowerCase(Locale.ROOT);
            if (name.equals("!doctype") || WHOLE.contains(name)) fault(line, "whole-page", name);
            else if (!ELEMENTS.contains(name)) fault(line, "forbidden-element", name);
            var attribute = ATTRIBUTE.matcher(element.group(2));
            while (attribute.find()) {
                String word = attribute.group(1).toLowerCase(Locale.ROOT);
                if (!ATTRIBUTES.contains(word) && !WHOLE.contains(name))
                    fault(line, "forbidden-attribute", word);
            }
        }
        var outside = OUTSIDE.matcher(source);
        while (outside.find()) fault(lineAt(source, outside.start()), "outside");
        var style = STYLE_WITH_TAG.matcher(source);
        while (style.find()) fault(lineAt(source, style.end()), "tag-in-style");
    }

    private void wellFormed(String source) {
        if (faults.stream().anyMatch(fault -> fault.key().equals("whole-page"))) return;
        String bare = source.replaceAll("\\{\\{[^\\n]*?}}", "");
        try {
            PaperDocument.parse("<div>" + bare + "</div>");
        } catch (UnprintableException e) {
            fault(e.line(), "malformed");
        }
    }

    private static int lineAt(String source, int index) {
        return 1 + (int) source.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private void fault(int line, String key, Object... arguments) {
        faults.add(new TemplateFault(file, line, key, arguments));
    }
}
