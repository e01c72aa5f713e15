package vn.motcua.dossier.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.desk.DeskHouse;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.Answers;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// No dossier is completed late without a reason: many at once are given one together, and what
/// completes by itself carries the platform's own.
class LateTogetherModuleTest {
    private static final Locale VI = Locale.of("vi");
    private static final ReleaseId SILENT = new ReleaseId("9.000077", 1);
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final DeskHouse house = DeskHouse.open();
    private final Bulks bulks = house.bean(Bulks.class);

    @BeforeEach
    void in_office_since_before_the_days_of_the_tests() {
        at("2026-08-03T08:00", Caller.system(), this::furnish);
    }

    @Test
    void one_reason_is_given_for_all_that_are_late_and_without_it_they_are_left_out() {
        var late = prepared("2026-08-10T09:00", "Trễ Hàng Loạt");
        var fresh = house.file(DeskHouse.HERE, "Còn Hạn Hàng Loạt");
        house.asking.run(house.receptionist, () -> accept(fresh));
        house.completes(house.officer, fresh, "eligible");
        var bulk = choose(List.of(task(late), task(fresh)));
        var before = view(bulk);
        assertThat(before.lines().stream().map(BulkView.Line::good)).containsExactly(false, true);
        assertThat(before.lines().getFirst().words()).isEqualTo("Trễ hạn, cần nêu lý do");
        assertThat(Objects.requireNonNull(before.late()).count()).isEqualTo(1);

        assertThat(says(bulk, "answer-period", "Tự khai."))
                .as("reasons of the platform are not for choosing")
                .isFalse();
        assertThat(says(bulk, "workload", "")).as("some words are needed").isFalse();
        assertThat(says(bulk, "workload", "Cao điểm đầu năm học.")).isTrue();
        var ready = view(bulk);
        assertThat(ready.good()).isEqualTo(2);
        assertThat(ready.lines().stream().map(BulkView.Line::late)).containsExactly(true, false);

        confirm(bulk);
        assertThat(view(bulk).good()).isEqualTo(2);
        assertThat(said(late)).containsExactly("COMPLETED workload Cao điểm đầu năm học.");
        assertThat(said(fresh)).isEmpty();
        assertThat(explained(late)).containsExactly("workload");
    }

    @Test
    void what_is_late_and_has_no_reason_is_left_as_it_is() {
        var late = prepared("2026-08-10T09:00", "Không Lý Do");
        var bulk = choose(List.of(task(late)));
        confirm(bulk);
        assertThat(view(bulk).lines().getFirst().words()).contains("chưa nêu lý do");
        assertThat(dossier(late)).isEqualTo(DossierState.PROCESSING);
    }

    @Test
    void silence_that_completes_late_says_so_itself() {
        var id = silent("2026-08-10T09:00");
        at("2026-08-24T09:00", Caller.system(), () -> house.bean(Timers.class).fireDue(id));
        assertThat(dossier(id)).isEqualTo(DossierState.COMPLETED);
        assertThat(said(id))
                .containsExactly(
                        "COMPLETED answer-period Hết thời hạn trả lời, bước kết thúc theo thời hạn");
        assertThat(explained(id)).containsExactly("answer-period");
    }

    @Test
    void a_person_whose_own_step_completes_it_late_is_asked_nothing_and_it_is_still_said() {
        var id = silent("2026-08-10T09:00");
        at(
                "2026-08-13T09:00",
                citizen(),
                () -> {
                    house.bean(Applicant.class)
                            .completeStep(id, open(id).token(), "confirmed", null);
                    return true;
                });
        assertThat(dossier(id)).isEqualTo(DossierState.COMPLETED);
        assertThat(explained(id)).containsExactly("by-itself");
    }

    private Caller citizen() {
        return Caller.citizen(house.citizen, "Nguyễn Thị Minh An");
    }

    private boolean says(UUID bulk, String reason, String words) {
        return house.asking.as(house.approver, () -> bulks.late(bulk, reason, words));
    }

    private List<String> said(UUID id) {
        return house.as(house.approver, () -> house.bean(LatenessStore.class).of(id)).stream()
                .map(said -> said.stage() + " " + said.reason() + " " + said.words())
                .toList();
    }

    private List<Object> explained(UUID id) {
        return house
                .as(Caller.system(), () -> house.bean(Journal.class).history("dossier", id))
                .stream()
                .filter(line -> line.entry().kind().equals("dossier.lateness-explained"))
                .map(line -> line.entry().data().get("reason"))
                .toList();
    }

    private UUID prepared(String hanoi, String owner) {
        var id = at(hanoi, citizen(), () -> house.file(DeskHouse.HERE, owner));
        at(hanoi, house.receptionist, () -> accept(id));
        at(hanoi, house.officer, () -> done(house.officer, id, "eligible"));
        return id;
    }

    private UUID silent(String hanoi) {
        var filing =
                new Filing(
                        SILENT,
                        Channel.ONLINE,
                        null,
                        DeskHouse.HERE,
                        Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318")),
                        house.citizen,
                        "Nguyễn Thị Minh An",
                        List.of(),
                        ReturnWay.COUNTER,
                        "silent-" + KEYS.incrementAndGet(),
                        null);
        var filed = at(hanoi, citizen(), () -> house.bean(Intake.class).file(filing));
        var code = ((Filed.Accepted) filed).code();
        var id =
                house.as(
                        Caller.system(),
                        () -> house.bean(DossierStore.class).idOf(code).orElseThrow());
        at(hanoi, house.receptionist, () -> accept(id));
        at(hanoi, house.officer, () -> done(house.officer, id, "send"));
        return id;
    }

    private boolean accept(UUID id) {
        house.bean(Desk.class).accept(id, house.version(id));
        return true;
    }

    private boolean done(Caller by, UUID id, String outcome) {
        house.completes(by, id, outcome);
        return true;
    }

    private <T> T at(String hanoi, Caller caller, Supplier<T> work) {
        var result = new AtomicReference<T>();
        PlatformClock.at(
                HanoiTime.instant(LocalDateTime.parse(hanoi)),
                () -> result.set(house.asking.as(caller, work)));
        return Objects.requireNonNull(result.get());
    }

    private Task open(UUID dossier) {
        return house.as(
                Caller.system(),
                () ->
                        house.bean(TaskStore.class).of(dossier).stream()
                                .filter(Task::open)
                                .findFirst()
                                .orElseThrow());
    }

    private UUID task(UUID dossier) {
        return open(dossier).id();
    }

    private DossierState dossier(UUID id) {
        return house.as(Caller.system(), () -> house.bean(DossierStore.class).require(id).state());
    }

    private UUID choose(List<UUID> tasks) {
        return Objects.requireNonNull(
                house.asking.as(house.approver, () -> bulks.choose(BulkAct.APPROVE, tasks)));
    }

    private BulkView view(UUID bulk) {
        return house.asking.as(house.approver, () -> bulks.view(bulk, VI));
    }

    private void confirm(UUID bulk) {
        house.asking.run(house.approver, () -> bulks.confirm(bulk));
        for (int i = 0; i < 3000 && view(bulk).state() == BulkState.CONFIRMED; i++)
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }

    private boolean furnish() {
        appoint(house.receptionist, PositionKind.RECEPTIONIST);
        appoint(house.officer, PositionKind.CASE_OFFICER);
        appoint(house.approver, PositionKind.APPROVER);
        if (house.bean(Releases.class).find(SILENT).isPresent()) return true;
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml", PROCEDURE,
                                "form.yaml", FORM,
                                "process.yaml", PROCESS),
                        faults);
        var report = house.bean(Releases.class).importFiles(files);
        assertThat(house.bean(Releases.class).find(SILENT)).as(report.toString()).isPresent();
        return true;
    }

    private void appoint(Caller who, PositionKind position) {
        house.bean(Staff.class)
                .appoint(
                        new StaffMember(
                                Objects.requireNonNull(who.account()),
                                who.name(),
                                DeskHouse.HERE,
                                "mot-cua",
                                position,
                                LocalText.of("Công chức", "Officer")));
    }

    private static final String PROCEDURE =
            """
            code: "9.000077"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Xác nhận người dân tự kiểm tra, en: Confirmation the person checks}
            summary: {vi: Người dân kiểm tra rồi nhận ngay., en: Checked and received at once.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - {channel: ONLINE, term: {quantity: 1, unit: WORKING_DAY, publishedText: 1 ngày làm việc}}
            results:
              - {code: KQ.G15.000097, name: {vi: Giấy xác nhận, en: Certificate}}
            legalBasis:
              - {code: 68/2020/QH14, name: {vi: Luật Cư trú, en: Residence Law}}
            supplement: {beforeAcceptance: RESTART, duringAppraisal: RESUME, maxDuringAppraisal: 1, answerWithinDays: 30}
            reasons:
              supplement:
                - {id: proof-missing, text: {vi: Chưa có giấy tờ, en: Missing}, basis: "Luật Cư trú, Điều 20"}
              refusal:
                - {id: elsewhere, text: {vi: Không cư trú tại phường này, en: Elsewhere}, basis: "Luật Cư trú, Điều 21"}
            """;

    private static final String FORM =
            """
            roles: {ownerName: name, ownerPhone: phone}
            sections:
              - id: person
                title: {vi: Người được xác nhận, en: The person}
                questions:
                  - id: who
                    title: {vi: Ai được xác nhận?, en: Who is it about?}
                    fields:
                      - {id: name, type: text, label: {vi: Họ và tên, en: Full name}, required: true, maxLength: 100}
                      - {id: phone, type: phone, label: {vi: Số điện thoại, en: Telephone}, required: true}
            """;

    private static final String PROCESS =
            """
            start: draft
            steps:
              - id: draft
                name: {vi: Soạn bản nháp, en: Draft}
                who: {position: CASE_OFFICER}
                hours: 4
                supplement: true
                outcomes:
                  - {id: send, name: {vi: Gửi bản nháp, en: Send}, to: [check]}
              - id: check
                name: {vi: Xem bản nháp, en: Check the draft}
                who: {position: CITIZEN}
                hours: 0
                counted: true
                timer: {after: {quantity: 5, unit: WORKING_DAY}, outcome: confirmed}
                outcomes:
                  - {id: confirmed, name: {vi: Đúng, en: Right}, to: [hand-over], issues: GRANTED}
              - id: hand-over
                name: {vi: Trả kết quả, en: Hand over}
                who: {position: RECEPTIONIST}
                hours: 1
                outcomes:
                  - {id: handed-over, name: {vi: Đã trả, en: Handed over}, to: [end]}
              - id: end
            """;
}
