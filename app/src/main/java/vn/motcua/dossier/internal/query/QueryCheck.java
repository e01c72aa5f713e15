package vn.motcua.dossier.internal.query;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.procedure.Fault;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.ReleaseCheck;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;
import vn.motcua.register.Register;
import vn.motcua.register.Registers;

/// Refuses a release that asks a register there is not, or asks it what it does not know. Where no
/// register is described nothing can be said about any.
@Component
class QueryCheck implements ReleaseCheck {
    private final Registers registers;

    QueryCheck(Registers registers) {
        this.registers = registers;
    }

    @Override
    public List<Fault> check(ProcedureRecord record, ReleaseFiles files) {
        var text = files.find(ReleaseFiles.PROCESS);
        var faults = new FaultSink();
        if (text.isEmpty() || registers.all().isEmpty()) return List.of();
        // How the file is written is the matter of the room that reads all of it.
        var root = YamlTree.parse(ReleaseFiles.PROCESS, text.get(), new FaultSink());
        steps(root, faults);
        var parts = root.at("processes");
        if (parts.isMap()) parts.keys().forEach(part -> steps(parts.at(part), faults));
        return faults.faults();
    }

    private void steps(YamlNode process, FaultSink faults) {
        if (!process.isMap() || !process.at("steps").isList()) return;
        for (var step : process.at("steps").items()) {
            if (!step.isMap() || !step.at("service").isMap()) continue;
            var service = step.at("service");
            if ("QUERY".equals(service.textOrNull("kind"))) query(service, faults);
        }
    }

    private void query(YamlNode service, FaultSink faults) {
        var id = service.textOrNull("register");
        if (id == null) return;
        var register = registers.find(id);
        if (register.isEmpty()) say(faults, service, "unknown", id);
        else names(service, register.get(), faults);
    }

    private static void names(YamlNode service, Register register, FaultSink faults) {
        var inputs = service.at("inputs");
        var given = inputs.isMap() ? inputs.keys() : List.<String>of();
        for (var name : given)
            if (register.ask(name).isEmpty())
                say(faults, inputs.at(name), "input", name, register.id());
        for (var item : register.asks())
            if (item.required() && !given.contains(item.id()))
                say(faults, service, "input-missing", item.id(), register.id());
        var compare = service.at("compare");
        if (!compare.isMap()) return;
        for (var name : compare.keys())
            if (register.answer(name).isEmpty())
                say(faults, compare.at(name), "answer", name, register.id());
    }

    private static void say(FaultSink faults, YamlNode at, String what, Object... args) {
        faults.add(ReleaseFiles.PROCESS, at.line(), "register.fault." + what, args);
    }
}
