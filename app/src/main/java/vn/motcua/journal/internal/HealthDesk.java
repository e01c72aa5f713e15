package vn.motcua.journal.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.JournalHealth;

/// Answers an operator's questions about the journal.
final class HealthDesk implements JournalHealth {
    private final CursorFeed feed;
    private final FeedStore store;
    private final SetAsideStore aside;
    private final SealStore seals;
    private final Clock clock;

    HealthDesk(
            CursorFeed feed, FeedStore store, SetAsideStore aside, SealStore seals, Clock clock) {
        this.feed = feed;
        this.store = store;
        this.aside = aside;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public List<Reader> readers() {
        var readers = new ArrayList<Reader>();
        for (var name : feed.names()) {
            var backlog = store.backlog(name);
            readers.add(new Reader(name, backlog.entries(), backlog.oldest(), aside.count(name)));
        }
        return readers;
    }

    @Override
    public List<SetAside> setAside(@Nullable String consumer, int limit) {
        return aside.list(consumer, limit);
    }

    @Override
    public void retryNow(String consumer, UUID subjectId) {
        aside.tryNow(consumer, subjectId, clock.instant());
    }

    @Override
    public Sealing sealing() {
        var last = seals.last();
        var left = store.backlog(last.map(Seal::last).orElse(Place.START));
        return new Sealing(
                last.map(Seal::no).orElse(0L),
                last.map(Seal::sealedAt).orElse(null),
                left.entries(),
                left.oldest());
    }
}
