package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the counter adds to the officers' page of a dossier.
///
/// @param handed how results were handed over, in words
/// @param proof whether there is a signature or signed receipt to look at
/// @param reminded when the person was reminded; empty when they were not
/// @param helped who filled it in and how the person confirmed; null when they did it alone
/// @param drafts documents as they would be
/// @param labels whether there are papers to label
/// @param code whether the reception may print a pick-up code
public record CounterPartView(
        UUID id,
        List<String> handed,
        boolean proof,
        List<String> reminded,
        @Nullable String helped,
        List<Draft> drafts,
        boolean labels,
        boolean code) {

    /// Whether there is nothing to say; then the part is left out.
    public boolean empty() {
        boolean words = helped != null || !handed.isEmpty() || !reminded.isEmpty();
        return !(words || proof || labels || code || !drafts.isEmpty());
    }

    public record Draft(String name, String href) {}
}
