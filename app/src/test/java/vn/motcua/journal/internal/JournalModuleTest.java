package vn.motcua.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import vn.motcua.TestDatabase;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;

class JournalModuleTest {
    private TestDatabase database;
    private JournalFixture node;
    private final UUID dossier = UUID.randomUUID();

    @BeforeEach
    void start() {
        database = TestDatabase.fresh();
        Recorder.prepare(database.ownerDataSource());
        node = new JournalFixture(database.appDataSource());
    }

    @Test
    void an_entry_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> node.journal.append(node.entry("dossier.accepted", dossier)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(node.journal.history("dossier", dossier)).isEmpty();
    }

    @Test
    void an_entry_comes_back_as_it_was_written_and_in_order() {
        var officer = new Actor("officer", UUID.randomUUID(), "H26.01");
        var accepted =
                new Entry(
                        "dossier.accepted",
                        "dossier",
                        dossier,
                        "H26.01.02",
                        officer,
                        node.clock.instant(),
                        Map.of("code", "H26-1", "fee", 8000, "due", "2026-11-24T10:00:00Z"));
        var finished = node.entry("dossier.finished", dossier);
        node.append(accepted, finished);

        assertThat(node.journal.history("dossier", dossier))
                .extracting(FeedEntry::entry)
                .containsExactly(accepted, finished);
    }

    @Test
    void what_is_rolled_back_never_happened() {
        node.transaction.executeWithoutResult(
                status -> {
                    node.journal.append(node.entry("dossier.accepted", dossier));
                    status.setRollbackOnly();
                });
        assertThat(node.journal.history("dossier", dossier)).isEmpty();
    }

    @Test
    void nobody_changes_or_removes_an_entry_not_even_the_owner() {
        node.append(node.entry("dossier.accepted", dossier));
        var owner = JdbcClient.create(database.ownerDataSource());
        for (var attempt :
                List.of(
                        "update journal.entry set kind = 'x'",
                        "delete from journal.entry",
                        "update journal.entry_2026 set kind = 'x'",
                        "truncate journal.entry",
                        "truncate journal.entry_2026")) {
            assertThatThrownBy(() -> owner.sql(attempt).update())
                    .as(attempt)
                    .hasStackTraceContaining("append-only");
            assertThatThrownBy(() -> node.jdbc().sql(attempt).update())
                    .as(attempt)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(node.journal.history("dossier", dossier)).hasSize(1);
    }

    @Test
    void a_reader_sees_the_kinds_it_asked_for_and_passes_the_others() {
        var reader = new Recorder("finished-only", node.jdbc(), "dossier.finished");
        var feed = node.feed(reader);
        for (int i = 0; i < 30; i++)
            node.append(
                    node.entry(
                            i == 25 ? "dossier.finished" : "dossier.viewed",
                            dossier,
                            Map.of("mark", i)));

        assertThat(feed.backlog("finished-only")).isEqualTo(30);
        feed.drainAll("finished-only");
        assertThat(reader.marks()).containsExactly("25");
        assertThat(feed.backlog("finished-only")).isZero();
    }

    @Test
    void an_entry_waits_until_every_earlier_transaction_has_ended() {
        var reader = new Recorder("all", node.jdbc());
        var feed = node.feed(reader);
        var source = database.appDataSource();
        var manager = new JdbcTransactionManager(source);
        var slow = new JournalFixture(source, manager, Runnable::run, null);
        var open = manager.getTransaction(new DefaultTransactionDefinition());
        slow.journal.append(node.entry("dossier.accepted", dossier, Map.of("mark", "slow")));

        node.append(node.entry("dossier.accepted", UUID.randomUUID(), Map.of("mark", "quick")));
        feed.drainAll("all");
        assertThat(reader.marks()).isEmpty();

        manager.commit(open);
        feed.drainAll("all");
        assertThat(reader.marks()).containsExactly("slow", "quick");
    }

    @Test
    void entries_of_one_dossier_come_in_the_order_they_happened_even_when_transactions_overlap() {
        var reader = new Recorder("all", node.jdbc());
        var feed = node.feed(reader);
        var source = database.appDataSource();
        var manager = new JdbcTransactionManager(source);
        var early = new JournalFixture(source, manager, Runnable::run, null);
        var open =
                manager.getTransaction(
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_REQUIRED));
        early.jdbc().sql("select pg_current_xact_id()::text").query(String.class).single();

        node.append(node.entry("dossier.accepted", dossier, Map.of("mark", "first")));
        early.journal.append(node.entry("dossier.finished", dossier, Map.of("mark", "second")));
        manager.commit(open);

        feed.drainAll("all");
        assertThat(reader.marks()).containsExactly("first", "second");
    }

    @Test
    void a_running_node_keeps_its_readers_and_the_sealer_going_and_stops_cleanly()
            throws InterruptedException {
        var reader = new Recorder("all", node.jdbc());
        node.append(node.entry("dossier.accepted", dossier, Map.of("mark", "1")));
        var runner = node.runner(reader);
        runner.start();
        node.append(node.entry("dossier.finished", dossier, Map.of("mark", "2")));
        for (int i = 0; i < 300 && (reader.marks().size() < 2 || unsealed()); i++) Thread.sleep(50);
        runner.stop();
        assertThat(reader.marks()).containsExactly("1", "2");
        assertThat(node.health(reader).sealing().seals()).isPositive();

        node.append(node.entry("dossier.viewed", dossier, Map.of("mark", "3")));
        Thread.sleep(400);
        assertThat(reader.marks()).hasSize(2);
    }

    private boolean unsealed() {
        return node.health().sealing().seals() == 0;
    }
}
