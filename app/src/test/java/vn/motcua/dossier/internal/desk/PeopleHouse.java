package vn.motcua.dossier.internal.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.Answers;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.Role;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.AgencyKind;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.organization.StaffMember;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// One commune of its own, so that nobody else's work counts, and a procedure in which it matters
/// who does what. Everything happens in October 2026; the fifth is a Monday.
final class PeopleHouse {
    static final ReleaseId RELEASE = new ReleaseId("9.000019", 1);
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final AtomicInteger PLACES = new AtomicInteger(500);

    final DeskHouse house = DeskHouse.open();
    final String agency = "H29." + PLACES.incrementAndGet();
    final Caller receptionist;
    private final Map<UUID, String> logins = new HashMap<>();

    PeopleHouse() {
        house.asking.run(Caller.system(), this::publish);
        receptionist = officer("Tiếp Nhận", PositionKind.RECEPTIONIST);
    }

    private void publish() {
        house.bean(Agencies.class)
                .add(
                        new Agency(
                                agency,
                                LocalText.of("Ủy ban nhân dân phường " + agency),
                                AgencyKind.COMMUNE_COMMITTEE,
                                "H29",
                                "79",
                                null,
                                "2 Lê Lợi",
                                "02838000000",
                                LocalText.of("Trung tâm Phục vụ hành chính công", "Centre")));
        if (house.bean(Releases.class).find(RELEASE).isPresent()) return;
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml",
                                DeskHouse.PROCEDURE.replace("9.000001", RELEASE.procedureCode()),
                                "form.yaml",
                                DeskHouse.FORM,
                                "process.yaml",
                                PROCESS),
                        faults);
        var report = house.bean(Releases.class).importFiles(files);
        if (!faults.isEmpty() || house.bean(Releases.class).find(RELEASE).isEmpty())
            throw new IllegalStateException(faults.faults() + " " + report);
    }

    /// Somebody in office since the first of October.
    Caller officer(String name, PositionKind... positions) {
        var found = new AtomicReference<Caller>();
        var login = "people" + KEYS.incrementAndGet();
        PlatformClock.at(
                time("2026-10-01T08:00"),
                () ->
                        found.set(
                                house.as(
                                        Caller.system(),
                                        () -> {
                                            var id =
                                                    house.bean(Accounts.class)
                                                            .register(
                                                                    NewAccount.officer(
                                                                            login,
                                                                            name,
                                                                            DeskHouse.PASSWORD));
                                            for (var position : positions)
                                                house.bean(Staff.class)
                                                        .appoint(member(id, name, position));
                                            return new Caller(Role.OFFICER, id, agency, name);
                                        })));
        var caller = Objects.requireNonNull(found.get());
        logins.put(id(caller), login);
        return caller;
    }

    String login(Caller caller) {
        return Objects.requireNonNull(logins.get(id(caller)));
    }

    private StaffMember member(UUID id, String name, PositionKind position) {
        return new StaffMember(
                id, name, agency, "mot-cua", position, LocalText.of("Công chức", "Officer"));
    }

    static Instant time(String hanoi) {
        return HanoiTime.instant(LocalDateTime.parse(hanoi));
    }

    static UUID id(Caller caller) {
        return Objects.requireNonNull(caller.account());
    }

    <T> T at(String hanoi, Caller caller, Supplier<T> work) {
        var result = new AtomicReference<T>();
        PlatformClock.at(time(hanoi), () -> result.set(house.asking.as(caller, work)));
        return Objects.requireNonNull(result.get());
    }

    void run(String hanoi, Caller caller, Runnable work) {
        PlatformClock.at(time(hanoi), () -> house.asking.run(caller, work));
    }

    /// Filed and accepted: the first step of the officers is open.
    UUID accepted(String hanoi) {
        var citizen = Caller.citizen(house.citizen, "Nguyễn Thị Minh An");
        var filing =
                new Filing(
                        RELEASE,
                        Channel.ONLINE,
                        null,
                        agency,
                        Answers.of(Map.of("name", "Hồ Văn Lực", "phone", "+84908123318")),
                        house.citizen,
                        citizen.name(),
                        List.of(),
                        ReturnWay.COUNTER,
                        "people-" + KEYS.incrementAndGet(),
                        null);
        var filed = at(hanoi, citizen, () -> house.bean(Intake.class).file(filing));
        if (!(filed instanceof Filed.Accepted accepted))
            throw new IllegalStateException(filed.toString());
        var id = read(() -> house.bean(DossierStore.class).idOf(accepted.code()).orElseThrow());
        run(hanoi, receptionist, () -> house.bean(Desk.class).accept(id, house.version(id)));
        return id;
    }

    <T> T read(Supplier<T> work) {
        return house.as(Caller.system(), work);
    }

    List<Task> work(UUID dossier) {
        return read(() -> house.bean(TaskStore.class).of(dossier));
    }

    List<Task> open(UUID dossier) {
        return work(dossier).stream().filter(Task::open).toList();
    }

    Task one(UUID dossier) {
        return open(dossier).getFirst();
    }

    void claims(String hanoi, Caller by, UUID dossier) {
        var task = one(dossier).id();
        int version = house.version(dossier);
        run(hanoi, by, () -> house.bean(Desk.class).claim(dossier, version, task));
    }

    void completes(String hanoi, Caller by, UUID dossier, String outcome) {
        completes(hanoi, by, dossier, outcome, null);
    }

    void completes(String hanoi, Caller by, UUID dossier, String outcome, @Nullable String note) {
        var token = one(dossier).token();
        int version = house.version(dossier);
        run(
                hanoi,
                by,
                () -> house.bean(Desk.class).completeStep(dossier, version, token, outcome, note));
    }

    void timers(String hanoi, UUID dossier) {
        PlatformClock.at(
                time(hanoi),
                () -> {
                    int fired = house.bean(Timers.class).fireDue(dossier);
                    if (fired > 99) throw new IllegalStateException("too many");
                });
    }

    List<Entry> history(UUID dossier) {
        return read(
                () ->
                        house.bean(Journal.class).history("dossier", dossier).stream()
                                .map(FeedEntry::entry)
                                .toList());
    }

    private static final String PROCESS =
            """
            start: receive
            steps:
              - id: receive
                name: {vi: Tiếp nhận, en: Receive}
                who: {position: RECEPTIONIST}
                hours: 1
                publicName: {vi: Đã tiếp nhận, en: Accepted}
                outcomes:
                  - {id: forward, name: {vi: Chuyển thẩm tra, en: Pass on}, to: [appraise]}
              - id: appraise
                name: {vi: Thẩm tra, en: Examine}
                who: {position: CASE_OFFICER, assign: LOAD}
                hours: 4
                publicName: {vi: Đang thẩm tra, en: Being examined}
                outcomes:
                  - {id: eligible, name: {vi: Đủ điều kiện, en: Eligible}, to: [sign]}
                  - {id: to-council, name: {vi: Đưa ra hội đồng, en: To the council}, to: [council]}
                  - {id: to-visit, name: {vi: Xác minh thực tế, en: Visit}, to: [visit]}
                  - {id: to-person, name: {vi: Hỏi lại người dân, en: Ask the person}, to: [confirm]}
              - id: council
                name: {vi: Hội đồng biểu quyết, en: The council votes}
                who: {position: CASE_OFFICER, notBy: [appraise]}
                people: {count: 3, decide: QUORUM, quorum: 2, else: against}
                hours: 4
                publicName: {vi: Hội đồng đang họp, en: With the council}
                outcomes:
                  - {id: for, name: {vi: Tán thành, en: In favour}, to: [sign]}
                  - {id: against, name: {vi: Không tán thành, en: Against}, to: [appraise]}
              - id: visit
                name: {vi: Xác minh thực tế, en: Visit the place}
                who: {position: CASE_OFFICER, assign: HAND}
                hours: 8
                publicName: {vi: Đang xác minh, en: Being verified}
                timers:
                  - {after: {quantity: 4, unit: WORKING_HOUR}, warn: true, note: {vi: Đã quá nửa ngày, en: Half a day has passed}}
                  - {after: {quantity: 1, unit: WORKING_DAY}, escalate: APPROVER, note: {vi: Quá một ngày làm việc chưa xác minh, en: Not verified within one working day}}
                outcomes:
                  - {id: true, name: {vi: Đúng thực tế, en: As stated}, to: [sign]}
              - id: confirm
                name: {vi: Người dân xác nhận, en: The person confirms}
                who: {position: CITIZEN}
                hours: 0
                counted: false
                publicName: {vi: Chờ bạn xác nhận, en: Waiting for you}
                outcomes:
                  - {id: confirmed, name: {vi: Xác nhận, en: Confirm}, to: [sign]}
              - id: sign
                name: {vi: Ký giấy xác nhận, en: Sign}
                who: {position: APPROVER, notBy: [appraise]}
                hours: 2
                publicName: {vi: Lãnh đạo đang ký, en: With the signatory}
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [hand-over], issues: GRANTED}
                  - {id: send-back, name: {vi: Trả lại để sửa, en: Send back}, to: [appraise]}
              - id: hand-over
                name: {vi: Trả kết quả, en: Hand over the result}
                who: {position: RECEPTIONIST}
                hours: 1
                publicName: {vi: Chờ bạn nhận, en: Ready for you}
                outcomes:
                  - {id: handed-over, name: {vi: Đã trả, en: Handed over}, to: [end]}
              - id: end
            """
                    .replace("{id: true,", "{id: found,");
}
