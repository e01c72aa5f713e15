package vn.motcua.dossier.internal.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;

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
                               due_at, paused, suspended, claimed_by)
                        select gen_random_uuid(), d.id, d.agency, (array ['STEP', 'RECEPTION'])[1 + random()::int],
                               'appraise', 't',
                               (array ['RECEPTIONIST', 'CASE_OFFICER', 'APPROVER'])[1 + (random() * 2)::int], null, now(),
                               timestamptz '2026-11-23' + (random() * 40 - 20) * interval '1 day', random() < 0.1, random() < 0.1,
                               case when random() < 0.5 then :account::uuid end
                          from dossier.dossier d
                        """)
                .param("account", ACCOUNT)
                .update();
        owner.sql("vacuum analyze dossier.dossier, dossier.task, dossier.findable").update();
    }

    @Test
    void every_page_is_a_range_of_the_index_read_in_order_both_ways() {
        for (var tab : Tab.values())
            for (boolean further : List.of(false, true))
                for (boolean back : List.of(false, true)) {
                    var ask = ask(WorkQuery.of(tab), null);
                    var plan = plan(ask, Worklist.listing(ask, further, back));
                    var what = tab + " " + further + " " + back;
                    assertThat(plan)
                            .as(what)
                            .contains("task_worklist")
                            .doesNotContain("Seq Scan on task");
                    // The work of one day, or what waits, is a part of its own and may be put in
                    // order afterwards.
                    if (tab == Tab.DUE_SOON)
                        assertThat(plan)
                                .containsPattern("Index Cond: .*listed_at >= .*listed_at < ");
                    else if (tab != Tab.WAITING && !(tab == Tab.OVERDUE && further && back))
                        // Only the few pieces of work of one dossier may be put in order.
                        assertThat(plan)
                                .as(what)
                                .doesNotContainPattern("Sort Key: (?!p\\.closed_at|p\\.opened_at)");
                }
    }

    @Test
    void what_is_chosen_besides_keeps_the_range_and_its_order() {
        var query =
                new WorkQuery(
                        Tab.ALL,
                        "9.000001",
                        "appraise",
                        "ONLINE",
                        WorkQuery.NOBODY,
                        null,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        null,
                        false);
        var ask = ask(query, null);
        assertThat(plan(ask, Worklist.listing(ask, true, false)))
                .contains("Index Only Scan using task_worklist")
                .doesNotContain("Seq Scan on task");
    }

    @Test
    void the_next_page_and_the_overdue_begin_at_their_place_in_the_index() {
        var all = ask(WorkQuery.of(Tab.ALL), null);
        assertThat(plan(all, Worklist.listing(all, true, false)))
                .containsPattern("Index Cond: .*ROW\\(listed_at, id\\) >");
        assertThat(plan(all, Worklist.listing(all, true, true)))
                .contains("Scan Backward")
                .containsPattern("Index Cond: .*ROW\\(listed_at, id\\) <");
        var overdue = ask(WorkQuery.of(Tab.OVERDUE), null);
        assertThat(plan(overdue, Worklist.listing(overdue, false, false)))
                .containsPattern("Index Cond: .*listed_at < ");
    }

    @Test
    void the_counters_are_one_walk_over_the_index_and_need_nothing_else() {
        var ask = ask(WorkQuery.of(Tab.ALL), null);
        assertThat(plan(ask, ask.totals()))
                .contains("Index Only Scan using task_worklist")
                .doesNotContain("Seq Scan on task");
        assertThat(plan(ask, Worklist.briefing(ask)))
                .contains("Index Only Scan using task_worklist")
                .doesNotContain("Sort");
    }

    @Test
    void words_are_looked_for_in_the_work_by_the_key_of_each_line() {
        var ask = ask(WorkQuery.of(Tab.ALL), "'nguoi':* & '777':*");
        assertThat(plan(ask, Worklist.listing(ask, false, false)))
                .contains("task_worklist", "findable_pkey")
                .doesNotContain("Seq Scan on task")
                .doesNotContain("Seq Scan on findable");
    }

    @Test
    void words_are_looked_for_in_all_dossiers_by_the_index_of_words() {
        var owner = JdbcClient.create(DATABASE.ownerDataSource());
        var body =
                owner.sql("select prosrc from pg_proc where proname = 'found'")
                        .query(String.class)
                        .single();
        var last = body.substring(body.indexOf("with hit"));
        var hits =
                last.substring(0, last.indexOf(';'))
                        .replace("narrow", "$$'nguoi':* & '777':* & '@H29.101'$$::tsquery")
                        .replace("before is null or h.dossier_id < before", "true")
                        .replace("most", "31");
        var plan = owner.sql("explain " + hits).query(String.class).list();
        assertThat(String.join("\n", plan)).contains("findable_words").doesNotContain("Seq Scan");
    }

    private static WorkSql ask(WorkQuery query, @Nullable String words) {
        var who = new Who(AGENCY, ACCOUNT, List.of(new Who.Post("CASE_OFFICER", "ho-tich")));
        return new WorkSql(who, query, words, NOW, NOW.plusSeconds(86_400));
    }

    private static String plan(WorkSql ask, String sql) {
        var source = DATABASE.appDataSource();
        var jdbc = JdbcClient.create(source);
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
                                    // Whether pages are visible to all is a matter of the last
                                    // vacuum; whether the index holds all is asked here.
                                    jdbc.sql("set local enable_bitmapscan = off").update();
                                    var lines =
                                            ask.bind(jdbc.sql("explain " + sql))
                                                    .param("limit", 31)
                                                    .param("dueAt", NOW.toString())
                                                    .param("taskKey", UUID.randomUUID())
                                                    .query(String.class)
                                                    .list();
                                    return String.join("\n", lines);
                                }));
    }
}
