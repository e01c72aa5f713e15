package vn.motcua.dossier.internal.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.form.Drafts;
import vn.motcua.worktime.Calendars;

class SampleDossiersModuleTest {
    private static final TestPlatform PLATFORM =
            TestPlatform.fresh(Map.of("motcua.sample.amount", "MANY"));
    private static final List<Dossier> ALL = all();

    private static List<Dossier> all() {
        var ids =
                JdbcClient.create(PLATFORM.database().superuserDataSource())
                        .sql("select id from dossier.dossier order by id")
                        .query(UUID.class)
                        .list();
        return PLATFORM.asSystem(
                () ->
                        Objects.requireNonNull(
                                PLATFORM.bean(TransactionTemplate.class)
                                        .execute(
                                                _ ->
                                                        ids.stream()
                                                                .map(
                                                                        PLATFORM.bean(
                                                                                        DossierStore
                                                                                                .class)
                                                                                ::require)
                                                                .toList())));
    }

    @AfterAll
    static void stop() {
        PLATFORM.stop();
    }

    @Test
    void the_sample_shows_every_state_and_is_mostly_finished() {
        var counts = new HashMap<DossierState, Long>();
        ALL.forEach(dossier -> counts.merge(dossier.state(), 1L, Long::sum));

        assertThat(ALL).hasSizeBetween(230, 300);
        var missing = EnumSet.allOf(DossierState.class);
        missing.removeAll(counts.keySet());
        // Nothing is paid in the sample: amounts are set by each province and not in the sources.
        assertThat(EnumSet.of(DossierState.PAYMENT_REQUESTED, DossierState.ACCEPTED))
                .containsAll(missing);
        assertThat(counts.get(DossierState.RETURNED)).isGreaterThan(ALL.size() / 2);
        assertThat(counts.get(DossierState.SUBMITTED)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void every_due_date_follows_from_the_ledger() {
        for (var dossier : ALL) {
            if (dossier.ledger().lines().isEmpty()) {
                assertThat(dossier.moments().due()).isNull();
                continue;
            }
            var calendar = PLATFORM.bean(Calendars.class).of(dossier.agency());
            var last = dossier.ledger().lines().getLast().at();
            var reckoning = dossier.ledger().reckon(calendar, last);
            assertThat(dossier.moments().due())
                    .as(dossier.code().value())
                    .isEqualTo(reckoning.due());
            assertThat(dossier.moments().firstDue()).isEqualTo(reckoning.firstDue());
            assertThat(dossier.ledger().finished()).isEqualTo(dossier.moments().finished() != null);
        }
    }

    @Test
    void nothing_happened_in_the_future_and_nothing_before_its_filing() {
        for (var dossier : ALL) {
            var moments = dossier.moments();
            if (moments.accepted() != null)
                assertThat(moments.accepted()).isAfterOrEqualTo(moments.submitted());
            if (moments.finished() != null)
                assertThat(moments.finished()).isAfterOrEqualTo(moments.submitted());
            if (moments.returned() != null)
                assertThat(moments.returned())
                        .isAfterOrEqualTo(Objects.requireNonNull(moments.finished()));
        }
    }

    @Test
    void the_mother_has_a_supplement_to_send_a_result_and_a_draft() {
        var mother = PLATFORM.account(TestPlatform.MOTHER).id();
        var hers = ALL.stream().filter(dossier -> mother.equals(dossier.people().filer())).toList();

        assertThat(hers)
                .extracting(Dossier::state)
                .containsExactlyInAnyOrder(
                        DossierState.SUPPLEMENT_REQUESTED, DossierState.RETURNED);
        assertThat(PLATFORM.as(TestPlatform.MOTHER, () -> PLATFORM.bean(Drafts.class).list()))
                .hasSize(1);
    }

    @Test
    void a_second_start_adds_nothing() {
        var again = TestPlatform.on(PLATFORM.database(), Map.of("motcua.sample.amount", "MANY"));
        try {
            var count =
                    JdbcClient.create(PLATFORM.database().superuserDataSource())
                            .sql("select count(*) from dossier.dossier")
                            .query(Long.class)
                            .single();
            assertThat(count).isEqualTo(ALL.size());
        } finally {
            again.stop();
        }
    }
}
