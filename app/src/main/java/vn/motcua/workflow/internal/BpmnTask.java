package vn.motcua.workflow.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.ManualTask;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.UserTask;
import vn.motcua.workflow.Position;

/// Who does a drawn task, and how many. What the drawing says wins over what was marked.
final class BpmnTask {
    /// Told with the name of the element first.
    interface Complaint {
        void say(String key, Object... args);
    }

    private final Activity activity;
    private final Map<String, Object> row;
    private final Complaint complaint;

    BpmnTask(Activity activity, Map<String, Object> row, Complaint complaint) {
        this.activity = activity;
        this.row = row;
        this.complaint = complaint;
    }

    void read() {
        switch (activity) {
            case UserTask task -> group(task);
            case ReceiveTask _ -> {
                row.putIfAbsent("who", Map.of("position", "SYSTEM"));
                row.put("waits", true);
            }
            case ManualTask _ -> row.putIfAbsent("who", Map.of("position", "SYSTEM"));
            case ServiceTask task -> service(task);
            case CallActivity call -> call(call);
            default -> complaint.say("bpmn-task");
        }
        several();
    }

    private void group(UserTask task) {
        var groups = task.getCandidateGroups();
        if (groups.size() != 1) {
            complaint.say("bpmn-one-group", groups.size());
            return;
        }
        var parts = groups.getFirst().split(":", 2);
        boolean known =
                Arrays.stream(Position.values()).anyMatch(each -> each.name().equals(parts[0]));
        if (!known || parts[0].equals(Position.SYSTEM.name())) {
            complaint.say("bpmn-group", parts[0]);
            return;
        }
        var who = new LinkedHashMap<String, Object>();
        if (row.get("who") instanceof Map<?, ?> marked) {
            marked.forEach((key, value) -> who.put("" + key, value));
        }
        who.put("position", parts[0]);
        who.remove("unit");
        if (parts.length == 2) who.put("unit", parts[1]);
        row.put("who", who);
    }

    private void service(ServiceTask task) {
        var marked = row.get("service");
        var kind = marked instanceof Map<?, ?> map ? "" + map.get("kind") : "";
        if (!BpmnWriter.type(kind).equals("" + task.getType())) {
            complaint.say("bpmn-service-mark", "" + task.getType());
        }
        row.putIfAbsent("who", Map.of("position", "SYSTEM"));
    }

    private void call(CallActivity activity) {
        if (!(row.get("call") instanceof Map<?, ?> marked)) {
            complaint.say("bpmn-call-mark", "" + activity.getCalledElement());
            return;
        }
        var call = new LinkedHashMap<String, Object>();
        marked.forEach((key, value) -> call.put("" + key, value));
        call.put("procedure", "" + activity.getCalledElement());
        row.put("call", call);
        row.putIfAbsent("who", Map.of("position", "SYSTEM"));
    }

    private void several() {
        var loop = activity.getLoopCharacteristics();
        if (loop == null) {
            row.remove("people");
            return;
        }
        var count = loop.getLoopCardinality() == null ? "" : loop.getLoopCardinality().strip();
        if (loop.isSequential() || !count.matches("\\d{1,2}")) {
            complaint.say("bpmn-several", count.toLowerCase(Locale.ROOT));
            return;
        }
        var people = new LinkedHashMap<String, Object>();
        if (row.get("people") instanceof Map<?, ?> marked) {
            marked.forEach((key, value) -> people.put("" + key, value));
        }
        people.put("count", Integer.valueOf(count));
        row.put("people", people);
    }
}
