package vn.motcua.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
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

/// Walks seals, their copy outside and the entries side by side in feed order, in one snapshot,
/// and stops at the first difference. Nothing is held whole in memory.
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
        // Opened before the snapshot, which then has every seal the copy has.
        try (var copies = file.lines()) {
            asSystem.get()
                    .run(
                            () ->
                                    snapshot.executeWithoutResult(
                                            _ -> verdict.set(walk(copies, progress))));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return Objects.requireNonNull(verdict.get());
    }

    private Verdict walk(SealFile.@Nullable Lines copies, Consumer<String> progress) {
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
        private final SealFile.@Nullable Lines copies;
        private @Nullable Found now;
        private @Nullable Breach breach;
        private long seals;
        private long entries;

        Walk(Iterator<Found> found, SealFile.@Nullable Lines copies) {
            this.found = found;
            this.copies = copies;
            advance();
        }

        void through(Iterator<Seal> sealed, Consumer<String> progress) {
            byte[] previous = Seal.BEFORE_THE_FIRST;
            while (sealed.hasNext() && breach == null) {
                var seal = sealed.next();
                if (!seal.follows(seals, previous) || !copied(seal)) {
                    breach = broken(seals + 1);
                    return;
                }
                compare(seal);
                if (breach != null) return;
                previous = seal.hash();
                seals++;
                if (seals % 1000 == 0) progress.accept(seals + " seals, " + entries + " entries");
            }
            while (copies != null && copies.hasNext() && breach == null) {
                long no = copies.next().no();
                if (no > seals) breach = broken(no);
            }
        }

        /// Whether the copy outside says the same of this seal, or nothing: it may lack lines.
        private boolean copied(Seal seal) {
            while (copies != null && copies.hasNext() && copies.peek().no() <= seal.no()) {
                var copy = copies.next();
                if (copy.no() == seal.no() && !copy.text().equals(seal.line())) return false;
            }
            return true;
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
