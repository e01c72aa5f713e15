package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.internal.desk.HandOuts.dossier;
import static vn.motcua.dossier.internal.desk.HandOuts.fields;
import static vn.motcua.dossier.internal.desk.HandOuts.handOver;
import static vn.motcua.dossier.internal.desk.HandOuts.ready;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.counter.PickupCodes;
import vn.motcua.identity.Caller;
import vn.motcua.organization.PositionKind;

/// Codes against which results are handed over.
class PickupCodesModuleTest {
    private final DeskHouse house = DeskHouse.open();

    @Test
    void a_code_opens_once_and_cannot_be_guessed() {
        var id = ready(house, "Phan Bội Châu");
        var desk = Surfer.signedIn(house, "tiepnhan");
        var asked = handOver(desk, id);
        var path = "/desk/dossiers/" + id + "/hand-over";
        desk.page(asked);
        var none = desk.post(path, fields(house, id, asked, "proof", "CODE", "code", "AAAA-BBBB"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Chưa cấp mã nào");
        var citizen = Surfer.signedIn(house, "079196000318");
        var own = "/dossiers/" + dossier(house, id).code();
        assertThat(citizen.page(own)).contains("Lấy mã nhận kết quả");
        var told = citizen.post(own + "/pickup-code").body();
        var code = Surfer.group("mc-code\">([0-9A-Z]{4}-[0-9A-Z]{4})<", told);
        desk.page(asked);
        for (int i = 4; i > 0; i--)
            assertThat(
                            desk.post(
                                            path,
                                            fields(
                                                    house,
                                                    id,
                                                    asked,
                                                    "proof",
                                                    "CODE",
                                                    "code",
                                                    "AAAA-AAA" + i))
                                    .body())
                    .contains("Còn " + i + " lần thử");
        assertThat(
                        desk.sent(
                                path,
                                fields(
                                        house,
                                        id,
                                        asked,
                                        "proof",
                                        "CODE",
                                        "code",
                                        code.toLowerCase())))
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
            desk.post(there, fields(house, second, again, "proof", "CODE", "code", "ZZZZ-ZZZZ"));
        assertThat(
                        desk.post(
                                        there,
                                        fields(house, second, again, "proof", "CODE", "code", code))
                                .body())
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
        var own = desk.post(path, fields(house, id, asked, "proof", "CODE", "code", fresh.code()));
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("Bạn đã in mã này");
        assertThat(dossier(house, id).state()).isEqualTo(DossierState.COMPLETED);
        house.appointed("tra-kq", "Đặng Nguyên Cẩn", DeskHouse.HERE, PositionKind.RECEPTIONIST);
        var other = Surfer.signedIn(house, "tra-kq");
        other.page(asked);
        assertThat(
                        other.sent(
                                path,
                                fields(house, id, asked, "proof", "CODE", "code", fresh.code())))
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
                                fields(house, id, asked, "proof", "CODE", "code", held.code())))
                .endsWith("?done=step");
        assertThat(kept(id)).isEqualTo("ACCOUNT");
    }

    @Test
    void a_code_is_tried_with_one_connection_and_a_wrong_try_counts() throws SQLException {
        var id = ready(house, "Lương Văn Can");
        house.as(
                Caller.citizen(house.citizen, "Nguyễn Thị Minh An"),
                () -> house.bean(PickupCodes.class).issue(id));
        var desk = Surfer.signedIn(house, "tiepnhan");
        var asked = handOver(desk, id);
        desk.page(asked);
        var wrong = fields(house, id, asked, "proof", "CODE", "code", "AAAA-AAAA");
        try (var _ = LastConnection.of(house)) {
            for (int left = 4; left > 2; left--)
                assertThat(desk.post("/desk/dossiers/" + id + "/hand-over", wrong).body())
                        .contains("Còn " + left + " lần thử");
        }
        assertThat(dossier(house, id).state()).isEqualTo(DossierState.COMPLETED);
    }
}
