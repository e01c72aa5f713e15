package vn.motcua.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Writing down what happened, in the transaction in which it happens.
public interface Journal {
    /// Appends in the caller's transaction: both are kept or neither.
    ///
    /// @throws IllegalStateException when no transaction is open
    void append(Entry entry);

    /// Appends several entries, in this order, with one statement.
    void append(List<Entry> entries);

    /// Everything that happened to one subject, oldest first.
    List<FeedEntry> history(String subjectType, UUID subjectId);

    /// The same without the entries of one kind: those of looking grow with every look.
    List<FeedEntry> historyWithout(String kind, String subjectType, UUID subjectId);

    /// The entries of one kind about one subject since a moment, and before them the last one of
    /// this account, oldest first.
    ///
    /// @param lacking entries whose data have this key are left out
    List<FeedEntry> recent(
            String kind,
            String subjectType,
            UUID subjectId,
            Instant since,
            UUID account,
            String lacking);
}
