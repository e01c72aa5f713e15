package vn.motcua.journal.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.journal.AsSystem;
import vn.motcua.journal.History;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalConsumer;
import vn.motcua.journal.JournalHealth;
import vn.motcua.journal.JournalVerifier;

/// Puts the room together.
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    private static final AsSystem PLAIN = Runnable::run;

    @Bean
    Journal journal(JdbcClient jdbc) {
        return new PostgresJournal(jdbc);
    }

    @Bean
    History history(JdbcClient jdbc) {
        return new PostgresHistory(jdbc);
    }

    @Bean
    FeedStore journalFeedStore(JdbcClient jdbc) {
        return new FeedStore(jdbc);
    }

    @Bean
    SetAsideStore journalSetAsideStore(JdbcClient jdbc) {
        return new SetAsideStore(jdbc);
    }

    @Bean
    SealStore journalSealStore(DataSource dataSource) {
        return new SealStore(dataSource);
    }

    @Bean
    SealFile journalSealFile(@Value("${motcua.journal.seal-file:}") String path) {
        return new SealFile(path.isBlank() ? null : Path.of(path));
    }

    @Bean
    CursorFeed journalFeed(
            FeedStore store,
            SetAsideStore aside,
            ObjectProvider<JournalConsumer> consumers,
            ObjectProvider<AsSystem> asSystem,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CursorFeed(
                store,
                aside,
                () -> consumers.orderedStream().toList(),
                system(asSystem),
                transactions,
                clock);
    }

    @Bean
    Sealer journalSealer(
            SealStore seals,
            FeedStore feed,
            SealFile file,
            ObjectProvider<AsSystem> asSystem,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Sealer(seals, feed, file, system(asSystem), transactions, clock);
    }

    @Bean
    ConsumerRunner journalConsumerRunner(
            CursorFeed feed,
            Sealer sealer,
            @Value("${motcua.journal.consumers:true}") boolean enabled) {
        return new ConsumerRunner(feed, sealer, enabled);
    }

    @Bean
    JournalVerifier journalVerifier(
            SealStore seals,
            FeedStore feed,
            SealFile file,
            ObjectProvider<AsSystem> asSystem,
            PlatformTransactionManager transactions) {
        return new SealVerifier(seals, feed, file, system(asSystem), transactions);
    }

    @Bean
    JournalHealth journalHealth(
            CursorFeed feed, FeedStore store, SetAsideStore aside, SealStore seals, Clock clock) {
        return new HealthDesk(feed, store, aside, seals, clock);
    }

    /// Asked each time, because `identity` stands above this room and may itself need the journal.
    private static Supplier<AsSystem> system(ObjectProvider<AsSystem> given) {
        return () -> given.getIfAvailable(() -> PLAIN);
    }
}
