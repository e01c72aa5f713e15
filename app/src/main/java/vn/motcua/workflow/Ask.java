package vn.motcua.workflow;

import java.util.List;
import vn.motcua.kernel.LocalText;

/// A fact for the result that the officer of a step types: a number given elsewhere, a finding.
/// It stands on the result as `result.<id>`.
///
/// @param options of a choice; empty for the other types
/// @param outcomes with which it is asked; empty for every outcome that is not negative
public record Ask(
        String id,
        LocalText label,
        Type type,
        boolean required,
        List<Option> options,
        List<String> outcomes) {
    public Ask {
        options = List.copyOf(options);
        outcomes = List.copyOf(outcomes);
    }

    public enum Type {
        /// A few words on one line.
        TEXT,
        /// Several lines.
        LONGTEXT,
        /// Digits only, leading zeros kept.
        NUMBER,
        CHOICE
    }

    public record Option(String id, LocalText label) {}

    public boolean askedWith(OutcomeDefinition outcome) {
        return outcomes.isEmpty() ? !outcome.negative() : outcomes.contains(outcome.id());
    }
}
