package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.review.MarksView;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/// Findings about papers and answers, and the request to supplement built from them.
class ReviewModuleTest {
    private static final Locale VI = Locale.of("vi");
    private static final String PROOF = "PAPER.proof";
    private static final String NAME = "ANSWER.name";

    private final DeskHouse house = DeskHouse.open();
    private final JdbcClient jdbc = house.bean(JdbcClient.class);

    @Test
    void findings_are_seen_by_colleagues_and_become_the_request_to_supplement() {
        var id = house.file(DeskHouse.HERE, "Hồ Thị Kỷ");
        assertThat(save(browser("tiepnhan"), id, 0, PROOF, "missing", "").statusCode())
                .isEqualTo(302);
        var differs = "căn cước ghi Hồ Thị Kỉ";
        save(officer(id), id, seen(id), PROOF, "missing", "", NAME, "differs", differs);
        var marks = marks(house.receptionist, id);
        var proof = Objects.requireNonNull(marks.paper("proof"));
        assertThat(proof.name()).isEqualTo("Thiếu");
        assertThat(proof.by()).startsWith("Trần Thị Ngọc Ánh");
        assertThat(Objects.requireNonNull(marks.answer("name")).by())
                .startsWith("Lê Thị Bích Thủy");
        assertThat(marks.wants()).isEqualTo(2);

        var typed = prefilled(id);
        assertThat(typed.components()).containsExactly("proof");
        assertThat(typed.wanted()).containsEntry("proof", "nộp bổ sung");
        assertThat(typed.lines().getFirst())
                .contains("Họ và tên", "không khớp", "căn cước ghi Hồ Thị Kỉ");
        assertThat(typed.reason()).isEqualTo("proof-missing");
        assertThat(typed.words()).isNotBlank();
    }

    @Test
    void a_good_finding_asks_nothing_and_an_answered_request_is_not_asked_again() {
        var id = house.file(DeskHouse.HERE, "Cao Bá Quát");
        save(browser("tiepnhan"), id, 0, PROOF, "blurred", "trang 2");
        assertThat(prefilled(id).components()).containsExactly("proof");
        asks(id);
        house.asking.run(
                house.receptionist,
                () ->
                        house.bean(vn.motcua.dossier.internal.processing.CounterAnswers.class)
                                .receive(
                                        id,
                                        house.version(id),
                                        Map.of("i1", "đã mang bản rõ"),
                                        Paper.Form.COPY));
        assertThat(prefilled(id).components()).isEmpty();
        save(browser("tiepnhan"), id, seen(id), PROOF, "ok", "");
        assertThat(prefilled(id).components()).isEmpty();
    }

    private void asks(UUID id) {
        house.asking.run(
                house.receptionist,
                () ->
                        house.bean(Desk.class)
                                .requestSupplement(
                                        id,
                                        house.version(id),
                                        new Desk.Grounds("proof-missing", "Xin bổ sung"),
                                        List.of(
                                                new vn.motcua.dossier.internal.store.Supplement
                                                        .Item("i1", "proof", "Bản rõ"))));
    }

    @Test
    void whoever_found_second_about_the_same_part_chooses_and_nothing_is_lost() {
        var id = house.file(DeskHouse.HERE, "Nguyễn Công Trứ");
        var desk = browser("tiepnhan");
        save(officer(id), id, 0, PROOF, "ok", "");
        var second = save(desk, id, 0, PROOF, "expired", "");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Đồng nghiệp vừa lưu", "Lê Thị Bích Thủy");
        assertThat(Objects.requireNonNull(marks(house.officer, id).paper("proof")).name())
                .isEqualTo("Đạt");

        assertThat(save(desk, id, 0, NAME, "unclear", "").statusCode())
                .as("another part is nobody's conflict")
                .isEqualTo(302);
        assertThat(save(desk, id, seen(id), PROOF, "expired", "").statusCode()).isEqualTo(302);
        assertThat(count(house.officer, id)).as("the history keeps all three").isEqualTo(3);
    }

    @Test
    void neither_the_person_nor_another_agency_nor_the_platform_sees_findings() {
        var id = house.file(DeskHouse.HERE, "Đoàn Thị Điểm");
        save(browser("tiepnhan"), id, 0, PROOF, "missing", "");
        assertThat(count(house.receptionist, id)).isEqualTo(1);
        var citizen = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");
        for (var caller : List.of(citizen, house.stranger, Caller.system(), Caller.tracker()))
            assertThat(count(caller, id)).isZero();
        var above = new Caller(Role.LEADER, house.officer.account(), "H29", "Lãnh đạo thành phố");
        assertThat(count(above, id)).isEqualTo(1);
    }

    @Test
    void a_colleague_who_was_faster_takes_nothing_away_of_what_was_typed() {
        var id = house.file(DeskHouse.HERE, "Lê Quý Đôn");
        var path = "/desk/dossiers/" + id + "/review";
        var desk = browser("tiepnhan");
        var page = desk.get(path).body();
        assertThat(page)
                .contains("PAPER.proof.kind", "ANSWER.name.kind", "Cần bản chính để đối chiếu")
                .doesNotContain("desk-page.");
        save(officer(id), id, 0, PROOF, "ok", "");
        var second = sent(desk, path, page, "0");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Lê Thị Bích Thủy", "value=\"tem\"")
                .containsPattern("value=\"wrong\"\\s+selected");
        var again = sent(desk, path, page, String.valueOf(seen(id)));
        assertThat(again.statusCode()).isEqualTo(302);
        var act = desk.get("/desk/dossiers/" + id + "/acts/supplement").body();
        assertThat(act).contains("sửa lại cho đúng: tem");
        assertThat(desk.get("/desk/dossiers/" + id).body()).contains("Sai nội dung", "tem");
    }

    private static HttpResponse<String> sent(Browser desk, String path, String page, String seen) {
        return desk.post(
                path,
                page,
                "seen",
                seen,
                "PAPER.proof.kind",
                "wrong",
                "PAPER.proof.comment",
                "tem",
                "ask",
                "true");
    }

    /// Saves findings as the page sends them: key, kind and comment of each part.
    private static HttpResponse<String> save(Browser by, UUID id, long seen, String... found) {
        var path = "/desk/dossiers/" + id + "/review";
        var fields = new ArrayList<String>(List.of("seen", Long.toString(seen)));
        for (int i = 0; i < found.length; i += 3) {
            fields.addAll(List.of(found[i] + ".kind", found[i + 1]));
            fields.addAll(List.of(found[i] + ".comment", found[i + 2]));
        }
        return by.post(path, by.get(path).body(), fields.toArray(String[]::new));
    }

    private static Browser browser(String login) {
        return new Browser(DeskHouse.open().context, login);
    }

    /// An officer who holds no work on it yet says why they read it.
    private static Browser officer(UUID id) {
        return browser("thuly").reads(id);
    }

    private long seen(UUID id) {
        return house.as(
                house.officer,
                () ->
                        jdbc.sql("select max(seq) from dossier.mark where dossier_id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single());
    }

    private int count(Caller caller, UUID id) {
        return house.as(
                caller,
                () ->
                        jdbc.sql("select count(*) from dossier.mark where dossier_id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single());
    }

    private MarksView marks(Caller caller, UUID id) {
        var page =
                house.asking.as(
                        caller, () -> house.bean(DeskDossierReader.class).open(id, null, VI, null));
        return java.util.Objects.requireNonNull(page.parts().get(MarksView.class));
    }

    private Typed prefilled(UUID id) {
        return house.asking.as(
                house.receptionist,
                () -> house.bean(MarkedItems.class).prefilled(id, Typed.nothing("", "")));
    }
}
