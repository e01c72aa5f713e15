package vn.motcua.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an operator needs to know about the journal, and the one thing to be done about it.
public interface JournalHealth {
    List<Reader> readers();

    /// Set-aside entries, oldest first.
    ///
    /// @param consumer only this reader's; null for all
    List<SetAside> setAside(@Nullable String consumer, int limit);

    /// Lets the first set-aside entry of this subject be tried at once.
    void retryNow(String consumer, UUID subjectId);

    Sealing sealing();

    /// @param backlog entries not passed yet, counted up to 100,000
    /// @param oldest when the oldest of them happened; null when there is none
    /// @param setAside entries set aside for this reader
    record Reader(String name, long backlog, @Nullable Instant oldest, long setAside) {}

    /// @param error class of the failure; null when it only waits behind an earlier entry
    /// @param reference finds the failure in the log
    /// @param nextTry null when it only waits behind an earlier entry
    record SetAside(
            String consumer,
            long xid,
            long seq,
            String kind,
            String subjectType,
            UUID subjectId,
            @Nullable String error,
            @Nullable String reference,
            int attempts,
            @Nullable Instant nextTry,
            Instant since) {}

    /// @param seals how many seals exist
    /// @param last when the last one was set
    /// @param unsealed entries after it, counted up to 100,000
    /// @param oldestUnsealed when the oldest of them happened; null when there is none
    record Sealing(
            long seals, @Nullable Instant last, long unsealed, @Nullable Instant oldestUnsealed) {}
}
