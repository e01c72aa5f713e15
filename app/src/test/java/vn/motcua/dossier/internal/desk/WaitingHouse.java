package vn.motcua.dossier.internal.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.Answers;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
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

/// Acts at chosen moments on dossiers of a procedure in which the person checks a draft.
final class WaitingHouse {
    static final ReleaseId CHECKED = new ReleaseId("9.000002", 1);
    private static final AtomicInteger KEYS = new AtomicInteger();

    final DeskHouse house = DeskHouse.open();
    final Caller citizen = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");

    WaitingHouse() {
        house.asking.run(Caller.system(), this::publish);
        run("2026-10-01T08:00", Caller.system(), this::appoint);
    }

    /// They have been in office since before the days the tests live in.
    private void appoint() {
        appoint(house.receptionist, PositionKind.RECEPTIONIST);
        appoint(house.officer, PositionKind.CASE_OFFICER);
        appoint(house.approver, PositionKind.APPROVER);
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

    private void publish() {
        if (house.bean(Releases.class).find(CHECKED).isPresent()) return;
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml", PROCEDURE,
                                "form.yaml", FORM,
                                "process.yaml", PROCESS),
                        faults);
        var report = house.bean(Releases.class).importFiles(files);
        if (!faults.isEmpty() || house.bean(Releases.class).find(CHECKED).isEmpty())
            throw new IllegalStateException(faults.faults() + " " + report);
    }

    static Instant time(String hanoi) {
        return HanoiTime.instant(LocalDateTime.parse(hanoi));
    }

    <T> T at(String hanoi, Caller caller, Supplier<T> work) {
        var result = new AtomicReference<T>();
        PlatformClock.at(time(hanoi), () -> result.set(house.asking.as(caller, work)));
        return Objects.requireNonNull(result.get());
    }

    void run(String hanoi, Caller caller, Runnable work) {
        PlatformClock.at(time(hanoi), () -> house.asking.run(caller, work));
    }

    UUID file(String hanoi, ReleaseId release, ReturnWay way) {
        var filing =
                new Filing(
                        release,
                        Channel.ONLINE,
                        null,
                        DeskHouse.HERE,
                        Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318")),
                        house.citizen,
                        citizen.name(),
                        List.of(),
                        way,
                        "waiting-" + KEYS.incrementAndGet(),
                        null);
        var filed = at(hanoi, citizen, () -> house.bean(Intake.class).file(filing));
        if (!(filed instanceof Filed.Accepted accepted))
            throw new IllegalStateException(filed.toString());
        return read(() -> house.bean(DossierStore.class).idOf(accepted.code()).orElseThrow());
    }

    private <T> T read(Supplier<T> work) {
        return house.as(Caller.system(), work);
    }

    Dossier dossier(UUID id) {
        return read(() -> house.bean(DossierStore.class).require(id));
    }

    Task open(UUID id, String step) {
        return tasks(id).stream()
                .filter(task -> task.open() && task.stepId().equals(step))
                .findFirst()
                .orElseThrow();
    }

    List<Task> tasks(UUID id) {
        return read(() -> house.bean(TaskStore.class).of(id));
    }

    List<Entry> history(UUID id) {
        return read(() -> house.bean(Journal.class).history("dossier", id)).stream()
                .map(FeedEntry::entry)
                .toList();
    }

    Desk desk() {
        return house.bean(Desk.class);
    }

    Applicant applicant() {
        return house.bean(Applicant.class);
    }

    void accept(String hanoi, UUID id) {
        run(hanoi, house.receptionist, () -> desk().accept(id, house.version(id)));
    }

    void done(String hanoi, Caller by, UUID id, String step, String outcome) {
        var token = open(id, step).token();
        run(hanoi, by, () -> desk().completeStep(id, house.version(id), token, outcome, null));
    }

    void ask(String hanoi, Caller by, UUID id) {
        var item = new Supplement.Item("1", "proof", "Giấy tờ chứng minh chỗ ở");
        var grounds = new Desk.Grounds("proof-missing", "Đề nghị bổ sung.");
        run(
                hanoi,
                by,
                () -> desk().requestSupplement(id, house.version(id), grounds, List.of(item)));
    }

    void answer(String hanoi, UUID id) {
        run(
                hanoi,
                citizen,
                () -> {
                    applicant().keep(id, "1", "Tôi gửi lại.", List.of(), List.of());
                    applicant().sendSupplement(id);
                });
    }

    private static final String PROCEDURE =
            """
            code: "9.000002"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Xác nhận có xem bản nháp, en: Confirmation with a draft}
            summary: {vi: Người dân xem bản nháp trước khi ký., en: The person checks the draft.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - {channel: ONLINE, term: {quantity: 1, unit: WORKING_DAY, publishedText: 1 ngày làm việc}}
            results:
              - {code: KQ.G15.000098, name: {vi: Giấy xác nhận, en: Certificate}}
            legalBasis:
              - {code: 68/2020/QH14, name: {vi: Luật Cư trú, en: Residence Law}}
            supplement: {beforeAcceptance: RESTART, duringAppraisal: RESUME, maxDuringAppraisal: 1, answerWithinDays: 30}
            pauseGrounds:
              - {id: verification, text: {vi: Chờ xác minh, en: Waiting for verification}}
              - {id: opinion, text: {vi: Chờ ý kiến công an, en: Waiting for the police}, basis: "Luật Cư trú, Điều 22", term: {quantity: 3, unit: WORKING_DAY}}
            reasons:
              supplement:
                - {id: proof-missing, text: {vi: Chưa có giấy tờ, en: Missing}, basis: "Luật Cư trú, Điều 20"}
              refusal:
                - {id: elsewhere, text: {vi: Không cư trú tại phường này, en: Elsewhere}, basis: "Luật Cư trú, Điều 21"}
            """;

    /// Asks for a name and a telephone number.
    static final String FORM =
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
                counted: false
                timer: {after: {quantity: 5, unit: WORKING_DAY}, outcome: confirmed}
                outcomes:
                  - {id: confirmed, name: {vi: Đúng, en: Right}, to: [sign]}
                  - {id: wrong, name: {vi: Cần sửa, en: Wrong}, to: [draft]}
              - id: sign
                name: {vi: Ký, en: Sign}
                who: {position: APPROVER}
                hours: 2
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [hand-over], issues: GRANTED}
              - id: hand-over
                name: {vi: Trả kết quả, en: Hand over}
                who: {position: RECEPTIONIST}
                hours: 1
                outcomes:
                  - {id: handed-over, name: {vi: Đã trả, en: Handed over}, to: [end]}
              - id: end
            """;
}
