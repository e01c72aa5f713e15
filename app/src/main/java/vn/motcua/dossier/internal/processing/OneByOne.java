package vn.motcua.dossier.internal.processing;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.kernel.ProblemException;

/// Work on many dossiers that nobody asked for, each in a transaction of its own: one that
/// cannot be done leaves the others alone, and is heard of.
@Component
class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final TransactionTemplate transaction;

    OneByOne(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /// @param what the work, for the log
    /// @return the kind of trouble, without words of the dossier; empty when all went well
    Optional<String> attempt(String what, UUID dossier, Runnable work) {
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
