package vn.motcua.journal;

/// Moves readers along the feed. The platform does this by itself; tests and tools do it by hand.
public interface JournalFeed {
    /// Lets `consumer` pass at most `max` further entries. Zero when it has seen everything that is
    /// certain, or when another node is at work for it.
    ///
    /// @return how many entries were passed, wanted or not
    int drain(String consumer, int max);

    /// Tries entries again whose waiting time is over.
    ///
    /// @return how many went through
    int retrySetAside(String consumer);

    /// Sends the reader back to the first entry ever written, when it wants to build its tables
    /// anew. Waits for the batch at hand.
    void rewind(String consumer);

    /// How many entries the reader has not passed yet, counted up to 100,000.
    long backlog(String consumer);

    /// Drains and retries until nothing is left that can move now.
    default void drainAll(String consumer) {
        while (drain(consumer, 500) + retrySetAside(consumer) > 0) {}
    }
}
