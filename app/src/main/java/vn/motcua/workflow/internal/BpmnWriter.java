package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.ManualTask;
import org.flowable.bpmn.model.MultiInstanceLoopCharacteristics;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerDefinition;

/// Draws a process in BPMN 2.0. Each step is one element under its own id, with its row in an
/// extension element; gateways between them have ids that begin with the step's.
final class BpmnWriter {
    static final String START = "start_";

    /// A line on its way to a step.
    ///
    /// @param condition null for a line that is always taken
    private record Line(
            FlowNode from,
            @Nullable String name,
            @Nullable String condition,
            boolean otherwise,
            StepDefinition to,
            List<BpmnBranches.Branch> branches) {}

    /// Where the lines of one branch reach a join.
    private record Door(StepDefinition join, BpmnBranches.Branch branch) {}

    private final Process process;
    private final BpmnBranches branches;
    private final org.flowable.bpmn.model.Process drawing = new org.flowable.bpmn.model.Process();
    private final List<Line> lines = new ArrayList<>();

    /// Lines are drawn in the order of outcomes and branches, when all doors are known.
    private final List<Runnable> pending = new ArrayList<>();

    private final Map<Door, FlowNode> doors = new HashMap<>();
    private int flows;

    private BpmnWriter(Process process) {
        this.process = process;
        this.branches = new BpmnBranches(process);
    }

    static byte[] write(String id, LocalText name, Process process) {
        return new BpmnWriter(process).write(id, name);
    }

    private byte[] write(String id, LocalText name) {
        drawing.setId("p-" + id);
        drawing.setName(name.vi());
        drawing.setExecutable(true);
        var start = add(new StartEvent(), START, null);
        var first = process.step(process.start());
        line(new Line(start, null, null, false, first, List.of()));
        for (var step : process.steps()) {
            if (step.kind() != StepKind.JOIN) step(step);
            else join(step);
        }
        for (var step : process.steps()) if (step.kind() == StepKind.JOIN) merge(step);
        pending.forEach(Runnable::run);
        var model = new BpmnModel();
        model.setTargetNamespace("urn:motcua:process");
        model.addNamespace(BpmnMarks.PREFIX, BpmnMarks.NAMESPACE);
        model.addProcess(drawing);
        BpmnPicture.draw(model);
        return new BpmnXMLConverter().convertToXML(model);
    }

    private <T extends FlowNode> T add(T node, String id, @Nullable String name) {
        node.setId(id);
        node.setName(name);
        drawing.addFlowElement(node);
        return node;
    }

    private void step(StepDefinition step) {
        var guard = step.onlyWhen();
        if (guard != null && !step.otherwise().isEmpty()) {
            var skip = add(new ExclusiveGateway(), step.id() + "_skip", null);
            BpmnMarks.put(skip, BpmnMarks.SKIPS, step.id());
            var node = node(step);
            flow(skip, node, null, guard.text(), false);
            leave(skip, step, BpmnBranches.ELSE, step.otherwise(), null, null, true);
            outcomes(step, node);
        } else {
            outcomes(step, node(step));
        }
    }

    private FlowNode node(StepDefinition step) {
        var node = add(shape(step), step.id(), step.name().vi());
        var row = ProcessRows.row(step);
        row.keySet().removeAll(List.of("id", "onlyWhen", "else", "timers", "end", "join"));
        row.computeIfPresent("outcomes", (_, given) -> withoutTargets(given));
        BpmnMarks.put(node, BpmnMarks.ROW, row);
        if (node instanceof Activity activity && step.several() != null) {
            var several = new MultiInstanceLoopCharacteristics();
            several.setLoopCardinality(Integer.toString(step.several().count()));
            several.setSequential(false);
            activity.setLoopCharacteristics(several);
        }
        return node;
    }

    private static Object withoutTargets(Object outcomes) {
        var kept = new ArrayList<Object>();
        for (var outcome : (List<?>) outcomes) {
            var copy = new LinkedHashMap<Object, Object>((Map<?, ?>) outcome);
            copy.remove("to");
            copy.remove("split");
            kept.add(copy);
        }
        return kept;
    }

    private static FlowNode shape(StepDefinition step) {
        if (step.kind() == StepKind.END) return new EndEvent();
        var service = step.service();
        if (service != null) {
            var task = new ServiceTask();
            task.setType(type(ProcessRows.kind(service)));
            return task;
        }
        var call = step.call();
        if (call != null) {
            var activity = new CallActivity();
            activity.setCalledElement(call.procedure());
            return activity;
        }
        if (step.kind() == StepKind.WAIT) return new ReceiveTask();
        if (step.kind() == StepKind.AUTOMATIC) return new ManualTask();
        var task = new UserTask();
        var who = step.who();
        var group = who.position().name() + (who.unit() == null ? "" : ":" + who.unit());
        task.setCandidateGroups(List.of(group));
        return task;
    }

    static String type(String service) {
        return "motcua-" + service.toLowerCase(java.util.Locale.ROOT);
    }

    private void outcomes(StepDefinition step, FlowNode node) {
        var outcomes = step.outcomes();
        if (outcomes.size() == 1) {
            var only = outcomes.getFirst();
            leave(node, step, only.id(), only.to(), null, null, false);
        } else if (!outcomes.isEmpty()) {
            var choose = add(new ExclusiveGateway(), step.id() + "_choose", null);
            BpmnMarks.put(choose, BpmnMarks.CHOOSES, step.id());
            flow(node, choose, null, null, false);
            for (var outcome : outcomes) {
                var condition = condition(step, outcome);
                var name = outcome.name().vi();
                boolean rest = condition == null;
                leave(choose, step, outcome.id(), outcome.to(), name, condition, rest);
            }
        }
        var timers = step.timers();
        for (int i = 0; i < timers.size(); i++) timer(step, node, timers.get(i), i);
    }

    /// What people choose is asked of them; an automatic step looks at its conditions in turn.
    private static @Nullable String condition(StepDefinition step, OutcomeDefinition outcome) {
        if (step.kind() != StepKind.AUTOMATIC) return "outcome == '" + outcome.id() + "'";
        return outcome.onlyWhen() == null ? null : outcome.onlyWhen().text();
    }

    private void timer(StepDefinition step, FlowNode node, TimerDefinition timer, int number) {
        var id = step.id() + "_timer" + number;
        var event = add(new BoundaryEvent(), id, null);
        event.setAttachedToRef((Activity) node);
        event.setAttachedToRefId(node.getId());
        event.setCancelActivity(timer.outcome() != null);
        var definition = new TimerEventDefinition();
        definition.setTimeDuration(BpmnTimers.duration(timer.after()));
        event.addEventDefinition(definition);
        BpmnMarks.put(event, BpmnMarks.TIMER, ProcessRows.timer(timer));
        var outcome = timer.outcome() == null ? null : step.outcome(timer.outcome());
        if (outcome == null) {
            flow(event, add(new EndEvent(), id + "_end", null), null, null, false);
        } else {
            leave(event, step, outcome.id(), outcome.to(), null, null, false);
        }
    }

    /// One exit of a step, from the element it leaves by.
    private void leave(
            FlowNode from,
            StepDefinition step,
            String exit,
            List<String> targets,
            @Nullable String name,
            @Nullable String condition,
            boolean otherwise) {
        if (targets.size() == 1) {
            var to = process.step(targets.getFirst());
            var around = branches.around(step.id());
            line(new Line(from, name, condition, otherwise, to, around));
            return;
        }
        boolean twice = step.timers().stream().anyMatch(timer -> exit.equals(timer.outcome()));
        var id = step.id() + "_" + exit;
        var known = (FlowNode) drawing.getFlowElement(twice ? id + "_in" : id);
        if (known != null) {
            pending.add(() -> flow(from, known, name, condition, otherwise));
            return;
        }
        var outcome = step.outcome(exit);
        boolean inclusive = outcome != null && outcome.inclusive() && !otherwise(exit);
        var split = add(inclusive ? new InclusiveGateway() : new ParallelGateway(), id, null);
        if (twice) {
            var in = add(new ExclusiveGateway(), id + "_in", null);
            pending.add(() -> flow(from, in, name, condition, otherwise));
            flow(in, split, null, null, false);
        } else {
            pending.add(() -> flow(from, split, name, condition, otherwise));
        }
        for (int i = 0; i < targets.size(); i++) {
            var to = process.step(targets.get(i));
            var holds = inclusive && to.otherwise().isEmpty() ? to.onlyWhen() : null;
            var around = branches.around(step.id(), exit, targets.size(), i);
            var text = holds == null ? null : holds.text();
            line(new Line(split, null, text, false, to, around));
        }
    }

    private void line(Line line) {
        lines.add(line);
        pending.add(() -> draw(line));
    }

    private static boolean otherwise(String exit) {
        return exit.equals(BpmnBranches.ELSE);
    }

    /// A join is one gateway for each split it closes; their number is known from the steps
    /// before it.
    private void join(StepDefinition step) {
        var splits = splits(step);
        for (int i = 0; i < splits.size(); i++) {
            var id = i == 0 ? step.id() : step.id() + "_" + (i + 1);
            boolean inclusive = inclusive(splits.get(i));
            var gateway =
                    add(
                            inclusive ? new InclusiveGateway() : new ParallelGateway(),
                            id,
                            step.name().vi());
            BpmnMarks.put(gateway, BpmnMarks.JOIN, step.id());
            var row = ProcessRows.row(step);
            row.keySet().removeAll(List.of("id", "join"));
            row.computeIfPresent("outcomes", (_, given) -> withoutTargets(given));
            BpmnMarks.put(gateway, BpmnMarks.ROW, row);
        }
        FlowNode out = (FlowNode) drawing.getFlowElement(step.id());
        if (splits.size() > 1) {
            out = add(new ExclusiveGateway(), step.id() + "_after", null);
            for (int i = 0; i < splits.size(); i++) {
                var id = i == 0 ? step.id() : step.id() + "_" + (i + 1);
                flow((FlowNode) drawing.getFlowElement(id), out, null, null, false);
            }
        }
        for (var outcome : step.outcomes()) {
            leave(out, step, outcome.id(), outcome.to(), null, null, false);
        }
    }

    private List<BpmnBranches.Split> splits(StepDefinition join) {
        return branches.into(join.id()).stream().distinct().toList();
    }

    private boolean inclusive(BpmnBranches.Split split) {
        var outcome = process.step(split.step()).outcome(split.exit());
        return outcome != null && outcome.inclusive() && !otherwise(split.exit());
    }

    /// Lines of one branch meet before the join, so that it waits for one of each branch.
    private void merge(StepDefinition join) {
        var count = new LinkedHashMap<BpmnBranches.Branch, Integer>();
        for (var line : lines) {
            if (line.to() == join) count.merge(line.branches().getLast(), 1, Integer::sum);
        }
        count.forEach(
                (branch, arriving) -> {
                    var splits = splits(join);
                    int number = splits.indexOf(branch.split());
                    var id = number == 0 ? join.id() : join.id() + "_" + (number + 1);
                    var to = (FlowNode) drawing.getFlowElement(id);
                    if (arriving > 1) {
                        int place = splits.size() * branch.number() + number;
                        var merge = add(new ExclusiveGateway(), join.id() + "_in" + place, null);
                        flow(merge, to, null, null, false);
                        to = merge;
                    }
                    doors.put(new Door(join, branch), to);
                });
    }

    private void draw(Line line) {
        var to = line.to();
        var skip = drawing.getFlowElement(to.id() + "_skip");
        var door =
                to.kind() == StepKind.JOIN
                        ? doors.get(new Door(to, line.branches().getLast()))
                        : (FlowNode) drawing.getFlowElement(to.id());
        var target = skip instanceof FlowNode gateway ? gateway : Objects.requireNonNull(door);
        flow(line.from(), target, line.name(), line.condition(), line.otherwise());
    }

    private void flow(
            FlowNode from,
            FlowNode to,
            @Nullable String name,
            @Nullable String condition,
            boolean otherwise) {
        var flow = new SequenceFlow(from.getId(), to.getId());
        flow.setId("flow_" + ++flows);
        flow.setName(name);
        if (condition != null) flow.setConditionExpression("${" + condition + "}");
        if (otherwise && condition == null && from instanceof Gateway gateway) {
            gateway.setDefaultFlow(flow.getId());
        }
        drawing.addFlowElement(flow);
    }
}
