package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;

/// The pages of leave, of handing over, of giving work, and the button that takes an act back.
class PeoplePagesModuleTest {
    private final PeopleHouse house = new PeopleHouse();

    private String today() {
        return HanoiTime.dateOf(house.house.bean(java.time.Clock.class).instant())
                .format(java.time.format.DateTimeFormatter.ofPattern("d/M/uuuu"));
    }

    private static String now() {
        return java.time.LocalDateTime.now(HanoiTime.ZONE).withNano(0).toString();
    }

    private static List<String> hidden(String page, String name) {
        var found = new ArrayList<String>();
        var match = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        while (match.find()) found.add(match.group(1));
        return found;
    }

    @Test
    void leave_is_entered_shown_and_called_off_and_faults_stand_at_their_fields() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var binh = house.officer("Bình", PositionKind.CASE_OFFICER);
        var browser = new Browser(DeskHouse.open().context, house.login(an));
        var empty = browser.get("/desk/absence").body();
        assertThat(empty).contains("Chưa có lần nghỉ hay ủy quyền nào.", "href=\"/desk/absence\"");
        var self = PeopleHouse.id(an).toString();
        var wrong = browser.post("/desk/absence", empty, "person", self, "from", "32/1/2026");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Nhập ngày đầu", "Nhập ngày cuối", "32/1/2026");
        var other =
                browser.post(
                        "/desk/absence",
                        empty,
                        "person",
                        PeopleHouse.id(binh).toString(),
                        "from",
                        today(),
                        "permanent",
                        "true");
        assertThat(other.statusCode()).isEqualTo(403);
        var sent =
                browser.post(
                        "/desk/absence",
                        empty,
                        "person",
                        self,
                        "from",
                        today(),
                        "permanent",
                        "true",
                        "delegate",
                        PeopleHouse.id(binh).toString());
        assertThat(sent.statusCode()).isBetween(302, 303);
        var shown = browser.get("/desk/absence").body();
        assertThat(shown).contains("Người thay: Bình", "không có ngày kết thúc", "Hôm nay");
        var twice =
                browser.post(
                        "/desk/absence",
                        shown,
                        "person",
                        self,
                        "from",
                        today(),
                        "permanent",
                        "true");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("đã có một lần nghỉ trùng ngày");
        var end = Pattern.compile("action=\"(/desk/absence/[^\"]*/end)\"").matcher(shown);
        assertThat(end.find()).isTrue();
        assertThat(browser.post(end.group(1), shown).statusCode()).isBetween(302, 303);
        assertThat(browser.get("/desk/absence").body())
                .contains("Chưa có lần nghỉ hay ủy quyền nào.");
    }

    @Test
    void everything_in_hand_goes_over_in_one_act_with_an_answer_for_each_row() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var first = house.accepted(now());
        var second = house.accepted(now());
        var third = house.accepted(now());
        var binh = house.officer("Bình", PositionKind.CASE_OFFICER);
        // On the third somebody prepared the decision whom it must not go to.
        house.completes(now(), binh, third, "to-council");
        house.claims(now(), an, third);
        var browser = new Browser(DeskHouse.open().context, house.login(an));
        var path = "/desk/absence/hand-over/" + PeopleHouse.id(an);
        var page = browser.get(path + "?to=" + PeopleHouse.id(binh)).body();
        var rows = hidden(page, "row");
        assertThat(rows).hasSize(2);
        assertThat(page).contains("chuyển cho Bình", "Người đã thẩm tra không quyết định");
        for (var odd : new String[] {"x", "99999999999", "-1"})
            assertThat(
                            browser.post(
                                            path,
                                            page,
                                            "to",
                                            PeopleHouse.id(binh).toString(),
                                            "row",
                                            rows.get(0).replaceFirst("_[0-9]+$", "_" + odd))
                                    .statusCode())
                    .isEqualTo(404);
        // Somebody else acts on the second one meanwhile.
        house.claims(now(), house.officer("Chi", PositionKind.CASE_OFFICER), second);
        house.claims(now(), an, second);
        var done =
                browser.post(
                        path,
                        page,
                        "to",
                        PeopleHouse.id(binh).toString(),
                        "row",
                        rows.get(0),
                        "row",
                        rows.get(1));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Đã bàn giao 1 trên 2 việc", "Đã chuyển cho Bình");
        assertThat(house.one(first).claimedName()).isEqualTo("Bình");
        assertThat(house.one(second).claimedName()).isEqualTo("An");
        assertThat(house.history(first))
                .extracting(entry -> entry.kind())
                .contains("dossier.work-handed-over");
    }

    @Test
    void a_head_sees_what_each_has_in_hand_gives_work_and_it_is_taken_back() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var id = house.accepted(now());
        house.completes(now(), an, id, "to-visit");
        var head = house.officer("Sinh", PositionKind.APPROVER, PositionKind.CASE_OFFICER);
        house.claims(now(), head, house.accepted(now()));
        assertThat(house.one(house.accepted(now())).claimedName()).isEqualTo("An");
        var browser = new Browser(DeskHouse.open().context, house.login(head));
        var dossier = browser.get("/desk/dossiers/" + id).body();
        assertThat(dossier).contains("Việc đang ở ai", "Giao việc", "Chưa ai nhận");
        var path = "/desk/dossiers/" + id + "/tasks/" + house.one(id).id();
        var page = browser.get(path).body();
        assertThat(page).contains("An", "1 việc đang giữ");
        var version = hidden(page, "version").getFirst();
        var odd = browser.post(path, page, "version", version, "to", "nobody");
        assertThat(odd.statusCode()).isEqualTo(404);
        var given =
                browser.post(
                        path,
                        page,
                        "version",
                        hidden(page, "version").getFirst(),
                        "to",
                        PeopleHouse.id(an).toString());
        assertThat(given.statusCode()).isBetween(302, 303);
        assertThat(house.one(id).claimedName()).isEqualTo("An");
        assertThat(undoes(head, id).claimedBy()).isNull();
        assertThat(
                        new Browser(DeskHouse.open().context, house.login(an))
                                .get("/desk/dossiers/" + id)
                                .body())
                .doesNotContain("Hoàn tác:");
    }

    private Task undoes(Caller by, UUID id) {
        var browser = new Browser(DeskHouse.open().context, house.login(by));
        var page = browser.get("/desk/dossiers/" + id).body();
        assertThat(page).contains("Hoàn tác:");
        var path = "/desk/dossiers/" + id + "/undo";
        var sent = browser.post(path, page, "version", hidden(page, "version").getFirst());
        assertThat(sent.statusCode()).isBetween(302, 303);
        var again = browser.post(path, page, "version", hidden(page, "version").getFirst());
        assertThat(again.statusCode()).isEqualTo(409);
        return house.one(id);
    }

    @Test
    void the_council_is_seen_voting_and_who_stands_in_is_named() {
        var an = house.officer("An", PositionKind.CASE_OFFICER);
        var id = house.accepted(now());
        house.completes(now(), an, id, "to-council");
        var binh = house.officer("Bình", PositionKind.CASE_OFFICER);
        house.completes(now(), binh, id, "for", "Hồ sơ rõ ràng.");
        var page =
                new Browser(DeskHouse.open().context, house.login(an))
                        .get("/desk/dossiers/" + id)
                        .body();
        assertThat(page).contains("id=\"hands\"");
        assertThat(page.replaceFirst("(?s).*id=.hands.", "").replaceFirst("(?s)</section>.*", ""))
                .contains("Đã cho ý kiến", "Bình", "Tán thành", "Hồ sơ rõ ràng.", "Ghế 2", "Ghế 3");
    }
}
