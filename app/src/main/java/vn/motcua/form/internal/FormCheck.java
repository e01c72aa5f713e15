package vn.motcua.form.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;

/// Refuses a release whose form cannot be asked.
@Component
class FormCheck implements ReleaseCheck {
    @Override
    public List<Fault> check(ProcedureRecord record, ReleaseFiles files) {
        var text = files.find(ReleaseFiles.FORM).orElse(null);
        if (text == null) return List.of();
        var faults = new FaultSink();
        var form = FormReader.read(id(record), text, components(record), faults);
        for (var c : record.cases()) {
            var when = c.when();
            if (when == null) continue;
            form.checks(when)
                    .ifPresent(
                            words ->
                                    faults.add(
                                            ReleaseFiles.PROCEDURE,
                                            0,
                                            "form.fault.expression",
                                            when,
                                            words));
        }
        return faults.faults();
    }

    static ReleaseId id(ProcedureRecord record) {
        return new ReleaseId(record.code(), record.version());
    }

    static Set<String> components(ProcedureRecord record) {
        return record.components().stream().map(c -> c.id()).collect(Collectors.toSet());
    }
}
