package vn.motcua.journal;

/// An entry with its place in the feed. Places are compared by `xid`, then `seq`.
public record FeedEntry(long xid, long seq, Entry entry) {}
