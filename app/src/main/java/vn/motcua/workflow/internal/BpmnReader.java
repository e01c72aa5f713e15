package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.FaultSink;
import vn.motcua.worktime.TermUnit;

/// Reads a drawing into rows of a `process.yaml`. What is wrong with a row as such is found by
/// the reader of those files, which is the only one that knows.
final class BpmnReader {
    static final String FILE = "process.bpmn";
    private static final String OUTCOMES = "outcomes";

    private final FaultSink faults;
    private final BpmnGraph graph;
    private final org.flowable.bpmn.model.Process drawing;
    private final Map<String, String> branchConditions = new LinkedHashMap<>();

    private BpmnReader(org.flowable.bpmn.model.Process drawing, FaultSink faults) {
        this.drawing = drawing;
        this.graph = new BpmnGraph(drawing);
        this.faults = faults;
    }

    /// @return text of a `process.yaml`; null when something was refused
    static @Nullable String read(byte[] document, FaultSink faults) {
        if (!BpmnScreen.pass(document, faults)) return null;
        BpmnModel model;
        try {
            model = new BpmnXMLConverter().convertToBpmnModel(BpmnScreen.open(document));
        } catch (XMLStreamException | XMLException broken) {
            faults.add(FILE, 0, "workflow.fault.bpmn-not-xml");
            return null;
        }
        if (model.getProcesses().size() != 1) {
            faults.add(FILE, 0, "workflow.fault.bpmn-one-process", model.getProcesses().size());
            return null;
        }
        var reader = new BpmnReader(model.getProcesses().getFirst(), faults);
        var text = reader.text();
        return faults.isEmpty() ? text : null;
    }

    private String text() {
        var start = start();
        var rows = new ArrayList<Map<String, Object>>();
        for (var node : graph.steps) rows.add(row(node));
        for (var row : rows) {
            var condition = branchConditions.get("" + row.get("id"));
            if (condition != null) row.put("onlyWhen", condition);
        }
        return ProcessRows.text(start, rows);
    }

    private String start() {
        var starts = drawing.findFlowElementsOfType(StartEvent.class, false);
        if (starts.size() != 1) {
            faults.add(FILE, 0, "workflow.fault.bpmn-one-start", starts.size());
            return "";
        }
        var flows = graph.leaving(starts.getFirst());
        var targets = flows.size() == 1 ? graph.targets(flows.getFirst()) : List.of();
        if (targets.size() != 1) {
            fault(starts.getFirst(), "bpmn-start-splits");
            return "";
        }
        return graph.id(((BpmnGraph.Target) targets.getFirst()).step());
    }

    private void fault(FlowNode node, String key, Object... more) {
        var args = new ArrayList<Object>();
        args.add(node.getName() == null ? node.getId() : node.getName());
        args.addAll(List.of(more));
        faults.add(FILE, node.getXmlRowNumber(), "workflow.fault." + key, args.toArray());
    }

    private Map<String, Object> row(FlowNode node) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", graph.id(node));
        if (node instanceof EndEvent) row.put("end", true);
        else if (node instanceof Gateway && !(node instanceof ExclusiveGateway)) {
            row.put("join", true);
        }
        var marked = BpmnMarks.map(node, BpmnMarks.ROW);
        if (marked != null) row.putAll(marked);
        row.put("name", name(node.getName(), row.get("name"), node.getId()));
        if (node instanceof EndEvent) return row;
        if (node instanceof ExclusiveGateway) row.put("who", Map.of("position", "SYSTEM"));
        if (node instanceof Activity activity) {
            new BpmnTask(activity, row, (key, args) -> fault(node, key, args)).read();
        }
        skip(node, row);
        var outcomes = outcomes(node, row);
        timers(node, row, outcomes);
        row.put(OUTCOMES, outcomes);
        return row;
    }

    /// What the drawing says wins over what was marked.
    private static Map<String, Object> name(
            @Nullable String drawn, @Nullable Object marked, String otherwise) {
        var words = new LinkedHashMap<String, Object>();
        var known = marked instanceof Map<?, ?> map ? map : Map.of();
        var vi = drawn == null || drawn.isBlank() ? known.get("vi") : drawn;
        boolean same = Objects.equals(vi, known.get("vi"));
        words.put("vi", vi == null ? otherwise : vi);
        words.put("en", same && known.get("en") != null ? known.get("en") : words.get("vi"));
        return words;
    }

    private void skip(FlowNode node, Map<String, Object> row) {
        for (var arriving : graph.arriving(node)) {
            var gateway = graph.source(arriving);
            if (gateway == null || !graph.skips(gateway, node)) continue;
            var condition = BpmnGraph.condition(arriving);
            if (condition == null) fault(node, "bpmn-skip");
            else row.put("onlyWhen", condition);
            var elsewhere = new ArrayList<String>();
            for (var flow : graph.leaving(gateway)) {
                if (flow != arriving) elsewhere.addAll(ids(graph.targets(flow)));
            }
            row.put("else", elsewhere);
        }
    }

    private List<String> ids(List<BpmnGraph.Target> targets) {
        return targets.stream().map(target -> graph.id(target.step())).toList();
    }

    private List<Map<String, Object>> outcomes(FlowNode node, Map<String, Object> row) {
        var marked = marked(row);
        var flows = exits(node);
        var outcomes = new ArrayList<Map<String, Object>>();
        if (flows.isEmpty()) fault(node, "bpmn-no-way-on");
        for (int i = 0; i < flows.size(); i++) {
            outcomes.add(outcome(node, flows.get(i), marked, flows.size(), i));
        }
        return outcomes;
    }

    private static List<Map<?, ?>> marked(Map<String, Object> row) {
        var given = new ArrayList<Map<?, ?>>();
        if (row.get(OUTCOMES) instanceof List<?> list) {
            for (var each : list) if (each instanceof Map<?, ?> map) given.add(map);
        }
        return given;
    }

    /// The lines by which a step is left: those of its gateway, or the one out of it. Several
    /// out of the step itself are taken together, as BPMN has it.
    private List<SequenceFlow> exits(FlowNode node) {
        var flows = graph.leaving(node);
        if (node instanceof ExclusiveGateway) return flows;
        if (flows.size() == 1) {
            var next = graph.target(flows.getFirst());
            return next != null && graph.chooses(next) ? graph.leaving(next) : flows;
        }
        for (var flow : flows) {
            if (BpmnGraph.condition(flow) != null) fault(node, "bpmn-condition-at-task");
        }
        return flows.isEmpty() ? flows : flows.subList(0, 1);
    }

    private Map<String, Object> outcome(
            FlowNode node, SequenceFlow flow, List<Map<?, ?>> marked, int count, int number) {
        var condition = BpmnGraph.condition(flow);
        var asked = BpmnGraph.asked(flow);
        var known = known(flow, asked, marked, count, number);
        var outcome = new LinkedHashMap<String, Object>();
        var id = known != null ? known.get("id") : asked;
        outcome.put("id", id != null ? id : count == 1 ? "done" : "way-" + (number + 1));
        if (known != null) known.forEach((key, value) -> outcome.put("" + key, value));
        var fallback = count == 1 ? "Xong" : "" + outcome.get("id");
        outcome.put("name", name(flow.getName(), outcome.get("name"), fallback));
        if (condition != null && asked == null) outcome.put("onlyWhen", condition);
        boolean together = graph.leaving(node).size() > 1 && !(node instanceof ExclusiveGateway);
        var targets = new ArrayList<BpmnGraph.Target>();
        if (!together || node instanceof Gateway) targets.addAll(through(node, flow));
        else graph.leaving(node).forEach(each -> targets.addAll(graph.targets(each)));
        outcome.put("to", ids(targets));
        if (graph.inclusive(flow)) outcome.put("split", "INCLUSIVE");
        for (var target : targets) {
            if (target.condition() != null) {
                branchConditions.put(graph.id(target.step()), target.condition());
            }
        }
        return outcome;
    }

    /// A join that splits again does both in one gateway.
    private List<BpmnGraph.Target> through(FlowNode node, SequenceFlow flow) {
        boolean join = node instanceof Gateway && !(node instanceof ExclusiveGateway);
        return join && graph.leaving(node).size() > 1
                ? graph.split((Gateway) node, 0)
                : graph.targets(flow);
    }

    private static @Nullable Map<?, ?> known(
            SequenceFlow flow,
            @Nullable String asked,
            List<Map<?, ?>> marked,
            int count,
            int number) {
        if (asked == null) {
            return count == marked.size() && number < count ? marked.get(number) : null;
        }
        return marked.stream()
                .filter(each -> asked.equals(each.get("id")))
                .findFirst()
                .orElse(null);
    }

    private void timers(FlowNode node, Map<String, Object> row, List<Map<String, Object>> ways) {
        var timers = new ArrayList<Object>();
        for (var event : drawing.findFlowElementsOfType(BoundaryEvent.class, false)) {
            if (!node.getId().equals(event.getAttachedToRefId())) continue;
            var timer = timer(event, ways);
            if (timer != null) timers.add(timer);
        }
        if (!timers.isEmpty()) row.put("timers", timers);
    }

    private @Nullable Map<String, Object> timer(
            BoundaryEvent event, List<Map<String, Object>> ways) {
        if (event.getEventDefinitions().size() != 1
                || !(event.getEventDefinitions().getFirst() instanceof TimerEventDefinition it)) {
            fault(event, "bpmn-boundary");
            return null;
        }
        var marked = BpmnMarks.map(event, BpmnMarks.TIMER);
        var timer = new LinkedHashMap<String, Object>(marked == null ? Map.of() : marked);
        var duration = it.getTimeDuration() == null ? "" : it.getTimeDuration().strip();
        var after = BpmnTimers.after(duration, unit(timer));
        if (after == null) {
            fault(event, "bpmn-duration", duration);
            return null;
        }
        if (timer.get("after") instanceof Map<?, ?> before && before.containsKey("cutoff")) {
            after.put("cutoff", before.get("cutoff"));
        }
        timer.put("after", after);
        if (event.isCancelActivity()) takes(event, timer, ways);
        else if (marked == null) timer.put("warn", true);
        return timer;
    }

    private static @Nullable TermUnit unit(Map<String, Object> timer) {
        if (!(timer.get("after") instanceof Map<?, ?> after)) return null;
        for (var unit : TermUnit.values()) {
            if (unit.name().equals(after.get("unit"))) return unit;
        }
        return null;
    }

    /// A timer that ends the step leads where one of its outcomes leads, or is one of its own.
    private void takes(
            BoundaryEvent event, Map<String, Object> timer, List<Map<String, Object>> ways) {
        var flows = graph.leaving(event);
        var to = flows.size() == 1 ? ids(graph.targets(flows.getFirst())) : List.of();
        if (to.isEmpty()) {
            fault(event, "bpmn-no-way-on");
            return;
        }
        var marked = timer.get("outcome");
        for (var way : ways) {
            if (Objects.equals(way.get("id"), marked) && to.equals(way.get("to"))) return;
        }
        var own = new LinkedHashMap<String, Object>();
        own.put("id", "timeout-" + (ways.size() + 1));
        own.put("name", name(event.getName(), null, "Hết thời hạn"));
        own.put("to", to);
        ways.add(own);
        timer.put("outcome", own.get("id"));
    }
}
