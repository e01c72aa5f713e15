package vn.motcua.register;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question and what became of it.
///
/// @param id also what the register recognises a repetition by
/// @param version of the register's description
/// @param trouble the latest; null when there was none
/// @param tries how often it was sent
/// @param answered when the answer came
/// @param answer by the register's names; empty when it knows nobody
/// @param again who asked once more, having seen that no answer came
/// @param settled when whoever asked has taken note
public record Asked(
        UUID id,
        Question question,
        int version,
        State state,
        @Nullable Trouble trouble,
        int tries,
        Instant at,
        @Nullable Instant answered,
        Map<String, Object> answer,
        @Nullable UUID again,
        @Nullable Instant settled) {
    public Asked {
        answer = Map.copyOf(new TreeMap<>(answer));
    }

    public enum State {
        /// Not answered yet.
        WAITING,
        FOUND,
        NOT_FOUND,
        /// Nobody goes on asking unless told to.
        FAILED,
        /// The answer is not needed any more.
        DROPPED
    }

    public boolean answeredAtAll() {
        return state == State.FOUND || state == State.NOT_FOUND;
    }

    /// Names of the answers that are not what the person declared.
    public Set<String> differences() {
        var differ = new TreeSet<String>();
        if (state != State.FOUND) return differ;
        question.declared()
                .forEach(
                        (name, ours) -> {
                            var theirs = answer.get(name);
                            if (theirs != null && !Likeness.same(ours, theirs)) differ.add(name);
                        });
        return differ;
    }
}
