package vn.motcua.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.motcua.TestDatabase;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Verdict;
import vn.motcua.journal.Verdict.Breach;
import vn.motcua.journal.Verdict.Fault;

/// S15: the seals show every tampering and name the first broken entry.
class SealModuleTest {
    @TempDir Path folder;
    private TestDatabase database;
    private JournalFixture node;
    private Path copy;
    private JdbcClient owner;
    private List<FeedEntry> written;

    @BeforeEach
    void seal_thirty_entries_in_three_seals() {
        database = TestDatabase.fresh();
        copy = folder.resolve("out/seals.txt");
        var source = database.appDataSource();
        node = new JournalFixture(source, new JdbcTransactionManager(source), Runnable::run, copy);
        var dossier = UUID.randomUUID();
        for (int seal = 0; seal < 3; seal++) {
            for (int i = 0; i < 10; i++)
                node.append(node.entry("dossier.step-done", dossier, Map.of("mark", i)));
            assertThat(node.sealer().seal()).isEqualTo(10);
        }
        node.append(node.entry("dossier.finished", dossier));
        written = node.journal.history("dossier", dossier);
        owner = JdbcClient.create(database.ownerDataSource());
    }

    @Test
    void an_untouched_journal_is_found_intact() throws IOException {
        assertThat(node.verifier().verify(_ -> {})).isEqualTo(new Verdict(3, 30, 1, null));
        assertThat(Files.readAllLines(copy)).hasSize(3);
        assertThat(node.health().sealing().unsealed()).isEqualTo(1);
    }

    @Test
    void seals_are_append_only_too() {
        for (var attempt : List.of("delete from journal.seal", "truncate journal.seal"))
            assertThatThrownBy(() -> owner.sql(attempt).update())
                    .hasStackTraceContaining("append-only");
    }

    @Test
    void a_changed_entry_is_found_and_named_whatever_column_was_changed() {
        unlock();
        for (var change :
                List.of(
                        "kind = 'dossier.other'",
                        "at = at + interval '1 microsecond'",
                        "subject_id = gen_random_uuid()",
                        "subject_type = 'bill'",
                        "agency = 'H01'",
                        "agency = ''",
                        "actor_role = 'officer'",
                        "actor_account = gen_random_uuid()",
                        "actor_agency = 'H01'",
                        "data = data || '{\"mark\": 99}'")) {
            var victim = written.get(new Random(change.hashCode()).nextInt(30));
            snapshot();
            owner.sql("update journal.entry set " + change + " where seq = ?")
                    .param(victim.seq())
                    .update();
            var breach = breach();
            assertThat(breach.fault()).as(change).isEqualTo(Fault.CHANGED);
            assertThat(breach.xid()).isEqualTo(victim.xid());
            assertThat(breach.seq()).isEqualTo(victim.seq());
            assertThat(breach.kind()).isNotNull();
            assertThat(breach.at()).isNotNull();
            restore();
            assertThat(node.verifier().verify(_ -> {}).intact()).isTrue();
        }
    }

    @Test
    void the_first_of_several_changes_is_named() {
        unlock();
        var first = written.get(7);
        owner.sql("update journal.entry set kind = 'x' where seq in (:seqs)")
                .param("seqs", List.of(written.get(22).seq(), first.seq(), written.get(9).seq()))
                .update();
        assertThat(breach().seq()).isEqualTo(first.seq());
    }

    @Test
    void a_deleted_entry_is_found_and_named() {
        unlock();
        for (int index : new int[] {29, 10, 9, 0}) {
            var victim = written.get(index);
            owner.sql("delete from journal.entry where seq = ?").param(victim.seq()).update();
            assertThat(breach())
                    .isEqualTo(
                            new Breach(
                                    Fault.MISSING,
                                    index / 10 + 1,
                                    victim.xid(),
                                    victim.seq(),
                                    null,
                                    null));
        }
    }

    @Test
    void an_entry_slipped_in_later_is_found_and_named() {
        unlock();
        var neighbour = written.get(14);
        long seq = neighbour.seq() + 1_000_000;
        owner.sql(
                        """
                        insert into journal.entry (xid, seq, at, kind, subject_type, subject_id,
                                                   actor_role)
                        select xid, :seq, at, 'dossier.paid', subject_type, subject_id, actor_role
                          from journal.entry
                         where seq = :neighbour
                        """)
                .param("seq", seq)
                .param("neighbour", neighbour.seq())
                .update();
        var breach = breach();
        assertThat(breach.fault()).isEqualTo(Fault.INSERTED);
        assertThat(breach.xid()).isEqualTo(neighbour.xid());
        assertThat(breach.seq()).isEqualTo(seq);
        assertThat(breach.kind()).isEqualTo("dossier.paid");
    }

    @Test
    void a_seal_that_was_altered_removed_or_replaced_is_found() {
        unlock();
        owner.sql("update journal.seal set sealed_at = sealed_at + interval '1 s' where no = 2")
                .update();
        assertThat(breach()).isEqualTo(new Breach(Fault.SEAL_BROKEN, 2, 0, 0, null, null));
        owner.sql("delete from journal.seal where no = 2").update();
        assertThat(breach().seal()).isEqualTo(2);
    }

    @Test
    void cutting_off_the_newest_entries_with_their_seal_shows_in_the_copy_outside() {
        unlock();
        owner.sql("delete from journal.entry where seq >= ?").param(written.get(20).seq()).update();
        owner.sql("delete from journal.seal where no = 3").update();
        assertThat(breach().seal()).isEqualTo(3);
    }

    @Test
    void rewriting_history_with_new_seals_shows_in_the_copy_outside() {
        unlock();
        owner.sql("update journal.entry set kind = 'x' where seq = ?")
                .param(written.get(3).seq())
                .update();
        owner.sql("delete from journal.seal").update();
        owner.sql("delete from journal.cursor").update();
        var forger = new JournalFixture(database.appDataSource());
        while (forger.sealer().seal() > 0) {}
        assertThat(forger.verifier().verify(_ -> {}).intact()).isTrue();
        assertThat(breach().seal()).isEqualTo(1);
    }

    @Test
    void the_copy_outside_is_completed_after_a_failure() throws IOException {
        var lines = Files.readAllLines(copy);
        Files.writeString(copy, lines.getFirst() + "\n2 17/2 18");
        var source = database.appDataSource();
        new JournalFixture(source, new JdbcTransactionManager(source), Runnable::run, copy)
                .sealer()
                .seal();
        assertThat(Files.readAllLines(copy)).contains(lines.get(1), lines.get(2));
        assertThat(node.verifier().verify(_ -> {}).intact()).isTrue();
    }

    @Test
    void a_long_copy_is_continued_at_its_end_and_walked_line_by_line() throws IOException {
        var real = Files.readAllLines(copy);
        var filler = real.getLast().replaceFirst("^3 ", "2 ") + " cut\n";
        Files.writeString(copy, real.get(0) + "\n" + real.get(1) + "\n" + real.get(2) + "\n");
        Files.writeString(copy, filler.repeat(2000), java.nio.file.StandardOpenOption.APPEND);
        var source = database.appDataSource();
        var file = new SealFile(copy);
        file.catchUp(new SealStore(source));
        assertThat(Files.readAllLines(copy)).as("nothing written twice").hasSize(2003);
        try (var lines = Objects.requireNonNull(file.lines())) {
            Files.writeString(copy, "4 later\n", java.nio.file.StandardOpenOption.APPEND);
            for (long no = 1; no <= 3; no++) assertThat(lines.next().no()).isEqualTo(no);
            assertThat(lines.hasNext()).isFalse();
        }
        assertThat(node.verifier().verify(_ -> {}).intact()).isTrue();
    }

    private Breach breach() {
        return Objects.requireNonNull(node.verifier().verify(_ -> {}).breach());
    }

    private void unlock() {
        owner.sql("alter table journal.entry disable trigger append_only").update();
        owner.sql("alter table journal.entry_2026 disable trigger append_only").update();
        owner.sql("alter table journal.seal disable trigger append_only").update();
    }

    private void snapshot() {
        owner.sql("drop table if exists journal.before").update();
        owner.sql("create table journal.before as select * from journal.entry").update();
    }

    private void restore() {
        owner.sql("delete from journal.entry").update();
        owner.sql("insert into journal.entry select * from journal.before").update();
    }
}
