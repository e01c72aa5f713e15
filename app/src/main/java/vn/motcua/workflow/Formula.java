package vn.motcua.workflow;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A compiled expression over the dossier's channel and answers that gives a value.
///
/// @param text as written in the release
/// @param fields the answers it reads
/// @param value must not throw: what cannot be computed is null
public record Formula(
        String text, Set<String> fields, Function<Variables, @Nullable Object> value) {
    public Formula {
        fields = Set.copyOf(fields);
    }

    public @Nullable Object of(Variables variables) {
        return value.apply(variables);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
