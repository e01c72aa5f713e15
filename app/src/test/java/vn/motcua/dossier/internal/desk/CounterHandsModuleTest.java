package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.internal.desk.HandOuts.dossier;
import static vn.motcua.dossier.internal.desk.HandOuts.fields;
import static vn.motcua.dossier.internal.desk.HandOuts.handOver;
import static vn.motcua.dossier.internal.desk.HandOuts.ready;
import static vn.motcua.dossier.internal.desk.HandOuts.words;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.counter.HandOut;
import vn.motcua.dossier.internal.processing.Unfetched;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.PlatformClock;

/// Results handed over against a signature or a signed sheet, and those nobody fetches.
class CounterHandsModuleTest {
    private final DeskHouse house = DeskHouse.open();

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
        var unchecked = desk.post(path, fields(house, id, asked, "identity", "", "proof", ""));
        assertThat(unchecked.statusCode()).isEqualTo(422);
        assertThat(unchecked.body()).contains("Chọn một chứng cứ", "Lê Văn Duyệt");
        var empty =
                desk.post(path, fields(house, id, asked, "proof", "SIGNATURE", "signature", "x"));
        assertThat(empty.body()).contains("ký trong khung");
        assertThat(dossier(house, id).state()).isEqualTo(DossierState.COMPLETED);
        for (var odd : List.of("x", "x".repeat(36)))
            assertThat(desk.post(path, fields(house, id, asked, "unscan", odd)).statusCode())
                    .isEqualTo(404);
        desk.page(asked);
        assertThat(
                        desk.sent(
                                path,
                                fields(
                                        house,
                                        id,
                                        asked,
                                        "proof",
                                        "SIGNATURE",
                                        "signature",
                                        signature())))
                .endsWith("?done=step");
        assertThat(dossier(house, id).state()).isEqualTo(DossierState.RETURNED);
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
                                house,
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
        assertThat(citizen.page("/dossiers/" + dossier(house, id).code()))
                .contains("Đã nhắc nhận kết quả");
        assertThat(dossier(house, id).state()).isEqualTo(DossierState.COMPLETED);
    }
}
