package vn.motcua.dossier.internal.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dossier another one waits for.
///
/// @param number among the parts of its parent, from 1
/// @param token of the parent's step that waits for it
/// @param lacking names of what the parent could not give it
/// @param ended null while it is not finished
/// @param settled when the waiting step was told, or needed telling no more
record Part(
        UUID child,
        UUID parent,
        int number,
        String step,
        String token,
        String agency,
        List<String> lacking,
        Instant called,
        @Nullable End ended,
        @Nullable Instant endedAt,
        @Nullable Instant settled) {
    public Part {
        lacking = List.copyOf(lacking);
    }

    /// How a part ended, in the words of the calling step.
    public enum End {
        GRANTED,
        REJECTED,
        FAILED;

        String outcome() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
