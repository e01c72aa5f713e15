package vn.motcua.dossier.internal.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Outside;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.register.Asked;
import vn.motcua.register.Question;
import vn.motcua.register.Register;
import vn.motcua.register.Registers;
import vn.motcua.register.Trouble;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Formula;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.Variables;

/// Writes down what a step asks a register, in the transaction of the step.
@Component
class Queries implements Outside {
    private final Registers registers;
    private final Rules rules;
    private final Journal journal;

    Queries(Registers registers, Rules rules, Journal journal) {
        this.registers = registers;
        this.rules = rules;
        this.journal = journal;
    }

    @Override
    public Dossier asked(Dossier dossier, Effect.ServiceCalled effect, Caller by, Instant now) {
        if (effect.service() instanceof Service.Query query && effect.token() != null)
            ask(dossier, effect, query, by, now);
        return dossier;
    }

    private void ask(
            Dossier dossier,
            Effect.ServiceCalled effect,
            Service.Query query,
            Caller by,
            Instant now) {
        var variables = rules.variables(dossier);
        var inputs = values(query.inputs(), variables);
        var register = registers.find(query.register()).orElse(null);
        var asked =
                registers.ask(
                        new Question(
                                dossier.id(),
                                dossier.code().value(),
                                dossier.agency(),
                                effect.step().id(),
                                Objects.requireNonNull(effect.token()),
                                query.register(),
                                rules.record(dossier).name(),
                                inputs,
                                values(query.compare(), variables)),
                        trouble(query.register(), register, inputs));
        if (register != null && asked.trouble() == null)
            journal.append(Facts.of("register-asked", dossier, by, now, told(asked, register)));
    }

    private @Nullable Trouble trouble(
            String id, @Nullable Register register, Map<String, Object> inputs) {
        if (register == null || !registers.connected(id)) return Trouble.NOT_CONNECTED;
        boolean complete =
                register.asks().stream()
                        .allMatch(item -> !item.required() || inputs.containsKey(item.id()));
        return complete ? null : Trouble.INCOMPLETE;
    }

    /// Which register, on which legal basis, at which step of which procedure: never the answer.
    private static Map<String, Object> told(Asked asked, Register register) {
        var data = new LinkedHashMap<String, Object>();
        data.put("query", asked.id().toString());
        data.put("register", register.id());
        data.put("registerVersion", register.version());
        data.put("basis", register.basis().vi());
        data.put("step", asked.question().step());
        return data;
    }

    private static Map<String, Object> values(Map<String, Formula> formulas, Variables variables) {
        var values = new HashMap<String, Object>();
        formulas.forEach(
                (name, formula) -> {
                    var value = formula.of(variables);
                    if (value instanceof Boolean || value instanceof Number)
                        values.put(name, value);
                    else if (value instanceof String text && !text.isBlank())
                        values.put(name, text.strip());
                });
        return values;
    }
}
