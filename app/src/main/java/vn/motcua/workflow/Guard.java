package vn.motcua.workflow;

import java.util.Set;
import java.util.function.Predicate;

/// A compiled condition on the dossier's channel and answers.
///
/// @param text as written in the release
/// @param fields the answers it reads; none when the channel alone decides
/// @param test must not throw: what cannot be computed does not hold
public record Guard(String text, Set<String> fields, Predicate<Variables> test) {
    /// All answers at once.
    public static final String ANSWERS = "answers";

    public Guard {
        fields = Set.copyOf(fields);
    }

    /// A condition that may read any answer.
    public static Guard of(String text, Predicate<Variables> test) {
        return new Guard(text, Set.of(ANSWERS), test);
    }

    public boolean readsAnswers() {
        return !fields.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guard guard && guard.text.equals(text);
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
