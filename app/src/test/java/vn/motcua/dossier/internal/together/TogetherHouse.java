package vn.motcua.dossier.internal.together;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.Application;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
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
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalFeed;
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

/// The whole platform on real PostgreSQL with agencies that need each other: a ward, its police,
/// a fire police and a department of the province; and procedures of the test's own.
public final class TogetherHouse {
    public static final String WARD = "H29.101";
    public static final String POLICE = "G01.101";
    public static final String FIRE = "G01.29";
    public static final String INSURANCE = "H29.18";
    public static final String PASSWORD = "mot-cua-thu-nghiem-2026";
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static @Nullable TogetherHouse running;

    public final ConfigurableApplicationContext context;
    public final Asking asking;
    public final Caller citizen;
    public final Caller receptionist;
    public final Caller officer;
    public final Caller approver;
    public final Caller police;
    public final Caller policeDesk;
    public final Caller policeChief;
    public final Caller fire;
    public final Caller insurance;
    public final Caller insuranceDesk;
    private final TransactionTemplate transaction;

    public static synchronized TogetherHouse open() {
        if (running == null) running = new TogetherHouse();
        return running;
    }

    private TogetherHouse() {
        var database = TestDatabase.fresh();
        context =
                new SpringApplicationBuilder(Application.class)
                        .properties(
                                "server.port=0",
                                "spring.datasource.url=" + database.url(),
                                "spring.datasource.username=motcua_app",
                                "spring.datasource.password=test",
                                "motcua.sample=false",
                                "motcua.command=test",
                                "motcua.data="
                                        + System.getProperty("java.io.tmpdir")
                                        + "/together-house-"
                                        + UUID.randomUUID())
                        .run();
        asking = bean(Asking.class);
        transaction = context.getBean("transactionTemplate", TransactionTemplate.class);
        run("2026-09-01T08:00", Caller.system(), this::furnish);
        citizen =
                Caller.citizen(
                        as(
                                Caller.system(),
                                () ->
                                        bean(Accounts.class)
                                                .register(
                                                        NewAccount.citizen(
                                                                new PersonalId("079196000318"),
                                                                "Nguyễn Thị Minh An",
                                                                PASSWORD))),
                        "Nguyễn Thị Minh An");
        receptionist = person("tiepnhan", "Trần Thị Ngọc Ánh", WARD, PositionKind.RECEPTIONIST);
        officer = person("thuly", "Lê Thị Bích Thủy", WARD, PositionKind.CASE_OFFICER);
        approver = person("duyet", "Phạm Hồng Sơn", WARD, PositionKind.APPROVER);
        policeDesk = person("ca-quay", "Đỗ Thị Hạnh", POLICE, PositionKind.RECEPTIONIST);
        police = person("ca-thuly", "Vũ Mạnh Cường", POLICE, PositionKind.CASE_OFFICER);
        policeChief = person("ca-duyet", "Hoàng Văn Nam", POLICE, PositionKind.APPROVER);
        fire = person("pccc", "Ngô Đức Long", FIRE, PositionKind.CASE_OFFICER);
        insuranceDesk = person("bh-quay", "Mai Thu Trang", INSURANCE, PositionKind.RECEPTIONIST);
        insurance = person("bh-thuly", "Đinh Thị Nga", INSURANCE, PositionKind.CASE_OFFICER);
    }

    private void furnish() {
        var agencies = bean(Agencies.class);
        agencies.add(
                agency(
                        "H29",
                        "Ủy ban nhân dân Thành phố Hồ Chí Minh",
                        AgencyKind.PROVINCIAL_COMMITTEE,
                        null,
                        null,
                        "provincial-committee"));
        agencies.add(
                agency(
                        WARD,
                        "Ủy ban nhân dân phường Bến Thành",
                        AgencyKind.COMMUNE_COMMITTEE,
                        "H29",
                        "26743",
                        "commune"));
        agencies.add(
                agency(
                        POLICE,
                        "Công an phường Bến Thành",
                        AgencyKind.COMMUNE_POLICE,
                        null,
                        "26743",
                        "commune-police"));
        agencies.add(
                agency(
                        FIRE,
                        "Phòng Cảnh sát phòng cháy, chữa cháy",
                        AgencyKind.PROVINCIAL_POLICE,
                        null,
                        null,
                        "fire-police"));
        agencies.add(
                agency(
                        INSURANCE,
                        "Bảo hiểm xã hội Thành phố",
                        AgencyKind.DEPARTMENT,
                        "H29",
                        null,
                        "social-insurance"));
    }

    private static Agency agency(
            String code,
            String name,
            AgencyKind kind,
            @Nullable String parent,
            @Nullable String commune,
            String group) {
        return new Agency(
                code,
                LocalText.of(name),
                kind,
                parent,
                "79",
                commune,
                "1 Lê Lợi",
                "02838000000",
                LocalText.of("Bộ phận Một cửa", "One-stop desk"),
                group,
                LocalText.of(""),
                null,
                null,
                false);
    }

    public Caller person(String login, String name, String agency, PositionKind position) {
        var id =
                as(
                        Caller.system(),
                        () ->
                                bean(Accounts.class)
                                        .register(NewAccount.officer(login, name, PASSWORD)));
        run(
                "2026-09-01T08:00",
                Caller.system(),
                () ->
                        bean(Staff.class)
                                .appoint(
                                        new StaffMember(
                                                id,
                                                name,
                                                agency,
                                                "mot-cua",
                                                position,
                                                LocalText.of("Công chức", "Officer"))));
        return new Caller(Role.OFFICER, id, agency, name);
    }

    /// Publishes a procedure with this process; the rest of it is always the same.
    public ReleaseId publish(String code, String group, String process) {
        return publish(code, group, process, "");
    }

    /// @param more further lines of the one channel
    public ReleaseId publish(String code, String group, String process, String more) {
        var id = new ReleaseId(code, 1);
        run(
                "2026-09-01T08:00",
                Caller.system(),
                () -> {
                    if (bean(Releases.class).find(id).isPresent()) return;
                    var faults = new FaultSink();
                    var procedure =
                            TogetherTexts.PROCEDURE
                                    .replace("CODE", code)
                                    .replace("GROUP", group)
                                    .replace("MORE", more);
                    var texts = new HashMap<String, String>();
                    texts.put("procedure.yaml", procedure);
                    texts.put("form.yaml", TogetherTexts.FORM);
                    texts.put("process.yaml", process);
                    var report =
                            bean(Releases.class).importFiles(ReleaseFiles.ofTexts(texts, faults));
                    if (!faults.isEmpty() || bean(Releases.class).find(id).isEmpty())
                        throw new IllegalStateException(faults.faults() + " " + report);
                });
        return id;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T as(Caller caller, Supplier<T> work) {
        return asking.as(
                caller, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    public static Instant time(String hanoi) {
        return HanoiTime.instant(LocalDateTime.parse(hanoi));
    }

    public <T> T at(String hanoi, Caller caller, Supplier<T> work) {
        var result = new AtomicReference<T>();
        PlatformClock.at(time(hanoi), () -> result.set(asking.as(caller, work)));
        return Objects.requireNonNull(result.get());
    }

    public void run(String hanoi, Caller caller, Runnable work) {
        PlatformClock.at(time(hanoi), () -> asking.run(caller, work));
    }

    public UUID file(String hanoi, ReleaseId release) {
        return file(hanoi, release, WARD, Map.of());
    }

    /// Files online.
    public UUID file(String hanoi, ReleaseId release, String agency, Map<String, Object> more) {
        var answers = new HashMap<String, Object>(more);
        answers.putIfAbsent("name", "Hồ Văn Lực");
        answers.putIfAbsent("phone", "+84908123318");
        var filing =
                new Filing(
                        release,
                        Channel.ONLINE,
                        null,
                        agency,
                        Answers.of(answers),
                        citizen.account(),
                        citizen.name(),
                        List.of(),
                        ReturnWay.COUNTER,
                        "together-" + KEYS.incrementAndGet(),
                        null);
        var filed = at(hanoi, citizen, () -> bean(Intake.class).file(filing));
        if (!(filed instanceof Filed.Accepted accepted))
            throw new IllegalStateException(filed.toString());
        return as(
                Caller.system(),
                () -> bean(DossierStore.class).idOf(accepted.code()).orElseThrow());
    }

    /// Filed and accepted.
    public UUID accepted(String hanoi, ReleaseId release) {
        var id = file(hanoi, release);
        run(hanoi, receptionist, () -> bean(Desk.class).accept(id, version(id)));
        return id;
    }

    public void done(String hanoi, Caller by, UUID id, String step, String outcome) {
        var token = open(id, step).token();
        run(
                hanoi,
                by,
                () -> bean(Desk.class).completeStep(id, version(id), token, outcome, "xong"));
    }

    public Dossier dossier(UUID id) {
        return as(Caller.system(), () -> bean(DossierStore.class).require(id));
    }

    public boolean sees(Caller caller, UUID id) {
        return as(caller, () -> bean(DossierStore.class).find(id).isPresent());
    }

    public int version(UUID id) {
        return dossier(id).version();
    }

    public Task open(UUID id, String step) {
        return tasks(id).stream()
                .filter(task -> task.open() && task.stepId().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not among " + tasks(id)));
    }

    public List<Task> tasks(UUID id) {
        return as(Caller.system(), () -> bean(TaskStore.class).of(id));
    }

    public List<String> openSteps(UUID id) {
        return tasks(id).stream().filter(Task::open).map(Task::stepId).sorted().toList();
    }

    /// Kinds of what happened, in order, without looks.
    public List<String> history(UUID id) {
        return as(Caller.system(), () -> bean(Journal.class).history("dossier", id)).stream()
                .map(FeedEntry::entry)
                .map(entry -> entry.kind().replace("dossier.", ""))
                .filter(kind -> !kind.equals("viewed"))
                .toList();
    }

    public void drain(String consumer) {
        // An entry is given out once nothing older is being written anywhere on the server.
        var feed = bean(JournalFeed.class);
        for (int i = 0; i < 200 && feed.backlog(consumer) > 0; i++) {
            feed.drainAll(consumer);
            if (feed.backlog(consumer) > 0) LockSupport.parkNanos(50_000_000);
        }
    }
}
