package vn.motcua.insight.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.insight.Insight;
import vn.motcua.journal.JournalFeed;

/// Builds a new generation of facts while the old one is shown. Begun once, it is finished by
/// whichever node starts next, should this one die.
@Component
class Rebuilding implements Insight {
    private static final int BATCH = 500;

    private final FactStore store;
    private final JournalFeed feed;
    private final TransactionTemplate transaction;
    private final Asking asking;

    Rebuilding(
            FactStore store,
            JournalFeed feed,
            PlatformTransactionManager transactions,
            Asking asking) {
        this.store = store;
        this.feed = feed;
        this.transaction = new TransactionTemplate(transactions);
        this.asking = asking;
    }

    @Override
    public long recompute() {
        inTransaction(
                () -> {
                    feed.rewind(DossierCounter.NAME);
                    store.build();
                });
        return finish();
    }

    @EventListener(ApplicationReadyEvent.class)
    void finishWhatWasBegun() {
        var reading = new boolean[1];
        inTransaction(() -> reading[0] = store.reading().building() != null);
        if (reading[0]) Thread.ofVirtual().name("insight-rebuilding").start(this::finish);
    }

    private long finish() {
        while (true) {
            if (feed.drain(DossierCounter.NAME, BATCH) > 0) continue;
            if (feed.backlog(DossierCounter.NAME) < BATCH) break;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        var counted = new long[1];
        inTransaction(
                () -> {
                    store.show();
                    counted[0] = store.facts(store.reading().live());
                });
        return counted[0];
    }

    private void inTransaction(Runnable work) {
        asking.run(Caller.system(), () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
