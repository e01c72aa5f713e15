package vn.motcua.dossier.internal.talk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A note between officers.
///
/// @param mention account of the colleague it is for; null when it is for everybody
/// @param earlier what stood there before it was corrected, oldest first
record Note(
        UUID id,
        UUID dossier,
        String body,
        UUID by,
        String byName,
        Instant at,
        @Nullable UUID mention,
        @Nullable String mentionName,
        @Nullable Instant mentionSeen,
        @Nullable Instant corrected,
        List<Earlier> earlier) {

    record Earlier(String body, String at) {}

    /// When the words that stand there now were written.
    Instant written() {
        return corrected == null ? at : corrected;
    }
}
