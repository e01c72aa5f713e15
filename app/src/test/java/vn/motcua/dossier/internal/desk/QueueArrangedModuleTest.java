package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.PositionKind;

/// The head of a one-stop desk arranges the counters.
class QueueArrangedModuleTest {
    private static final String PAGE = "/desk/queue/arrange";
    private static final String AGENCY = "H29.103";
    private static final String NEIGHBOUR = "H29.104";

    private final DeskHouse house = DeskHouse.open();

    private void open(String agency) {
        house.asking.run(
                Caller.system(),
                () ->
                        house.bean(Agencies.class)
                                .add(
                                        new Agency(
                                                agency,
                                                LocalText.of("Ủy ban nhân dân " + agency),
                                                AgencyKind.COMMUNE_COMMITTEE,
                                                "H29",
                                                "79",
                                                null,
                                                "1 Lê Lợi",
                                                "02838000000",
                                                LocalText.of("Trung tâm", "Centre"))));
    }

    private Surfer head(String login, String agency) {
        open(agency);
        house.appointed(login, "Người đứng đầu quầy", agency, PositionKind.LEADER);
        return Surfer.signedIn(house, login);
    }

    private static String seen(String page) {
        return Surfer.group("name=\"seen\" value=\"([0-9]+)\"", page);
    }

    private static int keepKind(Surfer head, String id, String... more) {
        var fields = new ArrayList<>(List.of("seen", seen(head.page(PAGE + "/kinds/" + id))));
        fields.addAll(List.of(more));
        return head.post(PAGE + "/kinds/" + id, fields.toArray(String[]::new)).statusCode();
    }

    private long journaled(String agency) {
        return JdbcClient.create(house.database.superuserDataSource())
                .sql(
                        "select count(*) from journal.entry where kind = 'queue.arranged' and agency = :agency")
                .param("agency", agency)
                .query(Long.class)
                .single();
    }

    @Test
    void kinds_and_desks_are_added_renamed_and_closed_for_one_agency_alone() {
        var head = head("truongquay", AGENCY);
        open(NEIGHBOUR);
        var kiosk = Surfer.stranger(house);
        assertThat(head.page(PAGE)).contains("Nộp hồ sơ", "Quầy 6", "bất cứ lúc nào");
        head.page(PAGE + "/kinds/new");
        var refused = head.post(PAGE + "/kinds/new", "seen", "0", "prefix", "A", "minutes", "0");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "<title>Lỗi: ",
                        "href=\"#nameVi\"",
                        "href=\"#prefix\"",
                        "href=\"#minutes\"");
        assertThat(
                        keepKind(
                                head,
                                "new",
                                "prefix",
                                "d",
                                "nameVi",
                                "Hồ sơ đất đai",
                                "nameEn",
                                "Land dossiers",
                                "minutes",
                                "15",
                                "open",
                                "true"))
                .isBetween(302, 303);
        assertThat(kiosk.page("/queue/" + AGENCY)).contains("Hồ sơ đất đai");
        assertThat(kiosk.page("/queue/" + NEIGHBOUR)).doesNotContain("Hồ sơ đất đai");
        var ticket = kiosk.sent("/queue/" + AGENCY, "service", "kind-d");
        assertThat(kiosk.page(ticket)).contains("D001", "Hồ sơ đất đai");

        // A desk of its own for it, which cannot leave it to nobody.
        head.page(PAGE + "/desks/new");
        head.sent(
                PAGE + "/desks/new",
                "seen",
                "0",
                "number",
                "9",
                "nameVi",
                "Đất đai",
                "nameEn",
                "Land",
                "kinds",
                "kind-d",
                "open",
                "true");
        house.appointed("quay9", "Cán bộ quầy chín", AGENCY, PositionKind.RECEPTIONIST);
        var officer = Surfer.signedIn(house, "quay9");
        assertThat(officer.page("/desk/queue?desk=9")).contains("9 – Đất đai");
        officer.sent("/desk/queue", "act", "next", "desk", "9");
        assertThat(kiosk.page("/queue/" + AGENCY + "/screen"))
                .contains("D001", "Quầy 9", "Đất đai");
        var version = seen(head.page(PAGE + "/desks/9"));
        var busy = head.post(PAGE + "/desks/9", "seen", version, "kinds", "kind-d");
        assertThat(busy.statusCode()).isEqualTo(422);
        assertThat(busy.body()).contains("đang gọi hoặc phục vụ");

        // Closing the kind leaves the ticket already taken its name, and takes no new ones.
        keepKind(
                head,
                "kind-d",
                "prefix",
                "D",
                "nameVi",
                "Đất đai, xây dựng",
                "nameEn",
                "Land",
                "minutes",
                "20");
        assertThat(kiosk.page("/queue/" + AGENCY)).doesNotContain("Đất đai, xây dựng");
        assertThat(kiosk.page(ticket)).contains("Đất đai, xây dựng");
        kiosk.page("/queue/" + AGENCY);
        assertThat(kiosk.post("/queue/" + AGENCY, "service", "kind-d").statusCode()).isEqualTo(404);
        assertThat(journaled(AGENCY)).isEqualTo(3);
        assertThat(journaled(NEIGHBOUR)).isZero();
    }

    @Test
    void a_kind_always_keeps_a_desk_and_the_last_kind_stays_open() {
        var head = head("truongquay5", "H29.105");
        for (int desk = 1; desk <= 5; desk++)
            head.sent(
                    PAGE + "/desks/" + desk,
                    "seen",
                    seen(head.page(PAGE + "/desks/" + desk)),
                    "kinds",
                    "receive",
                    "open",
                    "true");
        var version = seen(head.page(PAGE + "/desks/6"));
        var orphan =
                head.post(PAGE + "/desks/6", "seen", version, "kinds", "receive", "open", "true");
        assertThat(orphan.statusCode()).isEqualTo(422);
        assertThat(orphan.body()).contains("không còn quầy nào nhận");
        for (var kind : List.of("return", "advice"))
            assertThat(
                            keepKind(
                                    head, kind, "prefix", "X", "nameVi", "Tên", "nameEn", "Name",
                                    "minutes", "5"))
                    .isBetween(302, 303);
        assertThat(
                        keepKind(
                                head, "receive", "prefix", "A", "nameVi", "Tên", "nameEn", "Name",
                                "minutes", "5"))
                .isEqualTo(422);
        var stale =
                head.post(
                        PAGE + "/kinds/receive",
                        "seen",
                        "7",
                        "prefix",
                        "A",
                        "nameVi",
                        "Tên",
                        "nameEn",
                        "Name",
                        "minutes",
                        "5",
                        "open",
                        "true");
        assertThat(stale.statusCode()).as("somebody else was there meanwhile").isEqualTo(409);
    }

    @Test
    void tickets_are_given_out_in_the_hours_set_and_the_page_tells_them() {
        var agency = "H29.106";
        var head = head("truongquay6", agency);
        var kiosk = Surfer.stranger(house);
        head.page(PAGE + "/hours");
        var refused =
                head.post(
                        PAGE + "/hours",
                        "seen",
                        "0",
                        "always",
                        "false",
                        "days",
                        "8",
                        "morningFrom",
                        "11:00",
                        "morningTo",
                        "07:30");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#days\"", "href=\"#morning\"", "11:00");
        // One minute a week; whoever comes then is told the same after it.
        head.page(PAGE + "/hours");
        head.sent(
                PAGE + "/hours",
                "seen",
                "0",
                "always",
                "false",
                "days",
                "7",
                "morningFrom",
                "0:00",
                "morningTo",
                "00:01");
        var closed = kiosk.page("/queue/" + agency);
        assertThat(closed)
                .contains("Ngoài giờ lấy số", "Chủ Nhật", "00:00–00:01")
                .doesNotContain("value=\"receive\"");
        kiosk.page("/queue/H29.101");
        assertThat(kiosk.post("/queue/" + agency, "service", "receive").statusCode())
                .isEqualTo(409);
        var again = seen(head.page(PAGE + "/hours"));
        head.sent(PAGE + "/hours", "seen", again, "always", "true");
        assertThat(kiosk.page("/queue/" + agency)).contains("value=\"receive\"");
        assertThat(journaled(agency)).isEqualTo(2);
    }

    @Test
    void only_those_who_lead_the_agency_arrange_its_counters() {
        assertThat(Surfer.signedIn(house, "tiepnhan").get(PAGE).statusCode()).isEqualTo(403);
        assertThat(Surfer.stranger(house).get(PAGE).statusCode()).isNotEqualTo(200);
    }
}
