package vn.motcua.journal.internal;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.journal.AsSystem;

/// Seals what has become certain since the last seal. One node at a time does it, holding the row
/// of the cursor `journal.seal`.
final class Sealer {
    static final int LARGEST = 1000;
    private static final String CURSOR = "journal.seal";

    private final SealStore seals;
    private final FeedStore feed;
    private final SealFile file;
    private final Supplier<AsSystem> asSystem;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealer(
            SealStore seals,
            FeedStore feed,
            SealFile file,
            Supplier<AsSystem> asSystem,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.seals = seals;
        this.feed = feed;
        this.file = file;
        this.asSystem = asSystem;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Sets at most one seal over at most a thousand entries, then brings the copy outside the
    /// database up to date.
    ///
    /// @return how many entries were sealed
    int seal() {
        var sealed = new AtomicInteger();
        asSystem.get()
                .run(
                        () -> {
                            transaction.executeWithoutResult(_ -> sealed.set(sealNext()));
                            if (file.wanted())
                                transaction.executeWithoutResult(_ -> file.catchUp(seals));
                        });
        return sealed.get();
    }

    private int sealNext() {
        feed.register(CURSOR, clock.instant());
        if (feed.lockIfBehind(CURSOR).isEmpty()) return 0;
        var last = seals.last();
        var marks = seals.next(last.map(Seal::last).orElse(Place.START), LARGEST);
        if (marks.isEmpty()) return 0;
        var seal =
                Seal.over(
                        marks,
                        last.map(Seal::no).orElse(0L) + 1,
                        last.map(Seal::hash).orElse(Seal.BEFORE_THE_FIRST),
                        clock.instant());
        seals.insert(seal);
        feed.move(CURSOR, seal.last(), clock.instant());
        return seal.count();
    }
}
