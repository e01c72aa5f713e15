package vn.motcua.dossier.internal.part;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Words;

/// A dossier an officer has opened, with everything its page has read already.
///
/// @param account of the officer
/// @param names of the people of the agency that handles it, by account
/// @param before when the officer looked before this visit; null the first time
public record Opened(
        Dossier dossier,
        List<Task> work,
        Caller caller,
        UUID account,
        Posts posts,
        Map<UUID, String> names,
        Instant now,
        @Nullable Instant before,
        Words words,
        Locale locale) {

    /// Whether something done by this account at this moment is new to the officer.
    public boolean fresh(Instant at, @Nullable UUID by) {
        return before != null && at.isAfter(before) && !account.equals(by);
    }
}
