package vn.motcua.dossier.internal.processing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.register.Asked;
import vn.motcua.register.Registers;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.Service;

/// What registers have said about a dossier. One statement, and only where its process asks any.
@Component
public class Known {
    private static final String REGISTERS = "registers";

    private final Registers registers;
    private final Asking asking;

    Known(Registers registers, Asking asking) {
        this.registers = registers;
        this.asking = asking;
    }

    /// The answers of the person and, under `registers` and the id of each register, what that one
    /// said last: `found` and its answers.
    Map<String, Object> with(Dossier dossier, Supplier<Process> process) {
        var answers = dossier.answers().values();
        if (dossier.process() == null || !asksAny(process.get())) return answers;
        var said = new HashMap<String, Object>();
        for (var asked : asking.as(Caller.system(), () -> registers.of(dossier.id()))) {
            if (!asked.answeredAtAll()) continue;
            var answer = new HashMap<>(asked.answer());
            answer.put("found", asked.state() == Asked.State.FOUND);
            said.put(asked.question().register(), answer);
        }
        var all = new HashMap<>(answers);
        all.put(REGISTERS, said);
        return all;
    }

    /// Registers whose last word agrees with what was declared: what they hold needs no paper.
    public Set<String> registers(UUID dossier) {
        var known = new HashSet<String>();
        for (var asked : registers.of(dossier)) {
            if (!asked.answeredAtAll()) continue;
            var register = asked.question().register();
            if (asked.state() == Asked.State.FOUND && asked.differences().isEmpty())
                known.add(register);
            else known.remove(register);
        }
        return known;
    }

    private static boolean asksAny(Process process) {
        return process.steps().stream().anyMatch(step -> step.service() instanceof Service.Query);
    }
}
