package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator needs to know about the work that happens without anybody asking.
public interface DossierHealth {
    /// The periodic jobs of all rooms, by name.
    List<Job> jobs();

    /// Moments that passed before `until` and at which nothing has happened yet, and those whose
    /// work was tried in vain and waits for its next turn.
    Late lateTimers(Instant until);

    /// @param next when it is due
    /// @param running whether a node is at it now
    /// @param failures failures in a row; 0 when the last run went well
    record Job(
            String name,
            Instant next,
            boolean running,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures) {}

    /// @param oldest null when there is none
    record Late(long count, @Nullable Instant oldest) {}
}
