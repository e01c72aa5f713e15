package vn.motcua.workflow.internal;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FaultSink;
import vn.motcua.workflow.Bpmn;
import vn.motcua.workflow.Process;

/// Writes drawings and reads them; what is read is proved sound like any other process.
@Component
class BpmnExchange implements Bpmn {
    @Override
    public byte[] write(String id, LocalText name, Process process) {
        return BpmnWriter.write(id, name, process);
    }

    @Override
    public Reading read(byte[] document) {
        var faults = new FaultSink();
        var text = BpmnReader.read(document, faults);
        if (text == null) return new Reading(null, null, faults.faults());
        var reading = ProcessReader.read(text, faults);
        if (faults.isEmpty()) {
            var channels = Arrays.stream(Channel.values()).map(Enum::name).toList();
            for (var finding : Soundness.check(reading.start(), reading.steps(), channels)) {
                faults.add(finding.at(BpmnReader.FILE, 0));
            }
        }
        if (!faults.isEmpty()) return new Reading(null, null, faults.faults());
        return new Reading(text, Process.of(reading.start(), reading.steps()), List.of());
    }
}
