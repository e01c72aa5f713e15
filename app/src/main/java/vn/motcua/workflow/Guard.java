package vn.motcua.workflow;

import java.util.function.Predicate;

/// A compiled condition on the dossier's channel and answers.
///
/// @param text as written in the release
/// @param readsAnswers false when the channel alone decides
/// @param test must not throw: what cannot be computed does not hold
public record Guard(String text, boolean readsAnswers, Predicate<Variables> test) {
    public static Guard of(String text, Predicate<Variables> test) {
        return new Guard(text, true, test);
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
