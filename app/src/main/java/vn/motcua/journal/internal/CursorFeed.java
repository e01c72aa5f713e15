package vn.motcua.journal.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.journal.AsSystem;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journal.internal.SetAsideStore.Failure;

/// Moves readers along the feed. Handler and cursor share one transaction, and the cursor's row
/// lock keeps two nodes from doing the same work.
final class CursorFeed implements JournalFeed {
    private static final Logger log = LoggerFactory.getLogger(CursorFeed.class);
    private static final int SUBJECTS_AT_ONCE = 20;
    private static final int ENTRIES_AT_ONCE = 200;

    private final FeedStore store;
    private final SetAsideStore aside;
    private final Supplier<List<JournalConsumer>> consumers;
    private final Supplier<AsSystem> asSystem;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Clock clock;
    private volatile @Nullable Map<String, JournalConsumer> byName;

    CursorFeed(
            FeedStore store,
            SetAsideStore aside,
            Supplier<List<JournalConsumer>> consumers,
            Supplier<AsSystem> asSystem,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.aside = aside;
        this.consumers = consumers;
        this.asSystem = asSystem;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /// Names of all readers.
    List<String> names() {
        return List.copyOf(byName().keySet());
    }

    /// Refuses to work on a server whose transaction count lies behind the entries', where new
    /// entries would sort before old ones and be missed.
    void demandSoundOrder() {
        if (store.aheadOfServer())
            throw new IllegalStateException(
                    "journal.entry holds transaction ids this server has not reached; restore from"
                            + " a physical backup, or advance the server with pg_resetwal"
                            + " --next-transaction-id (docs/adr/0001-commit-safe-feed.md)");
    }

    @Override
    public int drain(String consumer, int max) {
        var reader = reader(consumer);
        try {
            return inTransaction(() -> together(reader, max));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError trouble) {
            return inTransaction(() -> oneByOne(reader, max));
        }
    }

    @Override
    public int retrySetAside(String consumer) {
        var reader = reader(consumer);
        return inTransaction(() -> retry(reader));
    }

    @Override
    public void rewind(String consumer) {
        var reader = reader(consumer);
        inTransaction(
                () -> {
                    store.move(reader.name(), Place.START, clock.instant());
                    return 0;
                });
    }

    @Override
    public long backlog(String consumer) {
        return store.backlog(consumer).entries();
    }

    private int together(JournalConsumer reader, int max) {
        var from = store.lockIfBehind(reader.name());
        if (from.isEmpty()) return 0;
        var batch = store.next(reader.name(), reader.kinds(), from.get(), max);
        var free = new ArrayList<FeedEntry>(batch.wanted().size());
        for (var wanted : batch.wanted()) {
            if (wanted.held()) aside.behind(reader.name(), wanted.entry(), clock.instant());
            else free.add(wanted.entry());
        }
        if (!free.isEmpty()) reader.accept(free);
        store.move(reader.name(), batch.last(), clock.instant());
        return batch.passed();
    }

    private int oneByOne(JournalConsumer reader, int max) {
        var from = store.lockIfBehind(reader.name());
        if (from.isEmpty()) return 0;
        var batch = store.next(reader.name(), reader.kinds(), from.get(), max);
        var held = new HashSet<UUID>();
        for (var wanted : batch.wanted()) {
            var entry = wanted.entry();
            var subject = entry.entry().subjectId();
            if (wanted.held() || held.contains(subject))
                aside.behind(reader.name(), entry, clock.instant());
            else if (!accepted(reader, entry, 0)) held.add(subject);
        }
        store.move(reader.name(), batch.last(), clock.instant());
        return batch.passed();
    }

    private int retry(JournalConsumer reader) {
        var now = clock.instant();
        if (aside.due(reader.name(), now, 1).isEmpty() || !store.lock(reader.name())) return 0;
        int through = 0;
        for (var subject : aside.due(reader.name(), now, SUBJECTS_AT_ONCE)) {
            for (var waiting : aside.of(reader.name(), subject, ENTRIES_AT_ONCE)) {
                if (!accepted(reader, waiting.entry(), waiting.attempts())) break;
                aside.done(reader.name(), waiting.entry());
                through++;
            }
        }
        return through;
    }

    private boolean accepted(JournalConsumer reader, FeedEntry entry, int attemptsBefore) {
        try {
            savepoint.executeWithoutResult(_ -> reader.accept(List.of(entry)));
            return true;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError trouble) {
            var failure =
                    new Failure(
                            trouble.getClass().getName(),
                            reference(),
                            Math.addExact(attemptsBefore, 1));
            aside.failed(reader.name(), entry, failure, clock.instant());
            warn(reader, entry, failure, trouble);
            return false;
        }
    }

    /// Class names and places only: a message may quote what people wrote.
    private static void warn(
            JournalConsumer reader, FeedEntry entry, Failure failure, Throwable trouble) {
        var trace = new StringBuilder();
        for (Throwable t = trouble; t != null; t = t.getCause() == t ? null : t.getCause()) {
            trace.append("\n  ").append(t.getClass().getName());
            var frames = t.getStackTrace();
            for (int i = 0; i < Math.min(4, frames.length); i++)
                trace.append("\n    at ").append(frames[i]);
        }
        log.warn(
                "{} set aside {} ({}, {}) for the {}. time, reference {}{}",
                reader.name(),
                entry.entry().kind(),
                entry.xid(),
                entry.seq(),
                failure.attempts(),
                failure.reference(),
                trace);
    }

    private static String reference() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private int inTransaction(IntSupplier work) {
        var result = new AtomicInteger();
        asSystem.get()
                .run(() -> transaction.executeWithoutResult(_ -> result.set(work.getAsInt())));
        return result.get();
    }

    private JournalConsumer reader(String name) {
        var reader = byName().get(name);
        if (reader == null) throw new IllegalArgumentException("no journal consumer " + name);
        return reader;
    }

    private Map<String, JournalConsumer> byName() {
        var known = byName;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (var reader : consumers.get()) {
                if (known.put(reader.name(), reader) != null)
                    throw new IllegalStateException("two journal consumers " + reader.name());
            }
            var names = List.copyOf(known.keySet());
            inTransaction(
                    () -> {
                        for (var name : names) store.register(name, clock.instant());
                        return names.size();
                    });
            byName = known;
        }
        return known;
    }
}
