package vn.motcua.dossier.internal.query;

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
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.Answers;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.register.Asked;
import vn.motcua.register.Neighbours;
import vn.motcua.register.Registers;

/// The sample city whose registers are played by the sandbox, at moments the test chooses.
final class QueryHouse {
    static final ReleaseId PENSION = new ReleaseId("1.014027", 2);
    static final String DESK = TestPlatform.RECEPTIONIST;
    static final String SOCIAL = "xahoi.benthanh";
    static final String CHAIR = TestPlatform.APPROVER;
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static @Nullable QueryHouse running;

    final TestPlatform platform = TestPlatform.fresh(Neighbours.open().settings());

    static synchronized QueryHouse open() {
        if (running == null) running = new QueryHouse();
        return running;
    }

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    /// The mother files for an old person and the desk accepts an hour later.
    UUID accepted(String hanoi, String name, String birthDate, String personalId) {
        return accepted(hanoi, name, birthDate, personalId, Map.of());
    }

    UUID accepted(
            String hanoi,
            String name,
            String birthDate,
            String personalId,
            Map<String, Object> more) {
        var id = filed(hanoi, name, birthDate, personalId, more);
        var later = LocalDateTime.parse(hanoi).plusHours(1).toString();
        run(later, DESK, () -> bean(Desk.class).accept(id, dossier(id).version()));
        return id;
    }

    /// Files what the mother declares under any release, and the desk accepts an hour later.
    UUID accepted(String hanoi, ReleaseId release, Map<String, Object> answers) {
        var id = filed(hanoi, release, answers);
        var later = LocalDateTime.parse(hanoi).plusHours(1).toString();
        run(later, DESK, () -> bean(Desk.class).accept(id, dossier(id).version()));
        return id;
    }

    private UUID filed(
            String hanoi,
            String name,
            String birthDate,
            String personalId,
            Map<String, Object> more) {
        var mother = platform.account(TestPlatform.MOTHER);
        var answers = new HashMap<String, Object>();
        answers.put("requestKind", "grant");
        answers.put("filedBy", "relative");
        answers.put("otherName", name);
        answers.put("otherBirthDate", birthDate);
        answers.put("otherPersonalId", personalId);
        answers.put("filerName", mother.fullName());
        answers.put(
                "personAddress",
                Map.of("province", "79", "commune", "26743", "street", "25 đường Lê Lai"));
        answers.put("contactPhone", "+84900000101");
        answers.put("hasPension", false);
        answers.put("payWay", "cash");
        answers.put("declaration", true);
        answers.putAll(more);
        return filed(hanoi, PENSION, answers);
    }

    private UUID filed(String hanoi, ReleaseId release, Map<String, Object> answers) {
        var mother = platform.account(TestPlatform.MOTHER);
        return at(
                hanoi,
                platform.caller(TestPlatform.MOTHER),
                () -> {
                    var filing =
                            new Filing(
                                    release,
                                    Channel.ONLINE,
                                    null,
                                    release.equals(PENSION) ? null : TestPlatform.WARD,
                                    Answers.of(answers),
                                    mother.id(),
                                    mother.fullName(),
                                    List.of(),
                                    ReturnWay.COUNTER,
                                    "query-" + KEYS.incrementAndGet(),
                                    null);
                    var filed = bean(Intake.class).file(filing);
                    if (!(filed instanceof Filed.Accepted accepted))
                        throw new AssertionError(filed);
                    return asSystem(
                            () -> bean(DossierStore.class).idOf(accepted.code()).orElseThrow());
                });
    }

    /// What the platform does every few seconds.
    void work(String hanoi) {
        run(
                hanoi,
                Caller.system(),
                () -> {
                    bean(QueryAnswers.class).work();
                });
    }

    void timePasses(String hanoi, UUID id) {
        run(hanoi, Caller.system(), () -> bean(Timers.class).fireDue(id));
    }

    void done(
            String hanoi,
            String by,
            UUID id,
            String step,
            String outcome,
            Map<String, String> facts) {
        var token = task(id, step).token();
        run(
                hanoi,
                by,
                () ->
                        bean(Desk.class)
                                .completeStep(
                                        id,
                                        dossier(id).version(),
                                        token,
                                        outcome,
                                        "Đã xem.",
                                        facts));
    }

    Task task(UUID id, String step) {
        return tasks(id).stream()
                .filter(task -> task.open() && task.stepId().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open: " + openSteps(id)));
    }

    List<Task> tasks(UUID id) {
        return asSystem(() -> bean(TaskStore.class).of(id));
    }

    List<String> openSteps(UUID id) {
        return tasks(id).stream()
                .filter(task -> task.open() && task.kind() == Task.Kind.STEP)
                .map(Task::stepId)
                .sorted()
                .toList();
    }

    Dossier dossier(UUID id) {
        return asSystem(() -> bean(DossierStore.class).require(id));
    }

    List<Asked> asked(UUID id) {
        return asSystem(() -> bean(Registers.class).of(id));
    }

    List<Entry> history(UUID id) {
        return asSystem(() -> bean(Journal.class).history("dossier", id)).stream()
                .map(FeedEntry::entry)
                .filter(entry -> entry.kind().startsWith("dossier.register"))
                .toList();
    }

    <T> T asSystem(Supplier<T> work) {
        return as(Caller.system(), work);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return bean(Asking.class)
                .as(
                        caller,
                        () ->
                                Objects.requireNonNull(
                                        bean(TransactionTemplate.class).execute(_ -> work.get())));
    }

    void run(String hanoi, String login, Runnable work) {
        run(hanoi, platform.caller(login), work);
    }

    void run(String hanoi, Caller caller, Runnable work) {
        PlatformClock.at(time(hanoi), () -> bean(Asking.class).run(caller, work));
    }

    <T> T at(String hanoi, Caller caller, Supplier<T> work) {
        var made = new AtomicReference<T>();
        run(hanoi, caller, () -> made.set(work.get()));
        return Objects.requireNonNull(made.get());
    }

    static Instant time(String hanoi) {
        return HanoiTime.instant(LocalDateTime.parse(hanoi));
    }
}
