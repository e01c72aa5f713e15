package vn.motcua.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.journal.AsSystem;
import vn.motcua.journal.JournalVerifier;
import vn.motcua.journal.Verdict;
import vn.motcua.journal.Verdict.Breach;
import vn.motcua.journal.Verdict.Fault;
import vn.motcua.journal.internal.SealStore.Found;

/// Walks seals and entries side by side in feed order, in one snapshot, and stops at the first
/// difference.
final class SealVerifier implements JournalVerifier {
    private final SealStore seals;
    private final FeedStore feed;
    private final SealFile file;
    private final Supplier<AsSystem> asSystem;
    private final TransactionTemplate snapshot;

    SealVerifier(
            SealStore seals,
            FeedStore feed,
            SealFile file,
            Supplier<AsSystem> asSystem,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.feed = feed;
        this.file = file;
        this.asSystem = asSystem;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Verdict verify(Consumer<String> progress) {
        var verdict = new AtomicReference<Verdict>();
        var copies = copies(); // before the snapshot, which then has every seal the file has
        asSystem.get()
                .run(() -> snapshot.executeWithoutResult(_ -> verdict.set(walk(copies, progress))));
        return Objects.requireNonNull(verdict.get());
    }

    private Map<Long, String> copies() {
        try {
            return file.read();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private Verdict walk(Map<Long, String> copies, Consumer<String> progress) {
        var last = seals.last().map(Seal::last).orElse(Place.START);
        try (var sealed = seals.all();
                var entries = seals.entriesUpTo(last)) {
            var walk = new Walk(entries.iterator(), copies);
            walk.through(sealed.iterator(), progress);
            return new Verdict(walk.seals, walk.entries, feed.backlog(last).entries(), walk.breach);
        }
    }

    private static final class Walk {
        private final Iterator<Found> found;
        private final Map<Long, String> copies;
        private @Nullable Found now;
        private @Nullable Breach breach;
        private long seals;
        private long entries;

        Walk(Iterator<Found> found, Map<Long, String> copies) {
            this.found = found;
            this.copies = copies;
            advance();
        }

        void through(Iterator<Seal> sealed, Consumer<String> progress) {
            byte[] previous = Seal.BEFORE_THE_FIRST;
            while (sealed.hasNext() && breach == null) {
                var seal = sealed.next();
                var copy = copies.remove(seals + 1);
                if (!seal.follows(seals, previous) || (copy != null && !copy.equals(seal.line()))) {
                    breach = broken(seals + 1);
                    return;
                }
                compare(seal);
                if (breach != null) return;
                previous = seal.hash();
                seals++;
                if (seals % 1000 == 0) progress.accept(seals + " seals, " + entries + " entries");
            }
            copies.keySet().stream().min(Long::compare).ifPresent(no -> breach = broken(no));
        }

        private void compare(Seal seal) {
            for (int i = 0; i < seal.count(); i++) {
                var mark = seal.mark(i);
                int order = now == null ? 1 : now.mark().place().compareTo(mark.place());
                if (order > 0) {
                    breach = breach(Fault.MISSING, seal, mark.place(), null);
                } else if (order < 0) {
                    breach =
                            breach(
                                    Fault.INSERTED,
                                    seal,
                                    Objects.requireNonNull(now).mark().place(),
                                    now);
                } else if (!mark.says(Objects.requireNonNull(now).mark().digest())) {
                    breach = breach(Fault.CHANGED, seal, mark.place(), now);
                }
                if (breach != null) return;
                entries++;
                advance();
            }
        }

        private void advance() {
            now = found.hasNext() ? found.next() : null;
        }

        private static Breach broken(long no) {
            return new Breach(Fault.SEAL_BROKEN, no, 0, 0, null, null);
        }

        private static Breach breach(Fault fault, Seal seal, Place place, @Nullable Found now) {
            return new Breach(
                    fault,
                    seal.no(),
                    place.xid(),
                    place.seq(),
                    now == null ? null : now.kind(),
                    now == null ? null : now.at());
        }
    }
}
