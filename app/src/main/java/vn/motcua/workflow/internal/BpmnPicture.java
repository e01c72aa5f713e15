package vn.motcua.workflow.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;

/// Gives each element a place, without which drawing tools show nothing: columns from left to
/// right by the number of lines from the start.
final class BpmnPicture {
    private static final int COLUMN = 190;
    private static final int ROW = 120;
    private static final int LEFT = 60;
    private static final int TOP = 80;

    private final BpmnModel model;
    private final Process process;
    private final Map<String, List<String>> onward = new LinkedHashMap<>();
    private final Map<String, Integer> column = new LinkedHashMap<>();
    private final Map<Integer, Integer> filled = new HashMap<>();

    private BpmnPicture(BpmnModel model) {
        this.model = model;
        this.process = model.getMainProcess();
    }

    static void draw(BpmnModel model) {
        var picture = new BpmnPicture(model);
        picture.columns();
        picture.nodes();
        picture.lines();
    }

    private void columns() {
        for (var flow : process.findFlowElementsOfType(SequenceFlow.class)) {
            onward.computeIfAbsent(flow.getSourceRef(), _ -> new ArrayList<>())
                    .add(flow.getTargetRef());
        }
        for (var event : process.findFlowElementsOfType(BoundaryEvent.class)) {
            onward.computeIfAbsent(event.getAttachedToRefId(), _ -> new ArrayList<>())
                    .addAll(onward.getOrDefault(event.getId(), List.of()));
        }
        var next = new ArrayDeque<String>();
        column.put(BpmnWriter.START, 0);
        next.add(BpmnWriter.START);
        while (!next.isEmpty()) {
            var from = next.remove();
            int place = column.getOrDefault(from, 0) + 1;
            for (var to : onward.getOrDefault(from, List.of())) {
                if (column.putIfAbsent(to, place) == null) next.add(to);
            }
        }
    }

    private void nodes() {
        for (var node : process.findFlowElementsOfType(FlowNode.class)) {
            if (node instanceof BoundaryEvent) continue;
            int x = column.getOrDefault(node.getId(), 0);
            int y = filled.merge(x, 1, Integer::sum) - 1;
            double wide = node instanceof Gateway ? 50 : node instanceof Event ? 36 : 140;
            double high = node instanceof Gateway ? 50 : node instanceof Event ? 36 : 80;
            place(
                    node,
                    LEFT + x * COLUMN + (140 - wide) / 2,
                    TOP + y * ROW + (80 - high) / 2,
                    wide,
                    high);
        }
        var hung = new HashMap<String, Integer>();
        for (var event : process.findFlowElementsOfType(BoundaryEvent.class)) {
            var host = model.getGraphicInfo(event.getAttachedToRefId());
            int number = hung.merge(event.getAttachedToRefId(), 1, Integer::sum) - 1;
            double x = host.getX() + 8 + number * 40;
            place(event, x, host.getY() + host.getHeight() - 15, 30, 30);
        }
    }

    private void place(FlowNode node, double x, double y, double wide, double high) {
        var place = new GraphicInfo(x, y);
        place.setWidth(wide);
        place.setHeight(high);
        model.addGraphicInfo(node.getId(), place);
    }

    private void lines() {
        for (var flow : process.findFlowElementsOfType(SequenceFlow.class)) {
            var from = model.getGraphicInfo(flow.getSourceRef());
            var to = model.getGraphicInfo(flow.getTargetRef());
            boolean back = to.getX() <= from.getX();
            var points = new ArrayList<GraphicInfo>();
            if (back) {
                double under = Math.max(from.getY() + from.getHeight(), to.getY() + to.getHeight());
                double middle = from.getX() + from.getWidth() / 2;
                double there = to.getX() + to.getWidth() / 2;
                points.add(new GraphicInfo(middle, from.getY() + from.getHeight()));
                points.add(new GraphicInfo(middle, under + 22));
                points.add(new GraphicInfo(there, under + 22));
                points.add(new GraphicInfo(there, to.getY() + to.getHeight()));
            } else {
                points.add(
                        new GraphicInfo(
                                from.getX() + from.getWidth(), from.getY() + from.getHeight() / 2));
                points.add(new GraphicInfo(to.getX(), to.getY() + to.getHeight() / 2));
            }
            model.addFlowGraphicInfoList(flow.getId(), points);
        }
    }
}
