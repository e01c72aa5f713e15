package vn.motcua.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.TestDatabase;

/// Writers that dawdle between writing and committing, and roll back now and then; two nodes that
/// read for the same two readers while this goes on, one of which fails now and then.
class ConcurrentFeedModuleTest {
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;
    private static final int SUBJECTS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 77})
    void nothing_is_missed_nothing_comes_twice_and_each_dossier_keeps_its_order(long seed)
            throws Exception {
        var database = TestDatabase.fresh();
        Recorder.prepare(database.ownerDataSource());
        var committed = new ConcurrentHashMap<UUID, List<String>>();
        var subjects = new ArrayList<UUID>();
        var locks = new HashMap<UUID, ReentrantLock>();
        for (int i = 0; i < SUBJECTS; i++) {
            var id = UUID.randomUUID();
            subjects.add(id);
            locks.put(id, new ReentrantLock());
            committed.put(id, new CopyOnWriteArrayList<>());
        }
        var writing = new AtomicBoolean(true);

        try (var threads = Executors.newCachedThreadPool()) {
            var writers = new ArrayList<Future<?>>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                var node = new JournalFixture(database.appDataSource());
                var random = new Random(seed * 31 + w);
                writers.add(
                        threads.submit(
                                () -> {
                                    for (int t = 0; t < TRANSACTIONS; t++)
                                        write(
                                                node,
                                                subjects.get(random.nextInt(SUBJECTS)),
                                                locks,
                                                committed,
                                                writer + "-" + t,
                                                random);
                                }));
            }
            var readers = new ArrayList<Future<?>>();
            for (int n = 0; n < 2; n++) {
                for (var name : List.of("steady", "moody")) {
                    var random = new Random(seed + n);
                    readers.add(threads.submit(() -> read(database, name, random, writing)));
                }
            }
            for (var writer : writers) writer.get();
            writing.set(false);
            for (var reader : readers) reader.get();
        }

        var node = new JournalFixture(database.appDataSource());
        for (var name : List.of("steady", "moody")) {
            var reader = new Recorder(name, node.jdbc());
            var feed = node.feed(reader);
            feed.drainAll(name);
            for (var subject : subjects) node.health(reader).retryNow(name, subject);
            feed.drainAll(name);
            for (var subject : subjects)
                assertThat(reader.marks(subject))
                        .as(name)
                        .containsExactlyElementsOf(committed.get(subject));
        }
    }

    /// Takes its transaction number first and the dossier's lock later, as real services do.
    private static void write(
            JournalFixture node,
            UUID subject,
            Map<UUID, ReentrantLock> locks,
            Map<UUID, List<String>> committed,
            String mark,
            Random random) {
        boolean keep = random.nextInt(5) > 0;
        boolean[] locked = {false};
        try {
            node.transaction.executeWithoutResult(
                    status -> {
                        node.jdbc()
                                .sql("select pg_current_xact_id()::text")
                                .query(String.class)
                                .single();
                        dawdle(random);
                        Objects.requireNonNull(locks.get(subject)).lock();
                        locked[0] = true;
                        node.journal.append(
                                List.of(
                                        node.entry("dossier.a", subject, Map.of("mark", mark)),
                                        node.entry(
                                                "dossier.b", subject, Map.of("mark", mark + "b"))));
                        dawdle(random);
                        if (!keep) status.setRollbackOnly();
                    });
            if (keep)
                Objects.requireNonNull(committed.get(subject)).addAll(List.of(mark, mark + "b"));
        } finally {
            if (locked[0]) Objects.requireNonNull(locks.get(subject)).unlock();
        }
    }

    private static void read(
            TestDatabase database, String name, Random random, AtomicBoolean writing) {
        var node = new JournalFixture(database.appDataSource());
        var reader = new Recorder(name, node.jdbc());
        if (name.equals("moody")) reader.chokesOn = _ -> random.nextInt(40) == 0;
        var feed = node.feed(reader);
        while (writing.get()) {
            feed.drain(name, 1 + random.nextInt(20));
            feed.retrySetAside(name);
            dawdle(random);
        }
    }

    private static void dawdle(Random random) {
        try {
            Thread.sleep(random.nextInt(8));
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
