package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.jspecify.annotations.Nullable;

/// A drawing seen as steps: which elements are steps, which gateways belong to a step, where
/// each line leads.
final class BpmnGraph {
    /// `outcome == 'ok'`, as our own drawings say it.
    private static final Pattern OUTCOME =
            Pattern.compile("\\s*outcome\\s*==\\s*['\"]([A-Za-z0-9_.-]{1,64})['\"]\\s*");

    private final Map<String, FlowNode> nodes = new HashMap<>();
    private final Map<String, List<SequenceFlow>> out = new HashMap<>();
    private final Map<String, List<SequenceFlow>> in = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// Elements that are steps, in the order of the drawing.
    final List<FlowNode> steps = new ArrayList<>();

    /// A step a line leads to.
    ///
    /// @param condition under which an inclusive branch is taken; null when always
    record Target(FlowNode step, @Nullable String condition) {}

    BpmnGraph(Process process) {
        for (var node : process.findFlowElementsOfType(FlowNode.class, false)) {
            nodes.put(node.getId(), node);
        }
        for (var flow : process.findFlowElementsOfType(SequenceFlow.class, false)) {
            out.computeIfAbsent(flow.getSourceRef(), _ -> new ArrayList<>()).add(flow);
            in.computeIfAbsent(flow.getTargetRef(), _ -> new ArrayList<>()).add(flow);
        }
        for (var node : process.findFlowElementsOfType(FlowNode.class, false)) {
            if (isStep(node)) steps.add(node);
        }
    }

    List<SequenceFlow> leaving(FlowNode node) {
        return out.getOrDefault(node.getId(), List.of());
    }

    List<SequenceFlow> arriving(FlowNode node) {
        return in.getOrDefault(node.getId(), List.of());
    }

    @Nullable FlowNode source(SequenceFlow flow) {
        return nodes.get(flow.getSourceRef());
    }

    @Nullable FlowNode target(SequenceFlow flow) {
        return nodes.get(flow.getTargetRef());
    }

    private boolean isStep(FlowNode node) {
        return switch (node) {
            case StartEvent _, BoundaryEvent _ -> false;
            case EndEvent end -> !onlyAfterWarning(end);
            case Activity _ -> true;
            case ExclusiveGateway gateway ->
                    leaving(gateway).size() > 1 && !skips(gateway) && !chooses(gateway);
            case Gateway gateway -> joins(gateway) && firstOfJoin(gateway);
            default -> false;
        };
    }

    /// An end that nothing but timers which do not end their step lead to.
    private boolean onlyAfterWarning(EndEvent end) {
        var arriving = arriving(end);
        return !arriving.isEmpty()
                && arriving.stream()
                        .allMatch(
                                flow ->
                                        source(flow) instanceof BoundaryEvent event
                                                && !event.isCancelActivity());
    }

    static boolean skips(FlowNode node) {
        return BpmnMarks.text(node, BpmnMarks.SKIPS) != null;
    }

    boolean skips(FlowNode gateway, FlowNode step) {
        return step.getId().equals(BpmnMarks.text(gateway, BpmnMarks.SKIPS));
    }

    boolean joins(Gateway gateway) {
        return !(gateway instanceof ExclusiveGateway)
                && (arriving(gateway).size() > 1
                        || BpmnMarks.text(gateway, BpmnMarks.JOIN) != null);
    }

    /// Several gateways of one join are one step.
    private boolean firstOfJoin(Gateway gateway) {
        var mark = BpmnMarks.text(gateway, BpmnMarks.JOIN);
        return mark == null || taken.add("join " + mark);
    }

    /// A gateway where what the person of a task said decides.
    boolean chooses(FlowNode node) {
        if (!(node instanceof ExclusiveGateway) || arriving(node).size() != 1) return false;
        var before = source(arriving(node).getFirst());
        if (!(before instanceof Activity) || leaving(before).size() != 1) return false;
        if (BpmnMarks.text(node, BpmnMarks.CHOOSES) != null) return true;
        var flows = leaving(node);
        boolean asks = flows.stream().allMatch(flow -> asked(flow) != null);
        boolean bare = flows.stream().allMatch(flow -> condition(flow) == null);
        return asks || bare;
    }

    /// The outcome a line is taken with, where its condition says so.
    static @Nullable String asked(SequenceFlow flow) {
        var condition = condition(flow);
        if (condition == null) return null;
        var matcher = OUTCOME.matcher(condition);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /// Without the brackets of other languages around it.
    static @Nullable String condition(SequenceFlow flow) {
        var text = flow.getConditionExpression();
        if (text == null || text.isBlank()) return null;
        var bare = text.strip();
        boolean wrapped = bare.startsWith("${") || bare.startsWith("#{");
        return wrapped && bare.endsWith("}") ? bare.substring(2, bare.length() - 1) : bare;
    }

    /// The steps a line leads to, past gateways that only gather or split.
    List<Target> targets(SequenceFlow flow) {
        return targets(flow, null, 0);
    }

    private List<Target> targets(SequenceFlow flow, @Nullable String condition, int depth) {
        var node = target(flow);
        if (node == null || depth > 50) return List.of();
        if (!(node instanceof Gateway gateway)) return List.of(new Target(node, condition));
        if (gateway instanceof ExclusiveGateway) {
            if (skips(gateway)) return skipped(gateway, condition);
            if (leaving(gateway).size() != 1) return List.of(new Target(gateway, condition));
            return targets(leaving(gateway).getFirst(), condition, depth + 1);
        }
        if (joins(gateway)) return List.of(new Target(join(gateway), condition));
        return split(gateway, depth);
    }

    List<Target> split(Gateway gateway, int depth) {
        var all = new ArrayList<Target>();
        boolean inclusive = gateway instanceof InclusiveGateway;
        for (var next : leaving(gateway)) {
            all.addAll(targets(next, inclusive ? condition(next) : null, depth + 1));
        }
        return all;
    }

    private List<Target> skipped(Gateway gateway, @Nullable String condition) {
        var step = nodes.get("" + BpmnMarks.text(gateway, BpmnMarks.SKIPS));
        return step == null ? List.of() : List.of(new Target(step, condition));
    }

    private FlowNode join(Gateway gateway) {
        var mark = BpmnMarks.text(gateway, BpmnMarks.JOIN);
        for (var step : steps) {
            if (mark != null && mark.equals(BpmnMarks.text(step, BpmnMarks.JOIN))) return step;
        }
        return gateway;
    }

    /// Whether a line leads to an inclusive split.
    boolean inclusive(SequenceFlow flow) {
        var node = target(flow);
        for (int i = 0;
                i < 50 && node instanceof ExclusiveGateway && leaving(node).size() == 1;
                i++) node = target(leaving(node).getFirst());
        return node instanceof InclusiveGateway gateway
                && !joins(gateway)
                && leaving(gateway).size() > 1;
    }

    /// The id of an element as the id of a step.
    String id(FlowNode node) {
        return ids.computeIfAbsent(node.getId(), this::fresh);
    }

    private String fresh(String given) {
        if (StepParts.ID.matcher(given).matches() && taken.add(given)) return given;
        var plain = given.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        var id = plain.matches("[a-z].*") ? plain : "s-" + plain.replaceAll("^-+", "");
        if (id.length() > 40) id = id.substring(0, 40);
        var unique = id;
        for (int i = 2; !taken.add(unique); i++) unique = id + "-" + i;
        return unique;
    }
}
