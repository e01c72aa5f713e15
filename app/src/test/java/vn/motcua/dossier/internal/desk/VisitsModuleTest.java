package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.talk.Notes;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;

/// Officers on one dossier see each other and what is new, and the whole history in pages.
class VisitsModuleTest {
    private final DeskHouse house = DeskHouse.open();

    private static Browser browser(String login) {
        return new Browser(DeskHouse.open().context, login);
    }

    @Test
    void two_officers_on_one_dossier_see_each_other_and_hear_of_changes() {
        var id = house.file(DeskHouse.HERE, "Tôn Thất Thuyết");
        house.appointed(
                "tiepnhan2",
                "Đỗ Thị Hạnh",
                DeskHouse.HERE,
                vn.motcua.organization.PositionKind.RECEPTIONIST);
        var path = "/desk/dossiers/" + id;
        var first = browser("tiepnhan");
        var second = browser("tiepnhan2");
        assertThat(first.get(path).body()).doesNotContain("cũng đang mở");
        assertThat(second.get(path).body())
                .contains("Trần Thị Ngọc Ánh cũng đang mở hồ sơ này từ")
                .contains("data-beside=\"" + path + "/beside\"");
        var asked = first.get(path + "/beside");
        assertThat(asked.headers().firstValue("content-type").orElseThrow())
                .startsWith("application/json");
        assertThat(asked.body()).contains("Đỗ Thị Hạnh").doesNotContain("có thay đổi");
        second.post(path + "/notes", second.get(path).body(), "body", "Đã gọi điện");
        assertThat(first.get(path + "/beside").body()).contains("có thay đổi");
        assertThat(second.get(path + "/beside").body()).doesNotContain("có thay đổi");
        JdbcClient.create(house.database.ownerDataSource())
                .sql("update dossier.visit set seen_at = seen_at - interval '4 minutes'")
                .update();
        assertThat(second.get(path + "/beside").body())
                .as("a live page that fell silent is closed")
                .doesNotContain("Trần Thị Ngọc Ánh");
        assertThat(browser("noikhac").get(path + "/beside").statusCode()).isEqualTo(404);
    }

    @Test
    void the_list_says_what_is_new_since_the_officer_looked() {
        var id = house.file(DeskHouse.HERE, "Ông Cao Thắng");
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, 1));
        var officer = browser("thuly");
        officer.get("/desk/dossiers/" + id);
        assertThat(row(officer, id)).doesNotContain("Mới", "Nhắc bạn", "Tin mới");
        var account = house.officer.account();
        house.asking.run(
                house.receptionist, () -> house.bean(Notes.class).write(id, "Xem giúp", account));
        var person = browser("079196000318");
        var code = code(id);
        var talk = "/dossiers/" + code + "/messages";
        person.postParts(talk, person.get(talk).body(), Map.of("body", "Xong chưa?"));
        assertThat(row(officer, id)).contains("Nhắc bạn", "Tin mới", "Mới");
        assertThat(officer.get("/desk").body())
                .contains("Trần Thị Ngọc Ánh nhắc bạn trong ghi chú của hồ sơ " + code);
        var page = officer.get("/desk/dossiers/" + id).body();
        assertThat(page).contains("Xem giúp", "gửi tin trao đổi", "ghi chú nội bộ");
        assertThat(row(officer, id)).contains("Tin mới").doesNotContain("Nhắc bạn");
        officer.get("/desk/dossiers/" + id + "/talk");
        assertThat(row(officer, id)).doesNotContain("Tin mới", "Nhắc bạn");
    }

    /// The line of one dossier among all pages of the list.
    private static String row(Browser browser, UUID id) {
        var next = "/desk";
        for (int i = 0; i < 40; i++) {
            var body = browser.get(next).body();
            for (var line : body.split("<tr role=\"row\">"))
                if (line.contains("/desk/dossiers/" + id + "\"")) return line;
            var more = Pattern.compile("href=\"(/desk\\?[^\"]*after=[^\"]+)\"").matcher(body);
            if (!more.find()) break;
            next = more.group(1).replace("&amp;", "&");
        }
        throw new AssertionError("not in the list: " + id);
    }

    @Test
    void the_whole_history_is_read_in_pages_and_in_sentences() {
        var id = house.file(DeskHouse.HERE, "Nguyễn Quang Bích");
        var clock = house.bean(Clock.class);
        house.as(
                Caller.system(),
                () -> {
                    var dossier = house.bean(DossierStore.class).require(id);
                    for (int i = 0; i < 100; i++)
                        house.bean(Journal.class)
                                .append(
                                        Facts.of(
                                                "due-moved",
                                                dossier,
                                                Caller.system(),
                                                clock.instant().minusSeconds(60L * (i + 1)),
                                                Map.of("n", i)));
                    return 0;
                });
        var desk = browser("tiepnhan");
        assertThat(desk.get("/desk/dossiers/" + id).body()).contains("/history\"");
        var seen = new HashSet<String>();
        int lines = 0;
        var next = "/desk/dossiers/" + id + "/history";
        while (next != null) {
            var body = desk.get(next).body();
            assertThat(body).doesNotContain("dossier.", "desk.news");
            var found = Pattern.compile("<li>([^<]+)</li>").matcher(body);
            while (found.find()) {
                seen.add(found.group(1));
                lines++;
            }
            var more = Pattern.compile("href=\"([^\"]*/history\\?at=[^\"]+)\"").matcher(body);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        assertThat(lines).isEqualTo(101);
        assertThat(seen).anyMatch(line -> line.contains("tính lại ngày hẹn"));
    }

    private String code(UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id).code())
                .value();
    }
}
