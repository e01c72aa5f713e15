package vn.motcua.form.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.form.DraftCleaning;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;

/// Cleans in small transactions, so that nobody who is typing waits.
@Component
class DraftCleaner implements DraftCleaning {
    /// A repeated request is recognised at least this long.
    static final Duration ANSWERS_AFTER_SUBMISSION = Duration.ofDays(7);

    private static final int AT_ONCE = 500;

    private final DraftStore store;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftCleaner(DraftStore store, Asking asking, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Cleaned clean() {
        var now = clock.instant();
        return asking.as(
                Caller.system(),
                () ->
                        new Cleaned(
                                all(
                                        () ->
                                                store.emptySubmitted(
                                                        now.minus(ANSWERS_AFTER_SUBMISSION),
                                                        AT_ONCE)),
                                all(() -> store.deleteExpired(now, AT_ONCE))));
    }

    private int all(IntSupplier some) {
        int sum = 0;
        int done;
        do {
            done = Objects.requireNonNull(transaction.execute(_ -> some.getAsInt()));
            sum += done;
        } while (done == AT_ONCE);
        return sum;
    }
}
