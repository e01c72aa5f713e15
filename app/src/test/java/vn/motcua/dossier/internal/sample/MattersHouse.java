package vn.motcua.dossier.internal.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.internal.bundle.PartEnds;
import vn.motcua.dossier.internal.bundle.Parts;
import vn.motcua.dossier.internal.duty.Duties;
import vn.motcua.dossier.internal.duty.Duty;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.opinion.Replies;
import vn.motcua.dossier.internal.opinion.Silences;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.Answers;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.Journal;
import vn.motcua.journal.JournalFeed;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// The sample city on real PostgreSQL, in which the released procedures are walked from filing to
/// result by those whose work it is, at moments the test chooses.
final class MattersHouse {
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final String PARTS = "dossier-parts";

    final TestPlatform platform = TestPlatform.shared();
    private final Filer mother = Filer.of(platform.account(TestPlatform.MOTHER), Place.BEN_THANH);

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    /// Files online as the mother does.
    ///
    /// @param more answers that differ from the usual ones; a null takes one out
    UUID file(String hanoi, String procedure, Map<String, Object> more) {
        var day = LocalDateTime.parse(hanoi).toLocalDate();
        return at(
                hanoi,
                mother.caller(),
                () -> {
                    var file =
                            bean(Vault.class)
                                    .store(
                                            new ByteArrayInputStream(SampleFiles.pdfBytes()),
                                            "ban-ve.pdf",
                                            FilePurpose.COMPONENT,
                                            mother.account());
                    var answers =
                            new HashMap<String, Object>(
                                    SampleAnswers.of(
                                                    procedure,
                                                    mother,
                                                    Place.BEN_THANH,
                                                    day,
                                                    file.id().toString(),
                                                    new Random(7))
                                            .values());
                    answers.putAll(more);
                    var filing =
                            new Filing(
                                    new ReleaseId(procedure, 1),
                                    Channel.ONLINE,
                                    null,
                                    null,
                                    Answers.of(answers),
                                    mother.account(),
                                    mother.name(),
                                    List.of(),
                                    ReturnWay.COUNTER,
                                    "matter-" + KEYS.incrementAndGet(),
                                    null);
                    if (!(bean(Intake.class).file(filing) instanceof Filed.Accepted filed))
                        throw new AssertionError(bean(Intake.class).file(filing));
                    return asSystem(
                            () -> bean(DossierStore.class).idOf(filed.code()).orElseThrow());
                });
    }

    void accept(String hanoi, String by, UUID id) {
        run(hanoi, by, () -> bean(Desk.class).accept(id, dossier(id).version()));
    }

    void done(String hanoi, String by, UUID id, String step, String outcome) {
        done(hanoi, by, id, step, outcome, Map.of());
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
                                        "Đã xem xét, nêu rõ lý do.",
                                        facts));
    }

    /// The mother answers the one thing asked of her.
    void answer(String hanoi, UUID id) {
        run(
                hanoi,
                mother.caller(),
                () -> {
                    var file =
                            bean(Vault.class)
                                    .store(
                                            new ByteArrayInputStream(SampleFiles.pdfBytes()),
                                            "bo-sung.pdf",
                                            FilePurpose.COMPONENT,
                                            mother.account())
                                    .id();
                    var applicant = bean(Applicant.class);
                    applicant.keep(id, "1", "Tôi gửi bổ sung.", List.of(file), List.of());
                    applicant.sendSupplement(id);
                });
    }

    /// A receptionist confirms what the mother paid at the cash desk.
    void paid(String hanoi, String by, UUID id, long amount) {
        var receipt =
                new Duty.Receipt(
                        "BL-" + amount,
                        LocalDateTime.parse(hanoi).toLocalDate(),
                        amount,
                        mother.name(),
                        Duty.Place.CASH_DESK,
                        null,
                        time(hanoi));
        run(hanoi, by, () -> bean(Duties.class).confirm(id, dossier(id).version(), receipt));
    }

    /// The mother finds the draft right.
    void confirmDraft(String hanoi, UUID id) {
        var token = task(id, "draft-check").token();
        run(
                hanoi,
                mother.caller(),
                () -> bean(Applicant.class).completeStep(id, token, "confirmed", null));
    }

    /// What other dossiers and agencies have done reaches those who wait for it.
    void newsTravels(String hanoi) {
        run(
                hanoi,
                Caller.system(),
                () -> {
                    var feed = bean(JournalFeed.class);
                    feed.drainAll(PARTS);
                    for (int tries = 0; tries < 200 && feed.backlog(PARTS) > 0; tries++) {
                        LockSupport.parkNanos(50_000_000);
                        feed.drainAll(PARTS);
                    }
                    bean(PartEnds.class).settle();
                    bean(Replies.class).settle();
                    bean(Silences.class).record();
                });
    }

    /// The dossiers opened for a dossier, by the procedure they belong to.
    Map<String, UUID> parts(UUID parent) {
        var parts = new java.util.LinkedHashMap<String, UUID>();
        var dossier = dossier(parent);
        for (var part : asSystem(() -> bean(Parts.class).of(dossier, one -> one)))
            parts.put(part.release().procedureCode(), part.id());
        return parts;
    }

    /// Moves the clock; what fires by itself then fires.
    void timePasses(String hanoi, UUID id) {
        run(hanoi, Caller.system(), () -> bean(Timers.class).fireDue(id));
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

    /// What was issued; the papers are kept below `target` so that a person can look at them.
    List<PaperStore.IssuedResult> results(UUID id) {
        var results = asSystem(() -> bean(PaperStore.class).results(id));
        for (var result : results)
            try (var paper = asSystem(() -> bean(Vault.class).open(result.file()))) {
                var name = dossier(id).release().procedureCode() + "-" + result.outcome();
                var file = Path.of("target", "papers", name + ".pdf");
                Files.createDirectories(file.getParent());
                Files.write(file, paper.readAllBytes());
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        return results;
    }

    List<String> history(UUID id) {
        return asSystem(() -> bean(Journal.class).history("dossier", id)).stream()
                .map(FeedEntry::entry)
                .map(entry -> entry.kind().replace("dossier.", ""))
                .filter(kind -> !kind.equals("viewed"))
                .toList();
    }

    <T> T asSystem(Supplier<T> work) {
        return bean(Asking.class)
                .as(
                        Caller.system(),
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
        var made = new java.util.concurrent.atomic.AtomicReference<T>();
        run(hanoi, caller, () -> made.set(work.get()));
        return Objects.requireNonNull(made.get());
    }

    static Instant time(String hanoi) {
        return HanoiTime.instant(LocalDateTime.parse(hanoi));
    }
}
