package vn.motcua.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A transaction that is committed when the work is done, whatever comes after it: for counting
/// guesses, and for what must be known even when the request is refused.
///
/// It never begins inside another transaction. There its work would either be undone with the
/// other, or hold a second connection while the first waits: as many such requests at once as
/// the pool has connections would wait for each other for ever.
public final class OwnTransaction {
    private final TransactionTemplate transaction;

    public OwnTransaction(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @throws IllegalStateException inside another transaction
    public <T> T get(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("begun inside another transaction");
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /// @throws IllegalStateException inside another transaction
    public void run(Runnable work) {
        var _ =
                get(
                        () -> {
                            work.run();
                            return true;
                        });
    }

    /// Work that may come to a refusal which has to be remembered: what was written before the
    /// refusal is committed, and only then is it thrown. What the work throws itself undoes it
    /// as always.
    ///
    /// @throws IllegalStateException inside another transaction
    public void orRefused(Supplier<Optional<ProblemException>> work) {
        var refusal = get(work);
        if (refusal.isPresent()) throw refusal.get();
    }
}
