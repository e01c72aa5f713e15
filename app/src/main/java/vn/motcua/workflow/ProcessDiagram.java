package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Draws a process as SVG, top to bottom, with the steps where a dossier is now marked by
/// border, tint and words. Only presentation attributes, no style and no script, so it
/// stands in any page.
public final class ProcessDiagram {
    static final int BOX_WIDTH = 216;
    static final int LINE = 19;
    private static final int SMALL_LINE = 16;
    private static final String INK = "#231B17";
    private static final String INK_2 = "#5C5049";
    private static final String EDGE = "#857668";
    private static final String CARD = "#FFFFFF";
    private static final String SUNK = "#F4EEE4";
    private static final String TEAL = "#0E545A";
    private static final String TEAL_1 = "#DDEEEC";
    private static final String CHAM = "#2F3A6E";
    private static final String AMBER = "#8A5A00";
    private static final String AMBER_1 = "#FBF1DC";
    private static final String CHAM_1 = "#E7EAF6";

    private final Process process;
    private final @Nullable State state;
    private final Locale locale;
    private final Words words;
    private final StepWords stepWords;
    private final DiagramLayout layout;
    private final List<int[]> labels = new ArrayList<>();
    private final StringBuilder out = new StringBuilder(8192);

    private ProcessDiagram(Process process, @Nullable State state, Locale locale) {
        this.process = process;
        this.state = state;
        this.locale = locale;
        this.words = new Words(locale);
        this.stepWords = new StepWords(words, locale);
        this.layout = new DiagramLayout(process, this::heightOf);
    }

    /// @param state null draws the process alone
    public static String svg(Process process, @Nullable State state, Locale locale) {
        return new ProcessDiagram(process, state, locale).draw();
    }

    private String draw() {
        int width = layout.width();
        int height = layout.height();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" aria-labelledby=\"process-title process-desc\"")
                .append(" font-family=\"Be Vietnam Pro, BVP Fallback, Arial, sans-serif\">");
        out.append("<title id=\"process-title\">")
                .append(escape(words.t("workflow.diagram.title")))
                .append("</title><desc id=\"process-desc\">")
                .append(escape(description()))
                .append("</desc>");
        layout.edges().forEach(this::edge);
        layout.boxes().forEach(this::box);
        layout.edges().forEach(this::label);
        return out.append("</svg>").toString();
    }

    private String description() {
        var steps = new StringJoiner("; ");
        for (var box : layout.boxes()) {
            var step = process.definition[box.step()];
            if (step.kind().opens()) steps.add(step.name().in(locale));
        }
        var all = words.t("workflow.diagram.steps", steps.toString());
        if (state == null) return all;
        var now = new StringJoiner("; ");
        for (var open : state.open()) now.add(open.step().name().in(locale));
        return all
                + " "
                + (state.finished()
                        ? words.t("workflow.diagram.finished")
                        : words.t("workflow.diagram.now", now.toString()));
    }

    private int heightOf(StepDefinition step) {
        if (small(step)) return 28;
        int name = wrap(step.name().in(locale)).size();
        int below = below(step).size();
        return 20 + LINE * name + LINE + SMALL_LINE * (below - 1);
    }

    /// What needs no box: ends, joins, the ways out of sub-processes.
    static boolean small(StepDefinition step) {
        return step.kind() == StepKind.END || step.kind() == StepKind.JOIN || wayOut(step);
    }

    private static boolean wayOut(StepDefinition step) {
        return step.kind() == StepKind.AUTOMATIC
                && step.id().indexOf('.') > 0
                && step.service() == null
                && step.outcomes().size() == 1
                && step.outcomes().getFirst().name().equals(step.name());
    }

    /// A step whose only way leads to a step inside it.
    private static boolean wayIn(StepDefinition step) {
        return step.kind() == StepKind.AUTOMATIC
                && step.outcomes().size() == 1
                && step.outcomes().getFirst().to().getFirst().startsWith(step.id() + ".");
    }

    private boolean now(StepDefinition step) {
        return state != null && state.isOpen(step.id());
    }

    private List<String> below(StepDefinition step) {
        var lines = new ArrayList<>(stepWords.lines(step, now(step)));
        if (wayIn(step)) lines.set(0, words.t("workflow.diagram.sub"));
        int dot = step.id().lastIndexOf('.');
        if (dot > 0) {
            process.find(step.id().substring(0, dot))
                    .map(outer -> words.t("workflow.diagram.within", outer.name().in(locale)))
                    .map(text -> StepWords.shorten(text, 34))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private void box(DiagramLayout.Box box) {
        var step = process.definition[box.step()];
        switch (step.kind()) {
            case END -> end(box, step);
            case JOIN -> join(box, step);
            default -> {
                if (wayOut(step)) passage(box, step);
                else stepBox(box, step);
            }
        }
    }

    private void end(DiagramLayout.Box box, StepDefinition step) {
        int middle = box.top() + 14;
        out.append("<g><title>")
                .append(escape(step.name().in(locale)))
                .append("</title>")
                .append("<circle cx=\"")
                .append(box.x())
                .append("\" cy=\"")
                .append(middle)
                .append("\" r=\"11\" fill=\"")
                .append(CARD)
                .append("\" stroke=\"")
                .append(INK)
                .append("\" stroke-width=\"3\"/><circle cx=\"")
                .append(box.x())
                .append("\" cy=\"")
                .append(middle)
                .append("\" r=\"5\" fill=\"")
                .append(INK)
                .append("\"/></g>");
    }

    private void passage(DiagramLayout.Box box, StepDefinition step) {
        out.append("<g><title>")
                .append(escape(step.name().in(locale)))
                .append("</title><circle cx=\"")
                .append(box.x())
                .append("\" cy=\"")
                .append(box.top() + 14)
                .append("\" r=\"13\" fill=\"")
                .append(SUNK)
                .append("\" stroke=\"")
                .append(EDGE)
                .append("\" stroke-width=\"1.5\"/></g>");
    }

    private void join(DiagramLayout.Box box, StepDefinition step) {
        int x = box.x();
        int y = box.top() + 14;
        out.append("<g><title>")
                .append(escape(step.name().in(locale)))
                .append("</title>")
                .append("<path d=\"M")
                .append(x)
                .append(' ')
                .append(y - 14)
                .append("l14 14-14 14-14-14z")
                .append("\" fill=\"")
                .append(CARD)
                .append("\" stroke=\"")
                .append(INK)
                .append("\" stroke-width=\"1.75\"/><path d=\"M")
                .append(x)
                .append(' ')
                .append(y - 7)
                .append("v14M")
                .append(x - 7)
                .append(' ')
                .append(y)
                .append("h14\" stroke=\"")
                .append(INK)
                .append("\" stroke-width=\"1.75\"/></g>");
    }

    private void stepBox(DiagramLayout.Box box, StepDefinition step) {
        boolean now = now(step);
        boolean system = step.who().position() == Position.SYSTEM;
        int left = box.x() - BOX_WIDTH / 2;
        out.append("<g");
        if (now) out.append(" data-now=\"").append(step.id()).append('"');
        out.append('>');
        if (step.several() != null) rect(left + 5, box.top() + 5, box.height(), step, "");
        rect(left, box.top(), box.height(), step, system ? " stroke-dasharray=\"5 4\"" : "");
        int y = box.top() + 24;
        for (var line : wrap(step.name().in(locale))) {
            text(box.x(), y, 14, true, now ? "#083B40" : INK, line);
            y += LINE;
        }
        boolean first = true;
        for (var line : below(step)) {
            text(box.x(), y, 12, now && first, now ? "#083B40" : INK_2, line);
            y += SMALL_LINE;
            first = false;
        }
        out.append("</g>");
    }

    /// Several people are several cards; a call and a sub-process have a heavier border, a step
    /// at another agency that agency's colour.
    private void rect(int left, int top, int height, StepDefinition step, String more) {
        boolean now = now(step);
        boolean heavy = now || step.call() != null || wayIn(step);
        out.append("<rect x=\"")
                .append(left)
                .append("\" y=\"")
                .append(top)
                .append("\" width=\"")
                .append(BOX_WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" rx=\"8\" fill=\"")
                .append(fill(step))
                .append("\" stroke=\"")
                .append(stroke(step))
                .append("\" stroke-width=\"")
                .append(heavy ? "3" : "1.5")
                .append('"')
                .append(more)
                .append("/>");
    }

    private String fill(StepDefinition step) {
        if (now(step)) return TEAL_1;
        if (elsewhere(step)) return AMBER_1;
        return switch (step.who().position()) {
            case CITIZEN -> CHAM_1;
            case SYSTEM -> SUNK;
            default -> CARD;
        };
    }

    private String stroke(StepDefinition step) {
        if (now(step)) return TEAL;
        if (elsewhere(step)) return AMBER;
        return step.who().position() == Position.CITIZEN ? CHAM : EDGE;
    }

    private static boolean elsewhere(StepDefinition step) {
        return step.who().outside()
                || step.call() != null
                || step.service() instanceof Service.Opinion;
    }

    private void text(int x, int y, int size, boolean bold, String colour, String words) {
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"middle\" font-size=\"")
                .append(size)
                .append('"')
                .append(bold ? " font-weight=\"600\"" : "")
                .append(" fill=\"")
                .append(colour)
                .append("\">")
                .append(escape(words))
                .append("</text>");
    }

    private void edge(DiagramLayout.Edge edge) {
        var colour = edge.negative() ? "#7C1F1A" : INK_2;
        out.append("<path d=\"")
                .append(edge.path())
                .append("\" fill=\"none\" stroke=\"")
                .append(colour)
                .append("\" stroke-width=\"1.75\"")
                .append(edge.dashed() ? " stroke-dasharray=\"4 4\"" : "")
                .append("/><path d=\"")
                .append(edge.arrow())
                .append("\" fill=\"")
                .append(colour)
                .append("\"/>");
    }

    /// Written over a halo of the ground's colour, so that lines may pass behind; moved down
    /// where another label stands already.
    private void label(DiagramLayout.Edge edge) {
        var names = new StringJoiner(" / ");
        for (var name : edge.names()) names.add(name.in(locale));
        if (edge.otherwise()) names.add(words.t("workflow.diagram.else"));
        if (edge.sometimes()) names.add(words.t("workflow.diagram.sometimes"));
        if (names.length() == 0) return;
        var label = StepWords.shorten(names.toString(), 28);
        int width = label.length() * 6 + 6;
        int most = layout.width() - width / 2;
        int x =
                edge.back()
                        ? edge.labelX()
                        : Math.clamp(edge.labelX(), width / 2, Math.max(width / 2, most));
        int left = edge.back() ? x - width : x - width / 2;
        int y = edge.labelY();
        for (int tries = 0; tries < 3 && taken(left, y, width); tries++) y += 14;
        labels.add(new int[] {left, y, width});
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(edge.back() ? "end" : "middle")
                .append("\" font-size=\"12\" fill=\"")
                .append(edge.negative() ? "#7C1F1A" : INK_2)
                .append("\" stroke=\"#FBF8F3\" stroke-width=\"4\" paint-order=\"stroke\">")
                .append(escape(label))
                .append("</text>");
    }

    private boolean taken(int left, int y, int width) {
        for (var other : labels) {
            boolean beside = left + width <= other[0] || other[0] + other[2] <= left;
            if (!beside && Math.abs(other[1] - y) < 13) return true;
        }
        return false;
    }

    private static List<String> wrap(String text) {
        var lines = StepWords.wrap(text, 25);
        if (lines.size() <= 4) return lines;
        return List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(3) + " …");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
