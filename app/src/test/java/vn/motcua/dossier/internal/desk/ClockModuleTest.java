package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.duty.Duties;
import vn.motcua.dossier.internal.duty.Duty;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.worktime.DeadlineLine;
import vn.motcua.worktime.TimeLimit;

/// A clock that waits for the payment and goes through another agency's hands.
/// 2 November 2026 is a Monday.
class ClockModuleTest {
    private static final ReleaseId PAID = new ReleaseId("9.000015", 1);
    private static final String REGISTRY = "H29.15";

    private final WaitingHouse it = new WaitingHouse();
    private final DeskHouse house = it.house;

    @Test
    void the_clock_starts_with_the_payment_and_each_agency_shows_its_share() {
        house.asking.run(Caller.system(), this::publish);
        var id = it.file("2026-11-02T08:00", PAID, ReturnWay.COUNTER);
        it.accept("2026-11-02T09:00", id);
        assertThat(it.dossier(id).ledger().started()).isFalse();
        assertThat(it.dossier(id).moments().due()).isNull();

        var receipt =
                new Duty.Receipt(
                        "0001",
                        LocalDate.of(2026, 11, 5),
                        50_000,
                        "Hồ Văn Lực",
                        Duty.Place.CASH_DESK,
                        null,
                        WaitingHouse.time("2026-11-05T10:00"));
        it.run(
                "2026-11-05T10:00",
                house.receptionist,
                () -> house.bean(Duties.class).confirm(id, house.version(id), receipt));
        assertThat(it.dossier(id).moments().due()).isEqualTo(WaitingHouse.time("2026-11-12T17:00"));
        assertThat(lines(id))
                .containsExactly(
                        new DeadlineLine.Accepted(
                                WaitingHouse.time("2026-11-05T10:00"),
                                TimeLimit.workingDays(5),
                                DeadlineLine.Start.PAYMENT,
                                null),
                        new DeadlineLine.HandedOver(
                                WaitingHouse.time("2026-11-05T10:00"),
                                REGISTRY,
                                LocalText.of("Văn phòng đăng ký đất đai"),
                                TimeLimit.workingHours(16)));
        assertThat(kinds(id)).contains("dossier.clock-started");
    }

    private void publish() {
        house.bean(Agencies.class)
                .add(
                        new Agency(
                                REGISTRY,
                                LocalText.of("Văn phòng đăng ký đất đai"),
                                AgencyKind.DEPARTMENT,
                                "H29",
                                "79",
                                null,
                                "2 Lê Lợi",
                                "02838000001",
                                LocalText.of("Một cửa"),
                                "registry-of-the-test",
                                LocalText.of("Giờ hành chính"),
                                null,
                                null,
                                true));
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml", PROCEDURE,
                                "form.yaml", WaitingHouse.FORM,
                                "process.yaml", PROCESS),
                        faults);
        var report = house.bean(Releases.class).importFiles(files);
        if (!faults.isEmpty() || house.bean(Releases.class).find(PAID).isEmpty())
            throw new IllegalStateException(faults.faults() + " " + report);
    }

    private List<DeadlineLine> lines(UUID id) {
        return it.dossier(id).ledger().lines();
    }

    private List<String> kinds(UUID id) {
        return it.history(id).stream().map(Entry::kind).toList();
    }

    private static final String PROCEDURE =
            """
            code: "9.000015"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Đăng ký có nộp tiền trước, en: Registration paid first}
            summary: {vi: Đồng hồ chạy khi đã nộp tiền., en: The clock starts with the payment.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - channel: ONLINE
                term: {quantity: 5, unit: WORKING_DAY}
                clockStarts: PAYMENT
                fees: [{id: plate, kind: STATE_CHARGE, amount: 50000, name: {vi: Lệ phí, en: Charge}}]
            results:
              - {code: KQ.G15.000098, name: {vi: Giấy xác nhận, en: Certificate}}
            legalBasis:
              - {code: 68/2020/QH14, name: {vi: Luật Cư trú, en: Residence Law}}
            """;

    private static final String PROCESS =
            """
            start: receive
            steps:
              - id: receive
                name: {vi: Tiếp nhận, en: Receive}
                who: {position: RECEPTIONIST}
                hours: 1
                outcomes:
                  - {id: forward, name: {vi: Chuyển, en: Forward}, to: [bill]}
              - id: bill
                name: {vi: Thu tiền, en: Take the money}
                who: {position: RECEPTIONIST}
                service: {kind: BILL, fees: [plate]}
                hours: 0
                outcomes:
                  - {id: paid, name: {vi: Đã nộp, en: Paid}, to: [extract]}
              - id: extract
                name: {vi: Trích lục, en: Extract}
                who: {position: CASE_OFFICER, agency: registry-of-the-test}
                hours: 16
                outcomes:
                  - {id: ok, name: {vi: Xong, en: Done}, to: [sign]}
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [end], issues: GRANTED}
              - id: end
            """;
}
