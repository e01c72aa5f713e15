package vn.motcua.dossier.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.internal.store.Worklist.Filter;

/// A page of the worklist costs its own lines, however much work is open: PostgreSQL walks the
/// index in its order and sorts nothing.
class WorklistPlanModuleTest {
    private static final String AGENCY = "H29.101";
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void a_year_of_work() {
        var owner = JdbcClient.create(DATABASE.ownerDataSource());
        owner.sql(
                        """
                        insert into dossier.dossier (id, code, procedure_code, release_version, channel, agency, state,
                               filer_name, owner_name, summary, answers, papers, ledger, return_way, submitted_at)
                        select ('019aa%s-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                               'H29.101-261123-' || n, '9.000001', 1, 'ONLINE', 'H29.10' || (1 + n %% 2), 'PROCESSING',
                               'Người nộp', 'Người thứ ' || n, '', '{}', '[]', '{"lines": []}', 'COUNTER', now()
                          from generate_series(1, 60000) n
                        """
                                .formatted("b00"))
                .update();
        owner.sql(
                        """
                        insert into dossier.task (id, dossier_id, agency, kind, step_id, token, position, unit, opened_at,
                               due_at, paused, claimed_by)
                        select gen_random_uuid(), d.id, d.agency, (array ['STEP', 'RECEPTION'])[1 + random()::int],
                               'appraise', 't',
                               (array ['RECEPTIONIST', 'CASE_OFFICER', 'APPROVER'])[1 + (random() * 2)::int], null, now(),
                               timestamptz '2026-11-23' + (random() * 40 - 20) * interval '1 day', random() < 0.1,
                               case when random() < 0.5 then :account::uuid end
                          from dossier.dossier d
                        """)
                .param("account", ACCOUNT)
                .update();
        owner.sql("vacuum analyze dossier.dossier, dossier.task").update();
    }

    @Test
    void every_page_is_a_range_of_the_index_read_in_order() {
        for (var filter : Filter.values())
            for (boolean further : List.of(false, true)) {
                var plan = plan(Worklist.listing(filter, further));
                assertThat(plan)
                        .as("%s %s", filter, further)
                        .contains("task_worklist")
                        .doesNotContain("Seq Scan on task");
                // The work of one day is a range of its own and may be put in order afterwards.
                if (filter == Filter.DUE_SOON)
                    assertThat(plan).containsPattern("Index Cond: .*listed_at >= .*listed_at < ");
                else assertThat(plan).as("%s %s", filter, further).doesNotContain("Sort");
            }
    }

    @Test
    void the_next_page_and_the_overdue_begin_at_their_place_in_the_index() {
        assertThat(plan(Worklist.listing(Filter.ALL, true)))
                .containsPattern("Index Cond: .*ROW\\(listed_at, id\\) >");
        assertThat(plan(Worklist.listing(Filter.OVERDUE, false)))
                .containsPattern("Index Cond: .*listed_at < ");
    }

    @Test
    void the_counters_are_one_walk_over_the_index() {
        assertThat(plan(Worklist.COUNTERS))
                .contains("task_worklist")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on task");
    }

    private static String plan(String sql) {
        var source = DATABASE.appDataSource();
        var jdbc = JdbcClient.create(source);
        var who =
                new Worklist.Who(
                        AGENCY, ACCOUNT, List.of(new Worklist.Post("CASE_OFFICER", "ho-tich")));
        return Objects.requireNonNull(
                new TransactionTemplate(new JdbcTransactionManager(source))
                        .execute(
                                _ -> {
                                    for (var setting :
                                            List.of("role=officer", "agency=" + AGENCY, "account="))
                                        jdbc.sql("select set_config(:name, :value, true)")
                                                .param("name", "motcua." + setting.split("=")[0])
                                                .param("value", setting.replaceFirst("^.*=", ""))
                                                .query()
                                                .singleValue();
                                    var lines =
                                            Worklist.bound(
                                                            jdbc.sql("explain " + sql),
                                                            who,
                                                            NOW,
                                                            NOW.plusSeconds(86_400))
                                                    .param("limit", 31)
                                                    .param("dueAt", NOW.toString())
                                                    .param("taskKey", UUID.randomUUID())
                                                    .query(String.class)
                                                    .list();
                                    return String.join("\n", lines);
                                }));
    }
}
