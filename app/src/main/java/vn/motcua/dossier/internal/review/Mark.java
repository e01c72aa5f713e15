package vn.motcua.dossier.internal.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One finding, as an officer saved it.
///
/// @param seq order of saving
/// @param kind code; null when the finding was taken back
/// @param by account of the officer
record Mark(
        long seq,
        Part part,
        @Nullable String kind,
        String comment,
        UUID by,
        String name,
        Instant at) {

    /// A paper or an answer, by its id in the release.
    public record Part(Subject subject, String id) {
        /// Names the fields of the page: `PAPER.birth-proof`.
        public String key() {
            return subject + "." + id;
        }
    }

    Finding finding() {
        return new Finding(kind, comment);
    }
}
