package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.counter.CounterCleaning;
import vn.motcua.dossier.internal.counter.HandOut;
import vn.motcua.dossier.internal.counter.PickupCodes;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Unfetched;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.PositionKind;

/// Results handed over against signature, code or a signed sheet; what was filled in for somebody
// is
/// confirmed by them first.
class CounterHandsModuleTest {
    private final DeskHouse house = DeskHouse.open();

    static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// A dossier whose result lies at the counter.
    static UUID ready(DeskHouse house, String owner) {
        var id = house.file(DeskHouse.HERE, owner);
        house.asking.run(
                house.receptionist, () -> house.bean(Desk.class).accept(id, house.version(id)));
        house.completes(house.officer, id, "eligible");
        house.completes(house.approver, id, "sign");
        return id;
    }

    private Dossier dossier(UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id));
    }

    private static String handOver(Surfer desk, UUID id) {
        var page = desk.page("/desk/dossiers/" + id);
        var act =
                Surfer.group(
                                "href=\"(/desk/dossiers/[^\"]*/acts/step[^\"]*outcome=handed-over)\"",
                                page)
                        .replace("&amp;", "&");
        return Surfer.location(desk.get(act));
    }

    private String[] fields(UUID id, String asked, String... more) {
        var all =
                new java.util.ArrayList<>(
                        List.of(
                                "version", Integer.toString(house.version(id)),
                                "token", asked.replaceFirst(".*token=", "").replaceFirst("&.*", ""),
                                "outcome", "handed-over",
                                "receiver", "OWNER",
                                "receiverName", "Lê Văn Duyệt",
                                "identity", "true"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String signature() {
        var picture = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(java.awt.Color.BLACK);
        pen.fillRect(100, 100, 300, 4);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @Test
    void a_result_is_handed_over_against_a_signature_that_is_kept() {
        var id = ready(house, "Lê Văn Duyệt");
        var desk = Surfer.signedIn(house, "tiepnhan");
        var asked = handOver(desk, id);
        assertThat(asked).startsWith("/desk/dossiers/" + id + "/hand-over?token=");
        assertThat(desk.page(asked)).contains("Giấy xác nhận cư trú", "In giấy nhận kết quả");
        var path = "/desk/dossiers/" + id + "/hand-over";
        var unchecked = desk.post(path, fields(id, asked, "identity", "", "proof", ""));
        assertThat(unchecked.statusCode()).isEqualTo(422);
        assertThat(unchecked.body()).contains("Chọn một chứng cứ", "Lê Văn Duyệt");
        var empty = desk.post(path, fields(id, asked, "proof", "SIGNATURE", "signature", "x"));
        assertThat(empty.body()).contains("ký trong khung");
        assertThat(dossier(id).state()).isEqualTo(DossierState.COMPLETED);
        for (var odd : List.of("x", "x".repeat(36)))
            assertThat(desk.post(path, fields(id, asked, "unscan", odd)).statusCode())
                    .isEqualTo(404);
        desk.page(asked);
        assertThat(
                        desk.sent(
                                path,
                                fields(id, asked, "proof", "SIGNATURE", "signature", signature())))
                .endsWith("?done=step");
        assertThat(dossier(id).state()).isEqualTo(DossierState.RETURNED);
        var page = desk.page("/desk/dossiers/" + id);
        assertThat(page).contains("Chữ ký trên màn hình", "chủ hồ sơ", "Xem chữ ký");
        assertThat(desk.bytes(path + "/proof")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Surfer.signedIn(house, "noikhac").get(path + "/proof").statusCode())
                .isEqualTo(404);
        var handed = house.as(house.receptionist, () -> house.bean(HandOut.class).of(id));
        assertThat(handed).hasSize(1);
        var other = Caller.citizen(UUID.randomUUID(), "Người khác");
        assertThat(house.as(other, () -> house.bean(HandOut.class).of(id))).isEmpty();
    }

    @Test
    void a_code_opens_once_and_cannot_be_guessed() {
        var id = ready(house, "Phan Bội Châu");
        var desk = Surfer.signedIn(house, "tiepnhan");
        var asked = handOver(desk, id);
        var path = "/desk/dossiers/" + id + "/hand-over";
        desk.page(asked);
        var none = desk.post(path, fields(id, asked, "proof", "CODE", "code", "AAAA-BBBB"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Chưa cấp mã nào");
        var citizen = Surfer.signedIn(house, "079196000318");
        var own = "/dossiers/" + dossier(id).code();
        assertThat(citizen.page(own)).contains("Lấy mã nhận kết quả");
        var told = citizen.post(own + "/pickup-code").body();
        var code = Surfer.group("mc-code\">([0-9A-Z]{4}-[0-9A-Z]{4})<", told);
        desk.page(asked);
        for (int i = 4; i > 0; i--)
            assertThat(
                            desk.post(
                                            path,
                                            fields(
                                                    id,
                                                    asked,
                                                    "proof",
                                                    "CODE",
                                                    "code",
                                                    "AAAA-AAA" + i))
                                    .body())
                    .contains("Còn " + i + " lần thử");
        assertThat(desk.sent(path, fields(id, asked, "proof", "CODE", "code", code.toLowerCase())))
                .endsWith("?done=step");
        assertThat(desk.page("/desk/dossiers/" + id))
                .contains("Đúng mã người dân lấy bằng tài khoản");

        var second = ready(house, "Phan Châu Trinh");
        house.appointed("in-ma", "Lê Đại", DeskHouse.HERE, PositionKind.RECEPTIONIST);
        assertThat(printed(Surfer.signedIn(house, "in-ma"), second)).startsWith("%PDF");
        var again = handOver(desk, second);
        var there = "/desk/dossiers/" + second + "/hand-over";
        desk.page(again);
        for (int i = 0; i < 5; i++)
            desk.post(there, fields(second, again, "proof", "CODE", "code", "ZZZZ-ZZZZ"));
        assertThat(desk.post(there, fields(second, again, "proof", "CODE", "code", code)).body())
                .contains("hết số lần thử");
    }

    private static String printed(Surfer desk, UUID id) {
        desk.page("/desk/dossiers/" + id);
        return desk.post("/desk/dossiers/" + id + "/pickup-code").body();
    }

    private String kept(UUID id) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(JdbcClient.class)
                                .sql(
                                        "select code_way from dossier.hand_over where dossier_id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single());
    }

    @Test
    void whoever_printed_a_code_hands_nothing_over_with_it() {
        var id = ready(house, "Ngô Đức Kế");
        var fresh = house.as(house.receptionist, () -> house.bean(PickupCodes.class).issue(id));
        var desk = Surfer.signedIn(house, "tiepnhan");
        var asked = handOver(desk, id);
        var path = "/desk/dossiers/" + id + "/hand-over";
        assertThat(desk.page(asked)).contains("Người in mã tại quầy không tự nhận mã đó");
        var own = desk.post(path, fields(id, asked, "proof", "CODE", "code", fresh.code()));
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("Bạn đã in mã này");
        assertThat(dossier(id).state()).isEqualTo(DossierState.COMPLETED);
        house.appointed("tra-kq", "Đặng Nguyên Cẩn", DeskHouse.HERE, PositionKind.RECEPTIONIST);
        var other = Surfer.signedIn(house, "tra-kq");
        other.page(asked);
        assertThat(other.sent(path, fields(id, asked, "proof", "CODE", "code", fresh.code())))
                .endsWith("?done=step");
        assertThat(other.page("/desk/dossiers/" + id)).contains("Đúng mã cán bộ khác đã in");
        assertThat(kept(id)).isEqualTo("PAPER");
    }

    @Test
    void no_printed_code_replaces_the_one_the_person_holds() {
        var id = ready(house, "Huỳnh Bá Chánh");
        var person = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");
        var held = house.as(person, () -> house.bean(PickupCodes.class).issue(id));
        var desk = Surfer.signedIn(house, "tiepnhan");
        desk.page("/desk/dossiers/" + id);
        var refused = desk.post("/desk/dossiers/" + id + "/pickup-code");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Người dân đã có mã");
        var asked = handOver(desk, id);
        desk.page(asked);
        assertThat(
                        desk.sent(
                                "/desk/dossiers/" + id + "/hand-over",
                                fields(id, asked, "proof", "CODE", "code", held.code())))
                .endsWith("?done=step");
        assertThat(kept(id)).isEqualTo("ACCOUNT");
    }

    @Test
    void without_scripts_a_signed_sheet_proves_it_and_a_mandate_is_named() {
        var id = ready(house, "Nguyễn Thái Học");
        var desk = Surfer.signedIn(house, "tiepnhan");
        var asked = handOver(desk, id);
        desk.page(asked);
        var path = "/desk/dossiers/" + id + "/hand-over";
        assertThat(words(desk.bytes(path + "/sheet")))
                .contains("Nguyễn Thái Học", "Giấy nhận kết quả".toUpperCase());
        var tray =
                desk.sent(
                        path,
                        fields(
                                id,
                                asked,
                                "receiver",
                                "MANDATED",
                                "mandate",
                                "GUQ 12/2026",
                                "scan",
                                "true"));
        desk.page(tray);
        desk.upload(
                tray, new Surfer.Upload("files", "ky.jpg", CounterScansModuleTest.photo(300, 400)));
        desk.page(tray);
        assertThat(desk.sent(tray + "/finish")).isEqualTo(path);
        assertThat(desk.page(path)).contains("GUQ 12/2026", "Giấy nhận kết quả đã ký");
        var fields =
                List.of(
                        "version",
                        Integer.toString(house.version(id)),
                        "token",
                        asked.replaceFirst(".*token=", "").replaceFirst("&.*", ""),
                        "outcome",
                        "handed-over",
                        "receiver",
                        "MANDATED",
                        "receiverName",
                        "Cô Giang",
                        "mandate",
                        "",
                        "identity",
                        "true",
                        "proof",
                        "SHEET");
        assertThat(desk.post(path, fields.toArray(String[]::new)).body())
                .contains("Ghi giấy ủy quyền");
        var whole = new java.util.ArrayList<>(fields);
        whole.set(whole.indexOf("mandate") + 1, "GUQ 12/2026");
        assertThat(desk.sent(path, whole.toArray(String[]::new))).endsWith("?done=step");
        assertThat(desk.page("/desk/dossiers/" + id))
                .contains("nhận thay: GUQ 12/2026", "Giấy nhận kết quả đã ký");
    }

    @Test
    void whoever_does_not_come_is_reminded_three_times_and_no_more() {
        var id = ready(house, "Trần Quý Cáp");
        var reminders = house.bean(Unfetched.class);
        var now = house.bean(java.time.Clock.class).instant();
        for (int days : new int[] {0, 1, 7, 30, 60})
            PlatformClock.at(now.plus(java.time.Duration.ofDays(days)), reminders::remind);
        var told =
                house.as(
                        Caller.system(),
                        () ->
                                house.bean(Journal.class).history("dossier", id).stream()
                                        .filter(
                                                line ->
                                                        line.entry()
                                                                .kind()
                                                                .equals("dossier.result-reminder"))
                                        .toList());
        assertThat(told).hasSize(3);
        assertThat(house.as(Caller.system(), () -> reminders.reminded(id))).hasSize(3);
        var citizen = Surfer.signedIn(house, "079196000318");
        assertThat(citizen.page("/dossiers/" + dossier(id).code()))
                .contains("Đã nhắc nhận kết quả");
        assertThat(dossier(id).state()).isEqualTo(DossierState.COMPLETED);
    }

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
        assertThat(person.page("/dossiers/" + dossier(id).code()))
                .contains("Trần Thị Ngọc Ánh khai hộ");
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
    void nobody_confirms_for_another_and_codes_of_the_sheet_run_out() {
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
        for (int i = 0; i < 5; i++)
            assertThat(desk.post(begun + "/confirm", "code", "ZZZ-ZZZ").statusCode())
                    .isEqualTo(422);
        assertThat(desk.post(begun + "/confirm", "code", "ZZZ-ZZZ").body())
                .contains("hết số lần thử");
        house.confirms(begun);
        assertThat(how(draft)).isEqualTo("SHEET");
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
}
