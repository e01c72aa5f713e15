package vn.motcua.journal;

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
}
