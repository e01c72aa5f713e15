package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.duty.Duties;
import vn.motcua.dossier.internal.duty.Duty;
import vn.motcua.dossier.internal.processing.Timers;
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
        assertThat(
                        desk.post(
                                        path,
                                        form,
                                        "amount",
                                        "1.250.000",
                                        "ground",
                                        "Thông báo thuế số 12")
                                .statusCode())
                .isBetween(302, 303);
        assertThat(house.dossier(id).state()).isEqualTo(DossierState.PAYMENT_REQUESTED);
        assertThat(desk.page("/desk/dossiers/" + id + "/duty"))
                .contains("Thông báo thuế số 12", "1.250.000");
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
