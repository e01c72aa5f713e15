package vn.motcua.form.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.form.Form;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;

/// Refuses a release whose form cannot be asked, or whose `procedure.yaml` asks of the answers what
/// the form does not know: in cases, papers, fees and results.
@Component
class FormCheck implements ReleaseCheck {
    @Override
    public List<Fault> check(ProcedureRecord record, ReleaseFiles files) {
        var text = files.find(ReleaseFiles.FORM).orElse(null);
        if (text == null) return List.of();
        var faults = new FaultSink();
        var form = FormReader.read(id(record), text, components(record), faults);
        files.find(ReleaseFiles.PROCEDURE).ifPresent(p -> expressions(p, form, faults));
        return faults.faults();
    }

    private static void expressions(String procedure, CompiledForm form, FaultSink faults) {
        var root = YamlTree.parse(ReleaseFiles.PROCEDURE, procedure, new FaultSink());
        for (var list : List.of("cases", "components", "results"))
            for (var item : root.list(list)) condition(item, form, faults);
        for (var rule : root.list("channels"))
            for (var fee : rule.list("fees")) {
                condition(fee, form, faults);
                var quantity = fee.at("quantity");
                if (quantity.isScalar())
                    report(quantity, form.checksValue(quantity.asText()), faults);
            }
    }

    private static void condition(YamlNode item, CompiledForm form, FaultSink faults) {
        var when = item.at("when");
        if (when.isScalar()) report(when, form.checks(when.asText()), faults);
    }

    private static void report(YamlNode node, Optional<String> words, FaultSink faults) {
        words.ifPresent(
                w ->
                        faults.add(
                                node.file(),
                                node.line(),
                                "form.fault.expression",
                                node.asText(),
                                w));
    }

    /// The form of a release under check, when it is without fault.
    static Optional<Form> form(ProcedureRecord record, ReleaseFiles files) {
        var text = files.find(ReleaseFiles.FORM);
        if (text.isEmpty()) return Optional.empty();
        var faults = new FaultSink();
        Form form = FormReader.read(id(record), text.get(), components(record), faults);
        return faults.isEmpty() ? Optional.of(form) : Optional.empty();
    }

    static ReleaseId id(ProcedureRecord record) {
        return new ReleaseId(record.code(), record.version());
    }

    static Set<String> components(ProcedureRecord record) {
        return record.components().stream().map(c -> c.id()).collect(Collectors.toSet());
    }
}
