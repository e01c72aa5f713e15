package vn.motcua.dossier.internal.processing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.kernel.ProblemException;

/// Work on many dossiers that nobody asked for, each in a transaction of its own: one that
/// cannot be done leaves the others alone, and is heard of.
@Component
public class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final TransactionTemplate transaction;

    OneByOne(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /// Many at once in one transaction, where all of them can be done.
    ///
    /// @return false when one of them could not: then nothing was done
    boolean together(Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
            return true;
        } catch (RuntimeException oneOfThem) {
            LOG.debug("not all at once", oneOfThem);
            return false;
        }
    }

    /// Reads one batch after the other by key, each in a transaction of its own, and does the
    /// work on every item. Cut short, it may be begun again: the work says itself whether
    /// anything is left to do.
    ///
    /// @param what the work, for the log
    /// @param size of a batch
    /// @param read the batch after an item; null for the first
    /// @param dossier of an item
    /// @return whether all went well
    public <T> boolean walk(
            String what,
            int size,
            Function<@Nullable T, List<T>> read,
            Function<T, UUID> dossier,
            Consumer<T> work) {
        @Nullable T last = null;
        boolean all = true;
        while (true) {
            var after = last;
            var batch = Objects.requireNonNull(transaction.execute(status -> read.apply(after)));
            for (var item : batch)
                all &= attempt(what, dossier.apply(item), () -> work.accept(item)).isEmpty();
            if (batch.size() < size) return all;
            last = batch.getLast();
        }
    }

    /// @param what the work, for the log
    /// @return the kind of trouble, without words of the dossier; empty when all went well
    public Optional<String> attempt(String what, UUID dossier, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
            return Optional.empty();
        } catch (ProblemException unfit) {
            LOG.error("{} of dossier {} refused: {}", what, dossier, unfit.problem().code());
            return Optional.of(unfit.problem().code());
        } catch (RuntimeException trouble) {
            LOG.error("{} of dossier {} failed", what, dossier, trouble);
            return Optional.of(trouble.getClass().getSimpleName());
        }
    }
}
