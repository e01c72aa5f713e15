package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.internal.desk.HandOuts.dossier;
import static vn.motcua.dossier.internal.desk.HandOuts.words;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.internal.counter.CounterCleaning;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.PositionKind;

/// What was filled in for somebody is confirmed by them before it is filed.
class HelpedModuleTest {
    private final DeskHouse house = DeskHouse.open();

    @Test
    void the_officer_fills_in_and_the_person_confirms_on_their_own_device() {
        var desk = Surfer.signedIn(house, "tiepnhan");
        desk.page("/desk/counter");
        var begun =
                desk.sent(
                        "/desk/counter",
                        "personalId",
                        "079196000318",
                        "procedure",
                        DeskHouse.RELEASE.procedureCode());
        desk.page(begun + "/q/who");
        desk.sent(begun + "/q/who", "name", "Hoàng Hoa Thám", "phone", "0908123318");
        desk.page(begun + "/check");
        assertThat(desk.sent(begun + "/submit")).isEqualTo(begun + "/confirm");
        String[] papers = {
            "filerName", "Nguyễn Thị Minh An", "form.proof", "ORIGINAL", "quantity.proof", "1"
        };
        desk.page(begun + "/confirm");
        var early = desk.post(begun + "/papers", papers);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Người dân chưa xác nhận");
        desk.page(begun + "/confirm");
        assertThat(desk.post(begun + "/confirm/sheet").body()).startsWith("%PDF");
        assertThat(desk.page(begun + "/confirm")).contains("Đã lập lúc");

        var draft = begun.substring(begun.lastIndexOf('/') + 1);
        var person = Surfer.signedIn(house, "079196000318");
        assertThat(person.page("/dossiers")).contains("/helped");
        assertThat(person.page("/helped")).contains("/helped/" + draft, "Trần Thị Ngọc Ánh");
        var sheet = person.page("/helped/" + draft);
        assertThat(sheet).contains("Hoàng Hoa Thám");
        var version = Surfer.group("name=\"version\" value=\"([0-9]+)\"", sheet);
        desk.page(begun + "/q/who");
        desk.sent(begun + "/q/who", "name", "Hoàng Hoa Thám (Đề Thám)", "phone", "0908123318");
        person.sent("/helped/" + draft, "version", version);
        desk.page(begun + "/papers");
        assertThat(desk.post(begun + "/papers", papers).statusCode())
                .as("what was changed after reading back is not confirmed")
                .isEqualTo(422);
        desk.page(begun + "/confirm");
        desk.post(begun + "/confirm/sheet");
        var anew = person.page("/helped/" + draft);
        assertThat(anew).contains("Đề Thám");
        person.sent(
                "/helped/" + draft,
                "version",
                Surfer.group("name=\"version\" value=\"([0-9]+)\"", anew));
        assertThat(person.page("/helped/" + draft)).contains("Bạn đã xác nhận");
        assertThat(desk.get(begun + "/confirm").statusCode()).isEqualTo(302);
        desk.page(begun + "/papers");
        var filed = desk.sent(begun + "/papers", papers);
        var page = filed.replace("/counter/filed/", "/dossiers/");
        assertThat(desk.page(page))
                .contains("Trần Thị Ngọc Ánh khai hộ; người dân xác nhận bằng tài khoản");
        assertThat(desk.page(filed)).contains("Nhãn QR");
        assertThat(words(desk.bytes(page + "/labels"))).contains("H29.101-", "Giấy tờ 1/1");
        assertThat(words(desk.bytes(page + "/labels?size=single"))).contains("Giấy tờ 1/1");
        var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        assertThat(person.page("/dossiers/" + dossier(house, id).code()))
                .contains("Trần Thị Ngọc Ánh khai hộ");
    }

    private static int bySheet(Surfer desk) {
        return Integer.parseInt(
                Surfer.group(
                        "Bằng mã in trên bản đọc lại[^<]*</dt><dd[^>]*>([0-9]+)<",
                        desk.page("/desk/read-backs")));
    }

    private String how(UUID draft) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        "select confirmed_how from dossier.helped_filing where draft_id = :id")
                                .param("id", draft)
                                .query(String.class)
                                .single());
    }

    @Test
    void nobody_confirms_for_another_and_codes_of_the_sheet_run_out() throws SQLException {
        var desk = Surfer.signedIn(house, "tiepnhan");
        desk.page("/desk/counter");
        var begun = desk.sent("/desk/counter", "procedure", DeskHouse.RELEASE.procedureCode());
        desk.page(begun + "/q/who");
        desk.sent(begun + "/q/who", "name", "Võ Thị Sáu", "phone", "0908123318");
        desk.page(begun + "/confirm");
        desk.post(begun + "/confirm/sheet");
        var draft = UUID.fromString(begun.substring(begun.lastIndexOf('/') + 1));
        var person = Surfer.signedIn(house, "079196000318");
        assertThat(person.get("/helped/" + draft).statusCode()).isEqualTo(404);
        try (var _ = LastConnection.of(house)) {
            for (int i = 0; i < 5; i++)
                assertThat(desk.post(begun + "/confirm", "code", "ZZZ-ZZZ").statusCode())
                        .isEqualTo(422);
        }
        assertThat(desk.post(begun + "/confirm", "code", "ZZZ-ZZZ").body())
                .contains("hết số lần thử");
        assertThat(desk.page("/desk/read-backs"))
                .contains(begun + "/confirm", "Người dân không có tài khoản");
        int before = bySheet(desk);
        house.confirms(begun);
        assertThat(how(draft)).isEqualTo("SHEET");
        assertThat(desk.page("/desk/read-backs")).doesNotContain(begun + "/confirm");
        assertThat(bySheet(desk)).isEqualTo(before + 1);
        assertThat(Surfer.signedIn(house, "noikhac").page("/desk/read-backs"))
                .as("everybody sees their own")
                .contains("Không còn tờ khai nào chờ");
        var seen =
                house.as(
                        house.stranger,
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql("select count(*) from dossier.helped_filing")
                                        .query(Long.class)
                                        .single());
        assertThat(seen).isZero();
        var now = house.bean(java.time.Clock.class).instant();
        var cleaning = house.bean(CounterCleaning.class);
        PlatformClock.at(now.plus(java.time.Duration.ofDays(29)), cleaning::clean);
        assertThat(how(draft)).isEqualTo("SHEET");
        PlatformClock.at(now.plus(java.time.Duration.ofDays(31)), cleaning::clean);
        var left =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(JdbcClient.class)
                                        .sql(
                                                "select count(*) from dossier.helped_filing where dossier_id is null")
                                        .query(Long.class)
                                        .single());
        assertThat(left).as("read back and never filed").isZero();
    }

    @Test
    void whoever_still_has_to_confirm_is_counted_in_full_and_shown_page_by_page() {
        var helper =
                house.appointed(
                        "khaiho", "Lê Thị Riêng", DeskHouse.HERE, PositionKind.RECEPTIONIST);
        JdbcClient.create(house.database.ownerDataSource())
                .sql(
                        """
                        insert into dossier.helped_filing (draft_id, agency, helper, helper_name, procedure_code,
                               release_version, draft_version, sheet, prepared_at)
                        select gen_random_uuid(), :agency, :helper, 'Lê Thị Riêng', :code, 1, 1, '[]', now()
                          from generate_series(1, 53)
                        """)
                .param("agency", DeskHouse.HERE)
                .param("helper", helper.account())
                .param("code", DeskHouse.RELEASE.procedureCode())
                .update();
        var desk = Surfer.signedIn(house, "khaiho");
        var first = desk.page("/desk/read-backs");
        assertThat(first).contains("Còn chờ xác nhận: 53");
        var second = desk.page(Surfer.group("href=\"(/desk/read-backs\\?before=[^\"]+)\"", first));
        var drafts = new HashSet<>(drafts(first));
        assertThat(drafts).hasSize(50);
        assertThat(drafts(second)).hasSize(3).doesNotContainAnyElementsOf(drafts);
        assertThat(second).doesNotContain("before=");
    }

    private static List<String> drafts(String page) {
        return Pattern.compile("/desk/counter/([0-9a-f-]{36})/confirm")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
