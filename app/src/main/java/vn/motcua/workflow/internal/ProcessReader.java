package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerDefinition;
import vn.motcua.workflow.Who;

/// Reads `process.yaml` into a table of steps, its sub-processes put in where they are used.
final class ProcessReader {
    /// @param lines where each step begins
    record Reading(String start, List<StepDefinition> steps, Map<String, Integer> lines) {}

    static final String END = "end";
    private static final int MOST_STEPS = 200;
    private static final LocalText END_NAME = LocalText.of("Kết thúc", "End");
    private static final LocalText JOIN_NAME = LocalText.of("Gộp các nhánh", "Branches join");

    private ProcessReader() {}

    static Reading read(String text, FaultSink faults) {
        return root(YamlTree.parse(ReleaseFiles.PROCESS, text, faults));
    }

    private static Reading root(YamlNode root) {
        root.only("start", "steps", "processes");
        var table = table(root);
        var parts = new LinkedHashMap<String, SubProcesses.Part>();
        var processes = root.at("processes");
        for (var name : processes.present() ? processes.keys() : List.<String>of()) {
            var node = processes.at(name);
            node.only("start", "steps", "inputs");
            if (!StepParts.ID.matcher(name).matches() || name.contains(".")) {
                node.fault("workflow.fault.sub-name", name);
            }
            parts.put(name, new SubProcesses.Part(node, table(node), node.texts("inputs")));
        }
        var whole = SubProcesses.expand(table, parts);
        if (whole.steps().size() > MOST_STEPS) {
            root.fault("workflow.fault.too-many-steps", MOST_STEPS);
        }
        var lines = new HashMap<String, Integer>();
        for (var step : whole.steps()) lines.putIfAbsent(step.id(), whole.nodes().line(step.id()));
        return new Reading(table.start(), whole.steps(), lines);
    }

    /// A table of steps as written, with the place of each.
    static SubProcesses.Table table(YamlNode root) {
        List<StepDefinition> steps = new ArrayList<>();
        var nodes = new SubProcesses.Nodes();
        boolean wantsEnd = false;
        for (var node : root.someOf("steps")) {
            if (steps.size() == MOST_STEPS) {
                node.fault("workflow.fault.too-many-steps", MOST_STEPS);
                break;
            }
            var step = step(node);
            nodes.put(step.id(), node);
            steps.add(step);
            wantsEnd |= step.targets().contains(END);
        }
        if (wantsEnd && steps.stream().noneMatch(step -> step.id().equals(END))) {
            steps.add(end(END, END_NAME));
        }
        return new SubProcesses.Table(root.text("start"), steps, nodes);
    }

    private static StepDefinition step(YamlNode node) {
        node.only(
                "id",
                "name",
                "publicName",
                "visit",
                "who",
                "hours",
                "counted",
                "outcomes",
                "to",
                "timer",
                "timers",
                "supplement",
                "asks",
                "onlyWhen",
                "else",
                "join",
                "waits",
                "end",
                "people",
                "service",
                "call",
                "use",
                "inputs");
        var id = node.code("id", StepParts.ID, StepParts.ID_SHAPE);
        if (node.flagOr("end", id.equals(END))) {
            return end(id, node.localTextOr("name", END_NAME));
        }
        if (node.flagOr("join", false)) return join(node, id);
        if (node.has("use")) return use(node, id);
        // Why the step needs the person there; the catalogue tells it.
        var _ = node.localTextOrNull("visit");
        if (node.has("inputs")) node.at("inputs").fault("workflow.fault.inputs-without-use");
        return task(node, id);
    }

    private static StepDefinition task(YamlNode node, String id) {
        var who = StepParts.who(node);
        var timers = StepParts.timers(node);
        var work =
                new StepDefinition.Work(
                        node.flagOr("supplement", false),
                        AskReader.read(node, who),
                        StepParts.several(node),
                        StepParts.service(node),
                        StepParts.call(node));
        boolean counts =
                (who == null || who.position() != Position.CITIZEN)
                        && !(work.service() instanceof Service.Bill);
        return new StepDefinition(
                id,
                kind(node, who, timers, work),
                node.localText("name"),
                node.localTextOrNull("publicName"),
                who == null ? Who.NOBODY : who,
                new StepDefinition.Time(
                        StepParts.hours(node), node.flagOr("counted", counts), timers),
                StepParts.outcomes(node),
                condition(node),
                work);
    }

    private static StepDefinition.Condition condition(YamlNode node) {
        return new StepDefinition.Condition(StepParts.guard(node), StepParts.targets(node, "else"));
    }

    private static StepKind kind(
            YamlNode node,
            @Nullable Who who,
            List<TimerDefinition> timers,
            StepDefinition.Work work) {
        boolean people = who == null || who.position() != Position.SYSTEM;
        var service = work.service();
        if (service != null && !service.waits()) return StepKind.AUTOMATIC;
        if (people) return StepKind.TASK;
        boolean waits =
                service != null
                        || work.call() != null
                        || !timers.isEmpty()
                        || node.flagOr("waits", false);
        return waits ? StepKind.WAIT : StepKind.AUTOMATIC;
    }

    /// The step that uses a sub-process is where the dossier goes in.
    private static StepDefinition use(YamlNode node, String id) {
        for (var key : node.keys()) {
            if (!SubProcesses.KEYS.contains(key)) {
                node.at(key).fault("workflow.fault.use-key", key, id);
            }
        }
        return passage(id, StepKind.AUTOMATIC, node.localText("name"), StepParts.outcomes(node))
                .withCondition(condition(node));
    }

    private static StepDefinition end(String id, LocalText name) {
        return passage(id, StepKind.END, name, List.of());
    }

    private static StepDefinition join(YamlNode node, String id) {
        return passage(
                id, StepKind.JOIN, node.localTextOr("name", JOIN_NAME), StepParts.outcomes(node));
    }

    static StepDefinition passage(
            String id, StepKind kind, LocalText name, List<OutcomeDefinition> outcomes) {
        return new StepDefinition(
                id,
                kind,
                name,
                null,
                Who.NOBODY,
                StepDefinition.Time.NONE,
                outcomes,
                StepDefinition.Condition.ALWAYS,
                StepDefinition.Work.PLAIN);
    }
}
