package vn.motcua.dossier.internal.export;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// Who takes a list away from this node: each person one at a time until they have it, a few
/// lists being written at once, and no more waiting to be read than the disk is meant to hold.
final class Turns {
    private static final int WRITTEN_AT_ONCE = 3;
    private static final int WAITING = 32;

    private final Semaphore writing = new Semaphore(WRITTEN_AT_ONCE);
    private final Set<UUID> taking = new HashSet<>();

    /// One person's turn; closed when they have their list.
    final class Turn implements AutoCloseable {
        private final UUID account;

        private Turn(UUID account) {
            this.account = account;
        }

        /// The part during which the database is asked.
        <T> T writing(Supplier<T> work) {
            if (!writing.tryAcquire()) throw busy();
            try {
                return work.get();
            } finally {
                writing.release();
            }
        }

        @Override
        public void close() {
            synchronized (taking) {
                taking.remove(account);
            }
        }
    }

    Turn begin(UUID account) {
        synchronized (taking) {
            if (taking.size() >= WAITING || !taking.add(account)) throw busy();
        }
        return new Turn(account);
    }

    static ProblemException busy() {
        return new ProblemException(DossierProblem.EXPORT_BUSY);
    }
}
