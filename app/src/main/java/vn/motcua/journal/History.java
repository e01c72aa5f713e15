package vn.motcua.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reading back what happened to a subject, never more than a page of it.
public interface History {
    /// A place between two entries.
    record Place(Instant at, long seq) {
        public static Place of(FeedEntry line) {
            return new Place(line.entry().at(), line.seq());
        }
    }

    /// The newest entries, newest first.
    ///
    /// @param without kinds that are left out
    /// @param before the oldest entry of the page before; null for the first page
    List<FeedEntry> latest(
            String subjectType,
            UUID subjectId,
            Collection<String> without,
            @Nullable Place before,
            int limit);

    /// What others than this account did after a moment, oldest first.
    List<FeedEntry> since(
            String subjectType,
            UUID subjectId,
            Collection<String> without,
            Instant after,
            UUID account,
            int limit);

    /// To which of these subjects others did something after the moment given for each. One
    /// statement however many they are.
    Set<UUID> changed(
            String subjectType, Map<UUID, Instant> after, Collection<String> without, UUID account);
}
