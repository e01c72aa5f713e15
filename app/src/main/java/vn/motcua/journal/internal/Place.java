package vn.motcua.journal.internal;

import java.util.Comparator;

/// A place in the feed.
record Place(long xid, long seq) implements Comparable<Place> {
    static final Place START = new Place(0, 0);

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::xid).thenComparingLong(Place::seq);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
