package vn.motcua.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journal.JournalHealth.SetAside;

class SetAsideModuleTest {
    private JournalFixture node;
    private Recorder reader;
    private JournalFeed feed;
    private final UUID sick = UUID.randomUUID();
    private final UUID well = UUID.randomUUID();

    @BeforeEach
    void start() {
        var database = TestDatabase.fresh();
        Recorder.prepare(database.ownerDataSource());
        node = new JournalFixture(database.appDataSource());
        reader = new Recorder("timeline", node.jdbc());
        reader.chokesOn = entry -> "bad".equals(entry.entry().data().get("mark"));
        feed = node.feed(reader);
        add(well, "w1");
        add(sick, "bad");
        add(sick, "s2");
        add(well, "w2");
    }

    @Test
    void a_poisoned_entry_is_set_aside_visibly_and_only_its_own_dossier_waits() {
        feed.drainAll("timeline");

        assertThat(reader.marks()).containsExactly("w1", "w2");
        var health = node.health(reader);
        assertThat(health.readers().getFirst().setAside()).isEqualTo(2);
        assertThat(health.setAside("timeline", 10))
                .extracting(SetAside::subjectId)
                .containsOnly(sick);
        var first = health.setAside(null, 10).getFirst();
        assertThat(first.error()).isEqualTo(IllegalStateException.class.getName());
        assertThat(first.reference()).hasSize(8);
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(health.setAside(null, 10).getLast().error()).isNull();
    }

    @Test
    void later_entries_of_the_same_dossier_queue_up_behind_it() {
        feed.drainAll("timeline");
        add(sick, "s3");
        add(well, "w3");
        feed.drainAll("timeline");
        assertThat(reader.marks()).containsExactly("w1", "w2", "w3");
        assertThat(feed.backlog("timeline")).isZero();

        reader.chokesOn = _ -> false;
        node.clock.pass(Duration.ofMinutes(5));
        feed.drainAll("timeline");
        assertThat(reader.marks(sick)).containsExactly("bad", "s2", "s3");
        assertThat(node.health(reader).setAside(null, 10)).isEmpty();
    }

    @Test
    void it_is_tried_again_later_and_later() {
        feed.drainAll("timeline");
        node.clock.pass(Duration.ofSeconds(1));
        assertThat(feed.retrySetAside("timeline")).isZero();
        assertThat(attempts()).isEqualTo(1);

        node.clock.pass(Duration.ofSeconds(1));
        feed.retrySetAside("timeline");
        assertThat(attempts()).isEqualTo(2);

        node.clock.pass(Duration.ofSeconds(3));
        feed.retrySetAside("timeline");
        assertThat(attempts()).isEqualTo(2);
        assertThat(Backoff.after(60)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_operator_who_mended_the_cause_need_not_wait() {
        feed.drainAll("timeline");
        reader.chokesOn = _ -> false;
        assertThat(feed.retrySetAside("timeline")).isZero();
        node.health(reader).retryNow("timeline", sick);
        assertThat(feed.retrySetAside("timeline")).isEqualTo(2);
        assertThat(reader.marks(sick)).containsExactly("bad", "s2");
    }

    private int attempts() {
        return node.health(reader).setAside(null, 1).getFirst().attempts();
    }

    private void add(UUID dossier, String mark) {
        node.append(node.entry("dossier.changed", dossier, Map.of("mark", mark)));
    }
}
