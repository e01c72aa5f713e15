package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.Vault;

/// What the pages of acts answer when something cannot be done, or not as it was typed.
class DeskGuardsModuleTest {
    private final DeskHouse house = DeskHouse.open();

    private UUID accepted(String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        int version = house.version(id);
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, version));
        return id;
    }

    private String version(UUID id) {
        return Integer.toString(house.version(id));
    }

    @Test
    void an_act_that_is_not_offered_is_answered_as_an_error_and_changes_nothing() {
        var id = accepted("Nguyễn Bá Học");
        var browser = new Browser(DeskHouse.open().context, "tiepnhan");
        var path = "/desk/dossiers/" + id + "/acts/refuse";
        var before = version(id);
        var page = browser.get("/desk/counter").body();
        var sent =
                browser.post(
                        path, page, "version", before, "reason", "elsewhere", "words", "Nhầm nơi.");
        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(sent.body()).contains("<title>Lỗi: ", "Nhầm nơi.");
        assertThat(version(id)).isEqualTo(before);
    }

    @Test
    void somebody_slower_reads_an_error_in_the_title_too() {
        var id = house.file(DeskHouse.HERE, "Vương Thị Tám");
        var browser = new Browser(DeskHouse.open().context, "tiepnhan");
        var path = "/desk/dossiers/" + id + "/acts/accept";
        var page = browser.get(path).body();
        var seen = version(id);
        assertThat(browser.post(path, page, "version", seen).statusCode()).isBetween(302, 303);
        var late = browser.post(path, page, "version", seen);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("<title>Lỗi: ", "vừa được người khác cập nhật");
    }

    @Test
    void a_year_mistyped_is_a_fault_of_the_field_and_keeps_what_was_typed() {
        var id = accepted("Kiều Minh Tâm");
        var browser = new Browser(DeskHouse.open().context, "duyet").reads(id);
        var path = "/desk/dossiers/" + id + "/acts/extend";
        var page = browser.get(path).body();
        for (var year : new String[] {"2126", "20226"}) {
            var sent =
                    browser.post(
                            path,
                            page,
                            "version",
                            version(id),
                            "day",
                            "1",
                            "month",
                            "12",
                            "year",
                            year,
                            "words",
                            "Chờ cơ quan khác trả lời.");
            assertThat(sent.statusCode()).isEqualTo(422);
            assertThat(sent.body())
                    .contains("trong vòng 5 năm", "Chờ cơ quan khác trả lời.", "value=\"" + year);
        }
    }

    @Test
    void characters_no_paper_can_carry_are_refused() {
        var id = accepted("Tôn Nữ Hoài");
        var browser = new Browser(DeskHouse.open().context, "duyet").reads(id);
        var path = "/desk/dossiers/" + id + "/acts/stop";
        var page = browser.get(path).body();
        var sent = browser.post(path, page, "version", version(id), "words", "Dừng\u0000 lại");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("Có ký tự không đọc được", "Dừng lại");
    }

    @Test
    void what_a_step_asks_for_the_result_is_typed_shown_and_printed() throws IOException {
        var id = accepted("Lương Thế Vinh");
        var browser = new Browser(DeskHouse.open().context, "thuly");
        var dossier = browser.get("/desk/dossiers/" + id).body();
        var link =
                Pattern.compile("href=\"(/desk/dossiers/[^\"]*outcome=eligible)\"")
                        .matcher(dossier);
        assertThat(link.find()).isTrue();
        var act = link.group(1).replace("&amp;", "&");
        var page = browser.get(act).body();
        assertThat(page).contains("Số vào sổ cư trú", "name=\"fact.bookNumber\"");
        var token = act.replaceFirst(".*token=([^&]*).*", "$1");
        var path = act.replaceFirst("\\?.*", "");
        String[] typed = {
            "version", version(id), "token", token, "outcome", "eligible", "fact.bookNumber", "12a"
        };
        var wrong = browser.post(path, page, typed);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("chỉ nhập chữ số", "value=\"12a\"");
        typed[7] = "0012";
        assertThat(browser.post(path, page, typed).statusCode()).isBetween(302, 303);
        assertThat(browser.get("/desk/dossiers/" + id).body())
                .contains("Ghi cho kết quả", "Số vào sổ cư trú", "0012");
        house.completes(house.approver, id, "sign");
        assertThat(printed(id)).contains("Số vào sổ cư trú", "0012");
    }

    private String printed(UUID id) throws IOException {
        var file =
                house.as(
                        house.approver,
                        () -> house.bean(PaperStore.class).results(id).getFirst().file());
        try (var paper = house.as(house.approver, () -> house.bean(Vault.class).open(file));
                var pdf = Loader.loadPDF(paper.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void a_step_is_not_completed_without_what_it_must_know() {
        var id = accepted("Hà Thị Cầu");
        assertThatThrownBy(() -> house.completes(house.officer, id, "not-eligible"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem()).isEqualTo(DossierProblem.RESULT_FACT_MISSING));
    }

    @Test
    void look_ups_of_people_at_the_counter_are_counted() {
        var few = new LookUps(house.bean(JdbcClient.class), house.bean(java.time.Clock.class), 3);
        var account = java.util.Objects.requireNonNull(house.approver.account());
        for (int i = 0; i < 3; i++) count(few, account);
        assertThatThrownBy(() -> count(few, account))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        p -> assertThat(p.problem()).isEqualTo(DossierProblem.LOOKED_UP_TOO_MANY));
    }

    private void count(LookUps few, UUID account) {
        var _ =
                house.as(
                        house.approver,
                        () -> {
                            few.count(account);
                            return 0;
                        });
    }
}
