package vn.motcua.workflow.internal;

import dev.cel.common.CelValidationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.OutcomeKind;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerDefinition;
import vn.motcua.workflow.Who;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Reads `process.yaml` into a table of steps.
final class ProcessReader {
    /// @param lines where each step begins
    record Reading(String start, List<StepDefinition> steps, Map<String, Integer> lines) {}

    static final String END = "end";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,47}");
    private static final String ID_SHAPE = "appraise, draft-check";
    private static final int MOST_STEPS = 200;
    private static final LocalText END_NAME = LocalText.of("Kết thúc", "End");
    private static final LocalText JOIN_NAME = LocalText.of("Gộp các nhánh", "Branches join");
    private static final LocalText DONE = LocalText.of("Xong", "Done");

    private final Map<String, Integer> lines = new HashMap<>();

    private ProcessReader() {}

    static Reading read(String text, FaultSink faults) {
        return new ProcessReader().root(YamlTree.parse(ReleaseFiles.PROCESS, text, faults));
    }

    private Reading root(YamlNode root) {
        root.only("start", "steps");
        List<StepDefinition> steps = new ArrayList<>();
        boolean wantsEnd = false;
        for (var node : root.someOf("steps")) {
            if (steps.size() == MOST_STEPS) {
                node.fault("workflow.fault.too-many-steps", MOST_STEPS);
                break;
            }
            var step = step(node);
            lines.putIfAbsent(step.id(), node.line());
            steps.add(step);
            wantsEnd |= step.otherwise().contains(END);
            for (var outcome : step.outcomes()) wantsEnd |= outcome.to().contains(END);
        }
        if (wantsEnd && steps.stream().noneMatch(step -> step.id().equals(END))) {
            steps.add(end(END, END_NAME));
        }
        return new Reading(root.text("start"), steps, lines);
    }

    private StepDefinition step(YamlNode node) {
        node.only(
                "id",
                "name",
                "publicName",
                "who",
                "hours",
                "counted",
                "outcomes",
                "to",
                "timer",
                "supplement",
                "asks",
                "onlyWhen",
                "else",
                "join",
                "waits",
                "end");
        var id = node.code("id", ID, ID_SHAPE);
        if (node.flagOr("end", id.equals(END))) {
            return end(id, node.localTextOr("name", END_NAME));
        }
        if (node.flagOr("join", false)) return join(node, id);
        var who = who(node);
        var timer = timer(node);
        return new StepDefinition(
                id,
                kind(node, who, timer),
                node.localText("name"),
                node.localTextOrNull("publicName"),
                who == null ? Who.NOBODY : who,
                hours(node),
                node.flagOr("counted", who == null || who.position() != Position.CITIZEN),
                outcomes(node),
                timer,
                node.flagOr("supplement", false),
                guard(node),
                targets(node, "else"),
                AskReader.read(node, who));
    }

    private static StepKind kind(
            YamlNode node, @Nullable Who who, @Nullable TimerDefinition timer) {
        boolean people = who == null || who.position() != Position.SYSTEM;
        if (people) return StepKind.TASK;
        return timer != null || node.flagOr("waits", false) ? StepKind.WAIT : StepKind.AUTOMATIC;
    }

    private static StepDefinition end(String id, LocalText name) {
        return passage(id, StepKind.END, name, List.of());
    }

    private StepDefinition join(YamlNode node, String id) {
        return passage(id, StepKind.JOIN, node.localTextOr("name", JOIN_NAME), outcomes(node));
    }

    private static StepDefinition passage(
            String id, StepKind kind, LocalText name, List<OutcomeDefinition> outcomes) {
        return new StepDefinition(
                id,
                kind,
                name,
                null,
                Who.NOBODY,
                Duration.ZERO,
                true,
                outcomes,
                null,
                false,
                null,
                List.of());
    }

    /// `who: APPROVER` or `who: {position: …, unit: …}`.
    private static @Nullable Who who(YamlNode node) {
        var who = node.at("who");
        if (!who.present()) {
            node.fault("workflow.fault.missing-who", node.textOr("id", "?"));
            return null;
        }
        if (who.isScalar()) return Who.of(who.asChoice(Position.class, Position.CASE_OFFICER));
        who.only("position", "unit");
        return new Who(who.choice("position", Position.class), who.textOrNull("unit"));
    }

    private static Duration hours(YamlNode node) {
        if (!node.has("hours")) return Duration.ZERO;
        var hours = node.at("hours");
        try {
            var minutes = new BigDecimal(hours.asText()).multiply(BigDecimal.valueOf(60));
            if (minutes.signum() >= 0 && minutes.compareTo(BigDecimal.valueOf(600_000)) <= 0) {
                return Duration.ofMinutes(minutes.longValue());
            }
        } catch (NumberFormatException _) {
            // reported below
        }
        hours.fault("workflow.fault.bad-hours", hours.asText());
        return Duration.ZERO;
    }

    private static List<String> targets(YamlNode node, String key) {
        if (node.at(key).isScalar()) return List.of(node.text(key));
        return node.texts(key);
    }

    private static List<OutcomeDefinition> outcomes(YamlNode node) {
        if (node.has("to")) {
            if (node.has("outcomes")) node.at("to").fault("workflow.fault.to-and-outcomes");
            var done = OutcomeDefinition.of("done").leadingTo(targets(node, "to"));
            return List.of(
                    new OutcomeDefinition(
                            "done", DONE, done.to(), OutcomeKind.POSITIVE, null, null, 0));
        }
        return node.listOf("outcomes", ProcessReader::outcome);
    }

    private static OutcomeDefinition outcome(YamlNode node) {
        node.only("id", "name", "to", "kind", "issues", "onlyWhen", "atMost");
        return new OutcomeDefinition(
                node.code("id", ID, ID_SHAPE),
                node.localText("name"),
                targets(node, "to"),
                node.choiceOr("kind", OutcomeKind.class, OutcomeKind.POSITIVE),
                node.has("issues") ? node.at("issues").asChoice(Issue.class, Issue.GRANTED) : null,
                guard(node),
                node.integerOr("atMost", 0, 1, 20));
    }

    private static @Nullable TimerDefinition timer(YamlNode node) {
        if (!node.has("timer")) return null;
        var timer = node.mapping("timer");
        timer.only("after", "outcome", "note");
        var after = timer.mapping("after");
        after.only("quantity", "unit", "cutoff");
        var unit = after.choice("unit", TermUnit.class);
        var cutoff = unit == TermUnit.SAME_DAY ? after.timeOrNull("cutoff") : null;
        int quantity = after.integer("quantity", 1, 600);
        if (unit == TermUnit.YEAR && quantity > 50) {
            after.fault("workflow.fault.timer-too-long", quantity);
            quantity = 50;
        }
        return new TimerDefinition(
                new TimeLimit(quantity, unit, cutoff),
                timer.text("outcome"),
                timer.localTextOrNull("note"));
    }

    private static @Nullable Guard guard(YamlNode node) {
        if (!node.has("onlyWhen")) return null;
        var condition = node.at("onlyWhen");
        try {
            return GuardCompiler.compile(condition.asText());
        } catch (CelValidationException notACondition) {
            condition.fault("workflow.fault.bad-condition", first(notACondition.getMessage()));
            return null;
        }
    }

    /// The compiler's first line; what follows repeats the text with a pointer under it.
    private static String first(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
