package vn.motcua.workflow;

import java.util.List;
import java.util.Map;

/// Another procedure that runs at another agency as a dossier of its own, with its own clock;
/// the step waits for its answer.
///
/// @param procedure code of the procedure called
/// @param agency group of units that settles it
/// @param inputs answers of the new dossier by the field ids of its form
public record Call(String procedure, String agency, Map<String, Formula> inputs) {
    /// The outcomes a calling step has: the other dossier was granted (or taken note of),
    /// rejected, or ended without an answer.
    public static final String GRANTED = "granted";

    public static final String REJECTED = "rejected";
    public static final String FAILED = "failed";
    public static final List<String> OUTCOMES = List.of(GRANTED, REJECTED, FAILED);

    public Call {
        inputs = Map.copyOf(inputs);
    }
}
