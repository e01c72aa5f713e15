package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.duty.Duties;
import vn.motcua.dossier.internal.duty.Duty;
import vn.motcua.dossier.internal.processing.Slips;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;

/// What has to be paid before a dossier goes on.
class DutyModuleTest {
    private static final String FEES =
            """
            , fees: [{id: plate, kind: STATE_CHARGE, amount: 50000, name: {vi: Lệ phí, en: Charge}}, {id: dues, kind: STATE_CHARGE, amount: null, unknown: true, name: {vi: Tiền đất, en: Land dues}}]""";

    private final TogetherHouse house = TogetherHouse.open();
    private final Duties duties = house.bean(Duties.class);

    private UUID billed(String code, String more, String bill, String timer) {
        var release = house.publish(code, "commune", PROCESS.formatted(bill, timer), FEES + more);
        var id = house.accepted("2026-11-02T08:00", release);
        house.done("2026-11-02T09:00", house.officer, id, "examine", "ok");
        return id;
    }

    private static Duty.Receipt receipt(String number, long amount) {
        return new Duty.Receipt(
                number,
                LocalDate.of(2026, 11, 4),
                amount,
                "Hồ Văn Lực",
                Duty.Place.TREASURY,
                null,
                TogetherHouse.time("2026-11-04T10:00"));
    }

    private void confirm(String hanoi, Caller by, UUID id, int version, Duty.Receipt receipt) {
        house.run(hanoi, by, () -> duties.confirm(id, version, receipt));
    }

    @Test
    void the_clock_stands_until_the_receipt_of_the_very_amount_is_confirmed_once() {
        var id = billed("9.300001", "", "plate", "");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PAYMENT_REQUESTED);
        assertThat(house.dossier(id).ledger().paused()).isTrue();
        int version = house.version(id);
        assertThatThrownBy(
                        () ->
                                confirm(
                                        "2026-11-04T10:00",
                                        house.receptionist,
                                        id,
                                        version,
                                        receipt("B1", 40_000)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problem())
                                        .isEqualTo(DossierProblem.OTHER_AMOUNT));
        for (var other : java.util.List.of(house.officer, house.policeDesk, house.citizen))
            assertThatThrownBy(
                            () ->
                                    confirm(
                                            "2026-11-04T10:00",
                                            other,
                                            id,
                                            version,
                                            receipt("B1", 50_000)))
                    .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> house.done("2026-11-04T10:00", house.officer, id, "bill", "paid"))
                .isInstanceOf(ProblemException.class);
        confirm("2026-11-04T10:00", house.receptionist, id, version, receipt("B1", 50_000));
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PROCESSING);
        assertThat(house.dossier(id).ledger().paused()).isFalse();
        assertThat(house.openSteps(id)).containsExactly("sign");
        confirm("2026-11-04T10:05", house.receptionist, id, version, receipt("B1", 50_000));
        assertThatThrownBy(
                        () ->
                                confirm(
                                        "2026-11-04T10:06",
                                        house.receptionist,
                                        id,
                                        house.version(id),
                                        receipt("B2", 50_000)))
                .isInstanceOf(ProblemException.class);
        assertThat(house.history(id))
                .containsOnlyOnce("payment-confirmed")
                .containsOnlyOnce("payment-requested");
        var told =
                house.as(
                        house.citizen,
                        () -> house.bean(ProgressReader.class).whole(house.dossier(id)));
        assertThat(told.duties())
                .singleElement()
                .satisfies(line -> assertThat(line.paid()).contains("B1"));
    }

    @Test
    void the_clock_begins_with_the_payment_where_the_release_says_so() {
        var id = billed("9.300002", ", clockStarts: PAYMENT", "plate", "");
        assertThat(house.dossier(id).ledger().started()).isFalse();
        confirm(
                "2026-11-04T10:00",
                house.receptionist,
                id,
                house.version(id),
                receipt("C1", 50_000));
        assertThat(house.dossier(id).ledger().started()).isTrue();
        assertThat(house.dossier(id).moments().due())
                .isEqualTo(TogetherHouse.time("2026-12-03T17:00"));
    }

    @Test
    void an_amount_the_release_leaves_open_is_said_by_an_officer_with_its_ground() {
        var id = billed("9.300003", "", "dues", "");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PROCESSING);
        var desk = new Browser(house, "tiepnhan");
        var form = desk.page("/desk/dossiers/" + id + "/duty");
        assertThat(form).contains("Căn cứ");
        var path = "/desk/dossiers/" + id + "/duty/amount";
        assertThat(desk.post(path, form, "amount", "", "ground", "").statusCode()).isEqualTo(422);
        var fields = new String[] {"amount", "1.250.000", "ground", "Thông báo thuế số 12"};
        var read = desk.post(path, form, fields).body();
        assertThat(read)
                .contains("Thông báo nộp tiền", "1.250.000")
                .contains("Một triệu hai trăm năm mươi nghìn đồng");
        assertThat(house.dossier(id).state())
                .as("read before it is sent")
                .isEqualTo(DossierState.PROCESSING);
        assertThat(desk.post(path, read, "amount", "1.250.001", "ground", "Khác").body())
                .as("another amount is read again")
                .contains("Gửi thông báo này");
        assertThat(desk.post(path, read, fields).statusCode()).isBetween(302, 303);
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PAYMENT_REQUESTED);
        assertThat(desk.page("/desk/dossiers/" + id + "/duty"))
                .contains("Thông báo thuế số 12", "1.250.000");
    }

    @Test
    void the_letter_about_the_money_is_frozen_as_issued_and_read_by_the_person() {
        account("3712.0.1057321", "Kho bạc Nhà nước Khu vực II");
        var id = billed("9.300006", "", "plate", "");
        var slip = notice(id);
        var read =
                paper(
                        house.as(
                                house.citizen,
                                () -> house.bean(Slips.class).print(house.dossier(id), slip)));
        var code = house.dossier(id).code().value();
        assertThat(read)
                .contains("THÔNG BÁO", "Tổng số tiền: 50.000", "Năm mươi nghìn đồng")
                .contains("Số tài khoản: 3712.0.1057321", "Kho bạc Nhà nước Khu vực II")
                .contains("Nội dung chuyển khoản: " + code.replace('.', '-') + "-L1")
                .contains("ngày 02 tháng 12 năm 2026");
        assertThat(read).contains("Hồ Văn Lực", "Nguyễn Thị Minh An");
        assertThat(
                        paper(
                                house.as(
                                        Caller.system(),
                                        () ->
                                                house.bean(Slips.class)
                                                        .printPayment(house.dossier(id), slip))))
                .as("the tracking page tells no names")
                .contains("Tổng số tiền: 50.000")
                .doesNotContain("Hồ Văn Lực", "Nguyễn Thị Minh An");
        account("9999.9.9999999", "Ngân hàng khác");
        assertThat(
                        paper(
                                house.as(
                                        house.citizen,
                                        () ->
                                                house.bean(Slips.class)
                                                        .print(house.dossier(id), slip))))
                .isEqualTo(read);
        var key =
                house.as(
                        Caller.system(),
                        () -> house.bean(DossierStore.class).trackingKey(house.dossier(id).code()));
        var stranger = new Browser(house);
        var tracked = stranger.page("/tracking?code=" + code + "&key=" + key);
        assertThat(tracked).contains("/tracking/notice?code=" + code, slip.toString());
        var href = "/tracking/notice?code=" + code + "&slip=" + slip + "&key=";
        assertThat(stranger.get(href + key).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
        assertThat(stranger.get(href + "AAAAAAAAAAAAA").statusCode()).isEqualTo(404);
        var receipt = slip(id, "RECEIPT");
        assertThat(
                        stranger.get(
                                        "/tracking/notice?code="
                                                + code
                                                + "&slip="
                                                + receipt
                                                + "&key="
                                                + key)
                                .statusCode())
                .as("no other paper is read there")
                .isEqualTo(404);
    }

    @Test
    void only_those_who_sign_set_the_account_and_it_must_be_one() {
        var officer = new Browser(house, "thuly");
        assertThat(officer.page("/desk/pay-account")).doesNotContain("name=\"number\"");
        var approver = new Browser(house, "duyet");
        var form = approver.page("/desk/pay-account");
        assertThat(
                        approver.post(
                                        "/desk/pay-account",
                                        form,
                                        "holder",
                                        "UBND phường",
                                        "number",
                                        "không",
                                        "bank",
                                        "Kho bạc")
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        officer.post(
                                        "/desk/pay-account",
                                        officer.page("/desk/pay-account"),
                                        "holder",
                                        "Tôi",
                                        "number",
                                        "12345678",
                                        "bank",
                                        "Ngân hàng")
                                .statusCode())
                .isEqualTo(403);
    }

    private void account(String number, String bank) {
        var approver = new Browser(house, "duyet");
        var form = approver.page("/desk/pay-account");
        var sent =
                approver.post(
                        "/desk/pay-account",
                        form,
                        "holder",
                        "Ủy ban nhân dân phường Bến Thành",
                        "number",
                        number,
                        "bank",
                        bank);
        assertThat(sent.statusCode()).isBetween(302, 303);
    }

    private UUID notice(UUID id) {
        return slip(id, "PAYMENT");
    }

    private UUID slip(UUID id, String kind) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(PaperStore.class).slips(id).stream()
                                .filter(slip -> slip.kind().equals(kind))
                                .findFirst()
                                .orElseThrow()
                                .id());
    }

    private static String paper(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void what_is_not_paid_is_reminded_of_and_then_comes_back_to_an_approver() {
        var id = billed("9.300004", "", "plate", "");
        house.run("2026-11-29T08:00", Caller.system(), duties::watch);
        house.run("2026-11-29T09:00", Caller.system(), duties::watch);
        var told =
                house.as(
                        house.citizen,
                        () -> house.bean(ProgressReader.class).whole(house.dossier(id)));
        assertThat(told.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text().vi()).contains("50.000"));
        assertThat(house.openSteps(id)).doesNotContain("payment");
        house.run("2026-12-03T08:00", Caller.system(), duties::watch);
        house.run("2026-12-03T09:00", Caller.system(), duties::watch);
        assertThat(house.openSteps(id)).containsOnlyOnce("payment");
        confirm(
                "2026-12-04T09:00",
                house.receptionist,
                id,
                house.version(id),
                receipt("D1", 50_000));
        assertThat(house.openSteps(id)).containsExactly("sign");
    }

    @Test
    void a_bill_whose_timer_passes_lets_the_process_go_on_another_way() {
        var id =
                billed(
                        "9.300005",
                        "",
                        "plate",
                        "timer: {after: {quantity: 10, unit: CALENDAR_DAY}, outcome: unpaid}");
        house.run("2026-11-12T17:30", Caller.system(), () -> house.bean(Timers.class).fireDue(id));
        assertThat(house.openSteps(id)).containsExactly("refuse");
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PROCESSING);
        assertThat(house.dossier(id).ledger().paused()).isFalse();
    }

    private static final String PROCESS =
            """
            start: examine
            steps:
              - id: examine
                name: {vi: Thẩm tra, en: Examine}
                who: {position: CASE_OFFICER}
                hours: 8
                outcomes:
                  - {id: ok, name: {vi: Báo số tiền, en: Tell the charge}, to: [bill]}
              - id: bill
                name: {vi: Chờ nộp tiền, en: Wait for the money}
                publicName: {vi: Chờ bạn nộp tiền, en: Waiting for you to pay}
                service: {kind: BILL, fees: [%s]}
                hours: 0
                %s
                outcomes:
                  - {id: paid, name: {vi: Đã nộp, en: Paid}, to: [sign]}
                  - {id: unpaid, name: {vi: Không nộp, en: Not paid}, to: [refuse]}
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
              - id: refuse
                name: {vi: Từ chối, en: Refuse}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: REJECTED}
              - id: end
            """;
}
