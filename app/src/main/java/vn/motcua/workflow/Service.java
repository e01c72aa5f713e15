package vn.motcua.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What the platform itself does at a step.
public sealed interface Service {
    /// Writes a bill; the step waits until it is paid.
    ///
    /// @param fees ids of the fee lines of the procedure that go on it; all when empty
    record Bill(List<String> fees) implements Service {
        public Bill {
            fees = List.copyOf(fees);
        }
    }

    /// Asks a register; the step waits for its answer.
    ///
    /// @param inputs what is asked with, by the register's own names
    /// @param compare what we say ourselves, by the names of the answers it must agree with
    record Query(String register, Map<String, Formula> inputs, Map<String, Formula> compare)
            implements Service {
        public Query {
            inputs = Map.copyOf(inputs);
            compare = Map.copyOf(compare);
        }
    }

    /// Asks another agency for its opinion; the step waits for it.
    ///
    /// @param agency group of units that is asked
    record Opinion(String agency, @Nullable LocalText question) implements Service {}

    /// Tells the person; the dossier goes on at once.
    record Notify(LocalText text) implements Service {}

    /// Makes the document of the result; the dossier goes on at once.
    record IssueResult() implements Service {}

    /// Has the document signed; the step waits for the signature.
    record Sign() implements Service {}

    default boolean waits() {
        return !(this instanceof Notify || this instanceof IssueResult);
    }
}
