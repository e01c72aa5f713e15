package vn.motcua.dossier.internal.processing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Ask;

/// What officers type for the result while they handle a dossier: numbers given elsewhere,
/// findings. The release's steps say what is asked.
@Component
public class ResultFacts {
    public static final int LONGEST = 2000;
    private static final int MOST_DIGITS = 20;

    private final DossierStore dossiers;
    private final Rules rules;

    ResultFacts(DossierStore dossiers, Rules rules) {
        this.dossiers = dossiers;
        this.rules = rules;
    }

    /// @param value in words; an option of a choice by its label
    public record Fact(String id, LocalText label, LocalText value) {}

    /// What is asked with this outcome of a step.
    public List<Ask> asked(Dossier dossier, String step, String outcome) {
        return rules.process(dossier)
                .find(step)
                .map(definition -> definition.asksWith(outcome))
                .orElse(List.of());
    }

    /// What was typed before, by id; a choice by its option's id.
    public Map<String, String> typed(Dossier dossier) {
        return dossiers.resultFacts(dossier.id());
    }

    /// Null when the value can be kept; otherwise a message key, with the label as argument.
    public static @Nullable String fault(Ask ask, String value) {
        if (value.isBlank()) return ask.required() ? "desk.fault.fact-missing" : null;
        return switch (ask.type()) {
            case TEXT, LONGTEXT -> value.length() > LONGEST ? "desk.fault.fact-long" : null;
            case NUMBER ->
                    value.matches("[0-9]{1," + MOST_DIGITS + "}") ? null : "desk.fault.fact-number";
            case CHOICE ->
                    ask.options().stream().anyMatch(option -> option.id().equals(value))
                            ? null
                            : "desk.fault.fact-choice";
        };
    }

    /// Keeps what was typed with an outcome. Nothing else than what is asked is kept.
    ///
    /// @return what was known before; null when nothing is asked
    @Nullable Map<String, String> keep(
            Dossier dossier, String step, String outcome, Map<String, String> typed) {
        var asks = asked(dossier, step, outcome);
        if (asks.isEmpty()) return null;
        var before = typed(dossier);
        var facts = new LinkedHashMap<>(before);
        for (var ask : asks) {
            var value = typed.getOrDefault(ask.id(), "").strip();
            if (fault(ask, value) != null)
                throw new ProblemException(DossierProblem.RESULT_FACT_MISSING, ask.label().vi());
            if (value.isEmpty()) facts.remove(ask.id());
            else facts.put(ask.id(), value);
        }
        dossiers.keepResultFacts(dossier.id(), facts);
        return before;
    }

    /// What is known for the result, in the order of the process.
    public List<Fact> of(Dossier dossier) {
        var typed = typed(dossier);
        if (typed.isEmpty()) return List.of();
        var facts = new ArrayList<Fact>();
        for (var step : rules.process(dossier).steps())
            for (var ask : step.asks()) {
                var value = typed.get(ask.id());
                if (value == null || facts.stream().anyMatch(f -> f.id().equals(ask.id())))
                    continue;
                facts.add(new Fact(ask.id(), ask.label(), words(ask, value)));
            }
        return facts;
    }

    /// A value in words; an option of a choice by its label.
    public static LocalText words(Ask ask, String value) {
        return ask.options().stream()
                .filter(option -> option.id().equals(value))
                .map(Ask.Option::label)
                .findFirst()
                .orElseGet(() -> LocalText.of(value));
    }
}
