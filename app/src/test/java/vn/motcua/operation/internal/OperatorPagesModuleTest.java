package vn.motcua.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestPlatform;
import vn.motcua.journal.JournalHealth;
import vn.motcua.rules.Visitor;

/// R10: health is visible, and what was set aside can be tried again.
class OperatorPagesModuleTest {
    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final String READER = "insight.dossiers";

    private final JdbcClient damage = JdbcClient.create(PLATFORM.database().superuserDataSource());
    private final Visitor operator =
            Visitor.signedIn(PLATFORM.url(), TestPlatform.OPERATOR, PLATFORM.password());

    @AfterEach
    void mend() {
        damage.sql("delete from journal.set_aside").update();
    }

    @Test
    void the_operator_sees_at_a_glance_that_all_is_well_or_what_is_not() {
        var page = operator.get("/operator").body();
        assertThat(page)
                .contains("<h1>Tình trạng hệ thống</h1>", READER, "PostgreSQL", "1.001193")
                .contains("Không có mục nhật ký nào bị để riêng")
                .contains("Niêm phong gần nhất", "Công việc định kỳ", "Đĩa chứa tệp còn trống");

        setAside("dossier.accepted", 1);
        assertThat(operator.get("/operator").body())
                .contains("1 mục nhật ký phải để riêng", "việc cần xem");
    }

    @Test
    void an_entry_set_aside_is_shown_with_its_reason_and_tried_again_at_a_press() {
        var dossier = setAside("dossier.accepted", 3);
        var page = operator.get("/operator").body();
        assertThat(page)
                .contains("dossier.accepted", dossier.toString(), "PoisonException", "ab12cd34")
                .contains("3 lần")
                .doesNotContain("vn.motcua.secret");

        var answer =
                operator.post(
                        "/operator/retry",
                        Map.of("consumer", READER, "subject", dossier.toString()));
        assertThat(answer.statusCode()).isEqualTo(302);
        var to = answer.headers().firstValue("Location").orElseThrow();
        assertThat(to).contains("tried=1").contains("through=1").contains("left=0");
        assertThat(operator.get(to.replaceFirst("https?://[^/]+", "").split("#")[0]).body())
                .contains("Đã thử lại 1 mục: 1 mục đã xong, còn 0 mục để riêng.");
        assertThat(PLATFORM.bean(JournalHealth.class).setAside(null, 10)).isEmpty();
        assertThat(
                        damage.sql(
                                        "select count(*) from journal.entry where kind = 'operation.retry-asked' and actor_account is not null")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @Test
    void all_of_them_are_tried_with_one_press() {
        for (int i = 0; i < 3; i++) setAside("dossier.accepted", 1);
        assertThat(location(operator.post("/operator/retry-all", Map.of())))
                .contains("tried=3", "through=3", "left=0");
        assertThat(location(operator.post("/operator/retry-all", Map.of()))).contains("tried=0");
    }

    @Test
    void the_figures_are_computed_anew_when_the_operator_asks() {
        assertThat(operator.post("/operator/recount", Map.of()).statusCode()).isEqualTo(302);
        assertThat(operator.get("/operator").body()).containsAnyOf("Đã tính lại", "Đang tính lại");
    }

    @Test
    void nobody_elses_page_it_is() {
        for (var login : List.of(TestPlatform.MOTHER, TestPlatform.LEADER)) {
            var other = Visitor.signedIn(PLATFORM.url(), login, PLATFORM.password());
            assertThat(other.get("/operator").statusCode()).isEqualTo(404);
            assertThat(other.post("/operator/retry-all", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void no_person_is_on_it() {
        assertThat(operator.get("/operator").body())
                .doesNotContain(
                        TestPlatform.MOTHER, "Nguyễn Thị Thu Hà", TestPlatform.CASE_OFFICER);
    }

    @Test
    void whoever_supervises_learns_that_it_lives_and_is_ready_and_nothing_else() {
        var stranger = new Visitor(PLATFORM.url());
        for (var address : List.of("/health/live", "/health/ready")) {
            var answer = stranger.get(address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
    }

    /// As if the reader had choked on an entry about a dossier; by now the cause is gone.
    private UUID setAside(String kind, int attempts) {
        return damage.sql(
                        """
                        insert into journal.set_aside (consumer, xid, seq, subject_type, subject_id,
                                                       kind, error, reference, attempts, next_try_at,
                                                       set_aside_at)
                        select :reader, e.xid, e.seq, e.subject_type, e.subject_id, e.kind,
                               'vn.motcua.secret.PoisonException', 'ab12cd34', :attempts,
                               now() + interval '1 hour', now()
                          from journal.entry e
                         where e.kind = :kind
                           and not exists (select 1
                                             from journal.set_aside a
                                            where a.subject_id = e.subject_id)
                         order by e.xid, e.seq
                         limit 1
                        returning subject_id
                        """)
                .param("reader", READER)
                .param("kind", kind)
                .param("attempts", attempts)
                .query(UUID.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
