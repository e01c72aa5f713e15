package vn.motcua.journal;

import java.util.List;
import java.util.Set;

/// A reader of the feed; each bean of this type is one. A new reader begins with the first entry
/// ever written.
public interface JournalConsumer {
    /// Names the reader's cursor; never change it once in use.
    String name();

    /// Kinds it wants to see; empty means all.
    Set<String> kinds();

    /// Takes entries in feed order, as role system, inside the transaction that moves the cursor:
    /// what is written here through the same database happens exactly once. After a failure the
    /// batch comes again entry by entry, and the failing one is set aside together with everything
    /// later about the same subject.
    void accept(List<FeedEntry> batch);
}
