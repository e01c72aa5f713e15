package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.together.Browser;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;
import vn.motcua.journal.JournalFeed;
import vn.motcua.organization.PositionKind;

/// A purpose before reading what is not one's own work, and the person's page of who looked.
class PurposeModuleTest {
    private final DeskHouse house = DeskHouse.open();
    private final JdbcClient jdbc = house.bean(JdbcClient.class);

    private static Browser browser(String login) {
        return new Browser(DeskHouse.open().context, login);
    }

    @Test
    void whoever_holds_no_work_on_a_dossier_says_why_before_reading() {
        var id = house.file(DeskHouse.HERE, "Nguyễn Hữu Huân");
        var path = "/desk/dossiers/" + id;
        assertThat(browser("tiepnhan").get(path).statusCode()).isEqualTo(200);

        var officer = browser("thuly");
        var asked = officer.get(path + "?file=" + id);
        var ask = location(asked);
        assertThat(ask).startsWith(path + "/purpose?to=");
        var page = officer.get(ask).body();
        assertThat(page)
                .contains("Bạn xem hồ sơ này để làm gì?")
                .doesNotContain("Nguyễn Hữu Huân", "0908", "desk-page.");
        var missing = officer.post(path + "/purpose", page, "purpose", "X", "words", " ");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Chọn một mục đích.", "Viết rõ việc đang làm.");
        for (var below : List.of("/control", "/review", "/talk", "/notes", "/acts/stop"))
            assertThat(location(officer.get(path + below))).contains("/purpose?to=");
        var named =
                officer.post(
                        path + "/purpose",
                        page,
                        "purpose",
                        "COMPLAINT",
                        "words",
                        "Công văn 12",
                        "to",
                        "https://xa.example/");
        assertThat(location(named)).isEqualTo(path);
        assertThat(officer.get(path).body()).contains("Nguyễn Hữu Huân");
        assertThat(officer.get(path + "/review").statusCode()).isEqualTo(200);

        var other = house.file(DeskHouse.HERE, "Thủ Khoa Huân");
        assertThat(location(officer.get("/desk/dossiers/" + other)))
                .as("one purpose, one dossier")
                .contains("/purpose");
        JdbcClient.create(house.database.ownerDataSource())
                .sql("update dossier.purpose set valid_until = now() - interval '1 minute'")
                .update();
        assertThat(location(officer.get(path))).contains("/purpose");
        assertThat(journalled(id))
                .anyMatch(data -> data.contains("\"purpose\": \"COMPLAINT\""))
                .noneMatch(data -> data.contains("Công văn"));
    }

    @Test
    void a_dossier_written_another_way_in_the_address_is_asked_for_all_the_same() {
        var filed = house.file(DeskHouse.HERE, "Nguyễn Trung Trực");
        var shorter = filed.toString().replaceFirst("^0+", "");
        var escaped = "%30" + filed.toString().substring(1);
        var officer = browser("thuly");
        for (var written : List.of(shorter, escaped, "%20" + filed))
            for (var below : List.of("", "/review", "/history", "/talk"))
                assertThat(location(officer.get("/desk/dossiers/" + written + below)))
                        .as(written + below)
                        .startsWith("/desk/dossiers/" + filed + "/purpose?to=");
        for (var odd : List.of("x", "%20", "1-1-1-1-1-1", filed + "0000000000000000000"))
            assertThat(officer.get("/desk/dossiers/" + odd).statusCode())
                    .as(odd)
                    .isBetween(400, 404);
        assertThat(browser("tiepnhan").get("/desk/dossiers/" + escaped).statusCode())
                .isEqualTo(200);
    }

    @Test
    void own_work_and_what_was_just_done_are_read_without_asking() {
        var id = house.file(DeskHouse.HERE, "Trương Định");
        house.asking.run(house.receptionist, () -> house.bean(Desk.class).accept(id, 1));
        assertThat(browser("tiepnhan").get("/desk/dossiers/" + id).statusCode()).isEqualTo(200);
        assertThat(browser("thuly").get("/desk/dossiers/" + id).statusCode()).isEqualTo(200);
        assertThat(browser("duyet").get("/desk/dossiers/" + id).statusCode()).isEqualTo(302);
        house.appointed("tiepnhan9", "Lê Quang Vinh", DeskHouse.HERE, PositionKind.RECEPTIONIST);
        assertThat(browser("tiepnhan9").get("/desk/dossiers/" + id).statusCode())
                .as("a colleague who might have done it a moment ago")
                .isEqualTo(200);
        JdbcClient.create(house.database.ownerDataSource())
                .sql(
                        "update dossier.task set closed_at = now() - interval '2 days' where dossier_id = :id and closed_at is not null")
                .param("id", id)
                .update();
        for (var login : List.of("tiepnhan", "tiepnhan9"))
            assertThat(browser(login).get("/desk/dossiers/" + id).statusCode()).isEqualTo(302);
    }

    @Test
    void an_agency_above_names_its_purpose_and_a_stranger_sees_nothing() {
        var id = house.file(DeskHouse.HERE, "Võ Duy Dương");
        house.appointed("thanhpho", "Ngô Thanh Vân", "H29", PositionKind.CASE_OFFICER);
        assertThat(location(browser("thanhpho").get("/desk/dossiers/" + id))).contains("/purpose");
        var stranger = browser("noikhac");
        assertThat(stranger.get("/desk/dossiers/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/desk/dossiers/" + id + "/purpose").statusCode()).isEqualTo(404);
    }

    @Test
    void the_person_sees_who_looked_and_nobody_learns_of_another_persons_matter() {
        var id = house.file(DeskHouse.HERE, "Đặng Thị Nhu");
        var named =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(Accounts.class)
                                        .register(
                                                NewAccount.citizen(
                                                        new PersonalId("079196000417"),
                                                        "Đặng Thị Nhu",
                                                        DeskHouse.PASSWORD)));
        JdbcClient.create(house.database.ownerDataSource())
                .sql("update dossier.dossier set owner_personal_id = '079196000417' where id = :id")
                .param("id", id)
                .update();
        browser("tiepnhan").get("/desk/dossiers/" + id);
        var officer = browser("thuly");
        var path = "/desk/dossiers/" + id;
        officer.post(
                path + "/purpose",
                officer.get(path + "/purpose").body(),
                "purpose",
                "COMPLAINT",
                "words",
                "Công văn 12");
        officer.get(path);
        house.as(
                house.receptionist,
                () ->
                        house.bean(Accounts.class)
                                .atCounter(new PersonalId("079196000417"), "counter-filing"));
        house.bean(JournalFeed.class).drainAll("dossier.looks");

        var code =
                house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id).code())
                        .value();
        var filer = browser("079196000318").get("/account/looks").body();
        assertThat(filer)
                .contains("Hồ sơ " + code, "Giải quyết hồ sơ", "Giải quyết khiếu nại")
                .contains("Cán bộ, Ủy ban nhân dân phường Bến Thành")
                .doesNotContain("Công văn", "Trần Thị Ngọc Ánh", "desk-page.");
        var owner = browser("079196000417").get("/account/looks").body();
        assertThat(owner)
                .contains("do người khác nộp, có thông tin của bạn", "tra tại quầy")
                .doesNotContain(code, "Minh An");
        assertThat(browser("079196000417").get("/account").body()).contains("/account/looks");
        assertThat(looks(house.citizen, house.officer)).isZero();
        assertThat(looks(named, Caller.citizen(house.citizen, "Nguyễn Thị Minh An"))).isZero();
        assertThat(browser("tiepnhan").get("/account/looks").statusCode()).isEqualTo(404);
        house.bean(JournalFeed.class).rewind("dossier.looks");
        house.bean(JournalFeed.class).drainAll("dossier.looks");
    }

    @Test
    void looks_are_paged_by_key() {
        var id = house.file(DeskHouse.HERE, "Bà Huyện Thanh Quan");
        house.as(
                Caller.system(),
                () -> {
                    for (int i = 0; i < 65; i++)
                        jdbc.sql(
                                        """
                                        insert into dossier.look (account, seq, at, what, role, code)
                                        values (:account, :seq, timestamptz '2026-01-01' + make_interval(mins => :seq), 'DOSSIER', 'officer', :code)
                                        """)
                                .param("account", house.citizen)
                                .param("seq", -1 - i)
                                .param("code", "CU-" + i)
                                .update();
                    return id;
                });
        var browser = browser("079196000318");
        var seen = new java.util.HashSet<String>();
        var next = "/account/looks";
        int pages = 0;
        while (next != null && pages++ < 30) {
            var body = browser.get(next).body();
            var found = java.util.regex.Pattern.compile("Hồ sơ (CU-[0-9]+)").matcher(body);
            while (found.find()) assertThat(seen.add(found.group(1))).isTrue();
            var more =
                    java.util.regex.Pattern.compile("href=\"(/account/looks\\?before=[^\"]+)\"")
                            .matcher(body);
            next = more.find() ? more.group(1) : null;
        }
        assertThat(seen).hasSize(65);
    }

    private int looks(UUID account, Caller caller) {
        return house.as(
                caller,
                () ->
                        jdbc.sql("select count(*) from dossier.look where account = :account")
                                .param("account", account)
                                .query(Integer.class)
                                .single());
    }

    private List<String> journalled(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        jdbc.sql(
                                        "select data::text from journal.entry where subject_id = :id and kind in ('dossier.viewed', 'dossier.purpose-named')")
                                .param("id", id)
                                .query(String.class)
                                .list());
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        var location = response.headers().firstValue("location").orElseThrow();
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
