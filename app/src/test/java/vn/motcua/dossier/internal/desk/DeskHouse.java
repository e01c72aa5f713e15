package vn.motcua.dossier.internal.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.Application;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.internal.counter.Helped;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.Answers;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;
import vn.motcua.identity.Role;
import vn.motcua.kernel.LocalText;
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

/// The whole platform on real PostgreSQL with two communes, their officers, one citizen and one
/// small procedure.
public final class DeskHouse {
    public static final String HERE = "H29.101";
    public static final String THERE = "H29.102";
    public static final String PASSWORD = "mot-cua-thu-nghiem-2026";
    public static final ReleaseId RELEASE = new ReleaseId("9.000001", 1);
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static @Nullable DeskHouse running;

    public final TestDatabase database;
    public final ConfigurableApplicationContext context;
    public final Asking asking;
    public final TransactionTemplate transaction;
    public final UUID citizen;
    public final Caller receptionist;
    public final Caller officer;
    public final Caller approver;
    public final Caller stranger;

    public static synchronized DeskHouse open() {
        if (running == null) running = new DeskHouse();
        return running;
    }

    private DeskHouse() {
        database = TestDatabase.fresh();
        context =
                new SpringApplicationBuilder(Application.class)
                        .initializers(
                                starting ->
                                        starting.getBeanFactory()
                                                .addBeanPostProcessor(CountingSource.wrapping()))
                        .properties(
                                "server.port=0",
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=motcua_app",
                                "spring.datasource.password=test",
                                "motcua.sample=false",
                                "motcua.command=test",
                                "motcua.data="
                                        + System.getProperty("java.io.tmpdir")
                                        + "/desk-house-"
                                        + UUID.randomUUID())
                        .run();
        asking = bean(Asking.class);
        transaction = context.getBean("transactionTemplate", TransactionTemplate.class);
        asking.run(Caller.system(), this::furnish);
        citizen =
                as(
                        Caller.system(),
                        () ->
                                bean(Accounts.class)
                                        .register(
                                                NewAccount.citizen(
                                                        new PersonalId("079196000318"),
                                                        "Nguyễn Thị Minh An",
                                                        PASSWORD)));
        receptionist = appointed("tiepnhan", "Trần Thị Ngọc Ánh", HERE, PositionKind.RECEPTIONIST);
        officer = appointed("thuly", "Lê Thị Bích Thủy", HERE, PositionKind.CASE_OFFICER);
        approver = appointed("duyet", "Phạm Hồng Sơn", HERE, PositionKind.APPROVER);
        stranger = appointed("noikhac", "Vũ Mạnh Cường", THERE, PositionKind.RECEPTIONIST);
    }

    private void furnish() {
        var agencies = bean(Agencies.class);
        agencies.add(
                agency(
                        "H29",
                        "Ủy ban nhân dân Thành phố Hồ Chí Minh",
                        AgencyKind.PROVINCIAL_COMMITTEE,
                        null));
        agencies.add(
                agency(
                        HERE,
                        "Ủy ban nhân dân phường Bến Thành",
                        AgencyKind.COMMUNE_COMMITTEE,
                        "H29"));
        agencies.add(
                agency(
                        THERE,
                        "Ủy ban nhân dân phường Tân Định",
                        AgencyKind.COMMUNE_COMMITTEE,
                        "H29"));
        var faults = new FaultSink();
        var files =
                ReleaseFiles.ofTexts(
                        Map.of(
                                "procedure.yaml",
                                PROCEDURE,
                                "form.yaml",
                                FORM,
                                "process.yaml",
                                PROCESS),
                        faults);
        var report = bean(Releases.class).importFiles(files);
        if (!faults.isEmpty() || bean(Releases.class).find(RELEASE).isEmpty())
            throw new IllegalStateException(faults.faults() + " " + report);
    }

    private static Agency agency(
            String code, String name, AgencyKind kind, @Nullable String parent) {
        return new Agency(
                code,
                LocalText.of(name),
                kind,
                parent,
                "79",
                null,
                "1 Lê Lợi",
                "02838000000",
                LocalText.of("Trung tâm Phục vụ hành chính công", "Public service centre"));
    }

    /// One account with several posts, each a position in a unit.
    public Caller posted(String login, String name, Map<PositionKind, String> units) {
        var caller = appointed(login, name, HERE, PositionKind.LEADER);
        asking.run(
                Caller.system(),
                () ->
                        units.forEach(
                                (position, unit) ->
                                        bean(Staff.class)
                                                .appoint(
                                                        new StaffMember(
                                                                Objects.requireNonNull(
                                                                        caller.account()),
                                                                name,
                                                                HERE,
                                                                unit,
                                                                position,
                                                                LocalText.of("Công chức")))));
        return caller;
    }

    /// Somebody new in one unit, in one or more positions.
    public Caller appointed(String login, String name, String agency, PositionKind... positions) {
        return as(
                Caller.system(),
                () -> {
                    var id =
                            bean(Accounts.class)
                                    .register(NewAccount.officer(login, name, PASSWORD));
                    for (var position : positions)
                        bean(Staff.class)
                                .appoint(
                                        new StaffMember(
                                                id,
                                                name,
                                                agency,
                                                "mot-cua",
                                                position,
                                                LocalText.of("Công chức", "Officer")));
                    return new Caller(Role.OFFICER, id, agency, name);
                });
    }

    /// The person who stands at the first counter reads what was filled in and confirms it.
    ///
    /// @param draft address of the draft at the counter
    void confirms(String draft) {
        var id = UUID.fromString(draft.replaceFirst(".*/counter/", ""));
        var helped = bean(Helped.class);
        asking.run(receptionist, () -> helped.confirmWith(id, helped.prepare(id).code()));
    }

    public void completes(Caller by, UUID dossier, String outcome) {
        int version = version(dossier);
        var token =
                as(
                        Caller.system(),
                        () ->
                                bean(TaskStore.class).of(dossier).stream()
                                        .filter(Task::open)
                                        .map(Task::token)
                                        .findFirst()
                                        .orElseThrow());
        asking.run(by, () -> bean(Desk.class).completeStep(dossier, version, token, outcome, null));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return asking.as(
                caller, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /// Files online and returns the dossier's id.
    public UUID file(String agency, String owner) {
        var caller = Caller.citizen(citizen, "Nguyễn Thị Minh An");
        var filed =
                asking.as(
                        caller,
                        () ->
                                bean(Intake.class)
                                        .file(
                                                new Filing(
                                                        RELEASE,
                                                        Channel.ONLINE,
                                                        null,
                                                        agency,
                                                        Answers.of(
                                                                Map.of(
                                                                        "name",
                                                                        owner,
                                                                        "phone",
                                                                        "+84908123318")),
                                                        citizen,
                                                        "Nguyễn Thị Minh An",
                                                        List.of(),
                                                        ReturnWay.COUNTER,
                                                        "k" + KEYS.incrementAndGet(),
                                                        null)));
        if (!(filed instanceof Filed.Accepted accepted))
            throw new IllegalStateException(filed.toString());
        return as(caller, () -> bean(DossierStore.class).idOf(accepted.code()).orElseThrow());
    }

    public int version(UUID dossier) {
        return as(Caller.system(), () -> bean(DossierStore.class).require(dossier).version());
    }

    static final String PROCEDURE =
            """
            code: "9.000001"
            version: 1
            effectiveFrom: 2026-07-01
            name: {vi: Xác nhận tình trạng cư trú, en: Confirmation of residence}
            summary: {vi: Xác nhận người dân đang cư trú tại phường., en: Confirms that a person lives in the ward.}
            field: {code: G15-TP07, name: {vi: Hộ tịch, en: Civil status}}
            levels: [COMMUNE]
            executing: {unitGroup: commune}
            audience: {vi: Công dân, en: Citizens}
            minutes: 5
            channels:
              - {channel: ONLINE, term: {quantity: 3, unit: WORKING_DAY, publishedText: 3 ngày làm việc}}
              - {channel: DIRECT, term: {quantity: 3, unit: WORKING_DAY, publishedText: 3 ngày làm việc}}
            components:
              - {id: proof, name: {vi: Giấy tờ chứng minh chỗ ở, en: Proof of the home}, handling: SUBMIT, required: true, originals: 1, copies: 0, channels: [DIRECT, ONLINE]}
              - {id: mandate, name: {vi: Văn bản ủy quyền, en: Mandate}, handling: SUBMIT, required: false, originals: 0, copies: 1, channels: [DIRECT, ONLINE]}
            results:
              - {code: KQ.G15.000099, name: {vi: Giấy xác nhận cư trú, en: Certificate of residence}}
            legalBasis:
              - {code: 68/2020/QH14, name: {vi: Luật Cư trú, en: Residence Law}}
            supplement: {beforeAcceptance: RESTART, duringAppraisal: RESUME, maxDuringAppraisal: 1, answerWithinDays: 30}
            reasons:
              supplement:
                - {id: proof-missing, text: {vi: Chưa có giấy tờ chứng minh chỗ ở, en: The proof of the home is missing}, basis: "Luật Cư trú 68/2020/QH14, Điều 20"}
              refusal:
                - {id: elsewhere, text: {vi: Không cư trú tại phường này, en: Does not live in this ward}, basis: "Luật Cư trú 68/2020/QH14, Điều 21"}
            """;

    static final String FORM =
            """
            roles: {ownerName: name, ownerPhone: phone, summary: "'Xác nhận cư trú: ' + name"}
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
                who: {position: CASE_OFFICER}
                hours: 4
                supplement: true
                publicName: {vi: Đang thẩm tra, en: Being examined}
                asks:
                  - {id: bookNumber, type: number, label: {vi: Số vào sổ cư trú, en: Number in the register}, outcomes: [eligible]}
                  - id: finding
                    type: choice
                    required: true
                    label: {vi: Kết luận xác minh, en: Finding}
                    options: [{id: left, label: {vi: Đã chuyển đi, en: Moved away}}, {id: unknown, label: {vi: Không biết, en: Unknown}}]
                    outcomes: [not-eligible]
                outcomes:
                  - {id: eligible, name: {vi: Đủ điều kiện, en: Eligible}, to: [sign]}
                  - {id: not-eligible, name: {vi: Không đủ điều kiện, en: Not eligible}, to: [refuse], kind: NEGATIVE}
              - id: sign
                name: {vi: Ký giấy xác nhận, en: Sign}
                who: {position: APPROVER}
                hours: 2
                publicName: {vi: Lãnh đạo đang ký, en: With the signatory}
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [hand-over], issues: GRANTED}
                  - {id: send-back, name: {vi: Trả lại để sửa, en: Send back}, to: [appraise]}
              - id: refuse
                name: {vi: Ký văn bản trả lời, en: Sign the refusal}
                who: {position: APPROVER}
                hours: 2
                publicName: {vi: Đang soạn trả lời, en: The answer is being written}
                outcomes:
                  - {id: sign, name: {vi: Ký, en: Sign}, to: [hand-over], issues: REJECTED}
              - id: hand-over
                name: {vi: Trả kết quả, en: Hand over the result}
                who: {position: RECEPTIONIST}
                hours: 1
                publicName: {vi: Chờ bạn nhận, en: Ready for you}
                outcomes:
                  - {id: handed-over, name: {vi: Đã trả, en: Handed over}, to: [end]}
              - id: end
            """;
}
