package vn.motcua.journal.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.journal.Actor;
import vn.motcua.journal.AsSystem;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journal.JournalHealth;
import vn.motcua.journal.JournalVerifier;

/// The journal of one node, put together by hand. Other rooms' tests use it too.
public final class JournalFixture {
    public final Journal journal;
    public final TransactionTemplate transaction;
    public final TestClock clock = new TestClock(Instant.parse("2026-11-23T02:00:00Z"));

    private final PlatformTransactionManager transactions;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final FeedStore feedStore;
    private final SetAsideStore setAside;
    private final SealStore seals;
    private final SealFile sealFile;

    public JournalFixture(DataSource dataSource) {
        this(dataSource, new JdbcTransactionManager(dataSource), Runnable::run, null);
    }

    public JournalFixture(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AsSystem asSystem,
            @Nullable Path sealFile) {
        this.transactions = transactions;
        this.asSystem = asSystem;
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = new PostgresJournal(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.feedStore = new FeedStore(jdbc);
        this.setAside = new SetAsideStore(jdbc);
        this.seals = new SealStore(dataSource);
        this.sealFile = new SealFile(sealFile);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public JournalFeed feed(JournalConsumer... consumers) {
        return cursorFeed(consumers);
    }

    public JournalHealth health(JournalConsumer... consumers) {
        return new HealthDesk(cursorFeed(consumers), feedStore, setAside, seals, clock);
    }

    public JournalVerifier verifier() {
        return new SealVerifier(seals, feedStore, sealFile, () -> asSystem, transactions);
    }

    /// Seals what is certain; at most one seal.
    public int seal() {
        return sealer().seal();
    }

    CursorFeed cursorFeed(JournalConsumer... consumers) {
        return new CursorFeed(
                feedStore, setAside, () -> List.of(consumers), () -> asSystem, transactions, clock);
    }

    Sealer sealer() {
        return new Sealer(seals, feedStore, sealFile, () -> asSystem, transactions, clock);
    }

    ConsumerRunner runner(JournalConsumer... consumers) {
        return new ConsumerRunner(cursorFeed(consumers), sealer(), true);
    }

    public Entry entry(String kind, UUID subject) {
        return entry(kind, subject, Map.of());
    }

    public Entry entry(String kind, UUID subject, Map<String, Object> data) {
        return new Entry(kind, "dossier", subject, null, Actor.system(), clock.instant(), data);
    }

    public void append(Entry... entries) {
        transaction.executeWithoutResult(_ -> journal.append(List.of(entries)));
    }

    /// A clock that is moved by hand.
    public static final class TestClock extends Clock {
        private volatile Instant now;

        public TestClock(Instant now) {
            this.now = now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }

        public void set(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
