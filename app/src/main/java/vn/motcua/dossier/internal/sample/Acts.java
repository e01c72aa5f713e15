package vn.motcua.dossier.internal.sample;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.RequestKeys;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.store.TimerStore;
import vn.motcua.form.Answers;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Component.Handling;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Processes;

/// The acts of citizens and officers on sample dossiers, each done as the person who would do it.
@Component
class Acts {
    private final Releases releases;
    private final Forms forms;
    private final Intake intake;
    private final Desk desk;
    private final Applicant applicant;
    private final Timers timers;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final RequestKeys keys;
    private final Journal journal;
    private final TimerStore timerStore;
    private final Vault vault;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Processes processes;
    private final Clock clock;

    Acts(
            Releases releases,
            Forms forms,
            Intake intake,
            Desk desk,
            Applicant applicant,
            Timers timers,
            DossierStore dossiers,
            TaskStore tasks,
            RequestKeys keys,
            Journal journal,
            TimerStore timerStore,
            Vault vault,
            Asking asking,
            TransactionTemplate transaction,
            Processes processes,
            Clock clock) {
        this.releases = releases;
        this.forms = forms;
        this.intake = intake;
        this.desk = desk;
        this.applicant = applicant;
        this.timers = timers;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.keys = keys;
        this.journal = journal;
        this.timerStore = timerStore;
        this.vault = vault;
        this.asking = asking;
        this.transaction = transaction;
        this.processes = processes;
        this.clock = clock;
    }

    void file(Life life) {
        var by =
                life.channel == Channel.ONLINE
                        ? life.filer.caller()
                        : officer(life, PositionKind.RECEPTIONIST);
        var filed = asking.as(by, () -> intake.file(filing(life)));
        switch (filed) {
            case Filed.Accepted(var code, var _) ->
                    life.filed(asSystem(() -> dossiers.idOf(code).orElseThrow()));
            case Filed.Incomplete(var faults) ->
                    throw new IllegalStateException(
                            "sample answers of "
                                    + life.procedure
                                    + " are not valid: "
                                    + faults.stream()
                                            .map(fault -> fault.path() + " " + fault.key())
                                            .collect(Collectors.joining(", ")));
        }
    }

    /// When the dossier last moved, where an interrupted load has filed it already.
    Optional<Instant> lastMoved(Life life) {
        return asSystem(
                () -> {
                    var code = keys.filed(key(life));
                    if (code.isEmpty()) return Optional.empty();
                    life.filed(dossiers.idOf(code.get()).orElseThrow());
                    var history = journal.history("dossier", life.id());
                    if (history.stream()
                            .anyMatch(moved -> moved.entry().kind().contains("supplement")))
                        life.askedOnce();
                    return Optional.of(history.getLast().entry().at());
                });
    }

    private static String key(Life life) {
        return "sample-" + life.number;
    }

    private Filing filing(Life life) {
        var release = release(life.procedure);
        var day = HanoiTime.dateOf(clock.instant());
        boolean paper =
                life.withPaper && asksPaper(life.procedure)
                        || life.channel == Channel.ONLINE && SampleMatters.asksFile(life.procedure);
        var file = paper ? upload(life.filer.account(), life.channel == Channel.ONLINE) : null;
        var answers =
                SampleAnswers.of(
                        life.procedure,
                        life.filer,
                        life.office.place(),
                        day,
                        file == null ? null : file.toString(),
                        life.random);
        boolean counter = life.channel == Channel.DIRECT;
        return new Filing(
                release.id(),
                life.channel,
                null,
                counter ? life.office.agency() : null,
                answers,
                life.filer.account(),
                life.filer.name(),
                counter ? papers(release, answers, life) : List.of(),
                life.returnWay,
                key(life),
                null);
    }

    static boolean asksPaper(String procedure) {
        return procedure.equals(SampleAnswers.BIRTH) || procedure.equals(SampleAnswers.DEATH);
    }

    /// What is handed over the counter on paper; uploaded papers are found in the answers.
    private List<Paper> papers(Release release, Answers answers, Life life) {
        var form = forms.of(release);
        var context = forms.context(life.channel.name(), life.office.agency());
        return release.record().components().stream()
                .filter(component -> component.handling() == Handling.SUBMIT)
                .filter(
                        component ->
                                component.required()
                                        && component.channels().contains(Channel.DIRECT))
                .filter(
                        component ->
                                component.when() == null
                                        || form.holds(component.when(), answers, context))
                .filter(
                        component ->
                                !component.id().equals("birth-proof")
                                        && !component.id().equals("death-notice"))
                .map(
                        component ->
                                new Paper(component.id(), Paper.Form.ORIGINAL, 1, List.of(), null))
                .toList();
    }

    private UUID upload(@Nullable UUID owner, boolean photo) {
        var bytes = photo ? SampleFiles.photoBytes() : SampleFiles.pdfBytes();
        var name = photo ? "anh-giay-to.jpg" : "ban-scan.pdf";
        return vault.store(new ByteArrayInputStream(bytes), name, FilePurpose.COMPONENT, owner)
                .id();
    }

    void accept(Life life) {
        asking.run(
                officer(life, PositionKind.RECEPTIONIST),
                () -> desk.accept(life.id(), version(life)));
    }

    void refuse(Life life) {
        var reason = release(life.procedure).record().refusalReasons().getFirst();
        var words = "Mời ông/bà nộp tại cơ quan có thẩm quyền; bộ phận một cửa sẵn sàng hướng dẫn.";
        asking.run(
                officer(life, PositionKind.RECEPTIONIST),
                () -> desk.refuse(life.id(), version(life), new Desk.Grounds(reason.id(), words)));
    }

    void askSupplement(Life life, boolean atReception) {
        var record = release(life.procedure).record();
        var reasons = record.supplementReasons();
        var reason = reasons.get(Math.min(1, reasons.size() - 1));
        var component =
                asksPaper(life.procedure)
                        ? (life.procedure.equals(SampleAnswers.BIRTH)
                                ? "birth-proof"
                                : "death-notice")
                        : null;
        var item =
                new Supplement.Item(
                        "1",
                        component,
                        component == null
                                ? "Giải trình, bổ sung nội dung: "
                                        + reason.text().vi().toLowerCase(Locale.ROOT)
                                : "Chụp lại giấy tờ: ảnh rõ, đủ bốn góc, đọc được dấu");
        var by = officer(life, atReception ? PositionKind.RECEPTIONIST : PositionKind.CASE_OFFICER);
        var words = "Đề nghị ông/bà bổ sung để hồ sơ được giải quyết tiếp.";
        asking.run(
                by,
                () ->
                        desk.requestSupplement(
                                life.id(),
                                version(life),
                                new Desk.Grounds(reason.id(), words),
                                List.of(item)));
        life.askedOnce();
    }

    void answerSupplement(Life life) {
        asking.run(
                life.filer.caller(),
                () -> {
                    var files =
                            asksPaper(life.procedure)
                                    ? List.of(upload(life.filer.account(), true))
                                    : List.<UUID>of();
                    applicant.keep(
                            life.id(), "1", "Tôi gửi bổ sung theo yêu cầu.", files, List.of());
                    applicant.sendSupplement(life.id());
                });
    }

    void requestWithdrawal(Life life) {
        asking.run(
                life.filer.caller(),
                () ->
                        applicant.requestWithdrawal(
                                life.id(), "Tôi chưa cần giải quyết nữa, xin rút hồ sơ."));
    }

    void grantWithdrawal(Life life) {
        asking.run(
                officer(life, PositionKind.CASE_OFFICER),
                () -> desk.grantWithdrawal(life.id(), version(life), "Người nộp xin rút hồ sơ."));
    }

    void claim(Life life, Task task) {
        asking.run(
                officer(life, PositionKind.CASE_OFFICER),
                () -> desk.claim(life.id(), version(life), task.id()));
    }

    void complete(Life life, Task task, String outcome) {
        asking.run(
                officer(life, position(task.position())),
                () ->
                        desk.completeStep(
                                life.id(),
                                version(life),
                                task.token(),
                                outcome,
                                null,
                                facts(life, task, outcome)));
    }

    /// What the step asks for the result, as if the registers had answered.
    private Map<String, String> facts(Life life, Task task, String outcome) {
        var facts = new LinkedHashMap<String, String>();
        var step = processes.of(release(life.procedure)).step(task.stepId());
        for (var ask : step.asksWith(outcome))
            facts.put(
                    ask.id(),
                    switch (ask.id()) {
                        case "personalId" -> "0792260" + (10_000 + life.number % 90_000);
                        case "taxCode" -> "03179" + (10_000 + life.number % 90_000);
                        case "convictions" -> "Không có án tích";
                        case "prohibitions" -> "Không bị cấm";
                        default ->
                                switch (ask.type()) {
                                    case TEXT, LONGTEXT -> life.number % 300 + 1 + "/2026";
                                    case NUMBER -> Integer.toString(life.number % 300 + 1);
                                    case CHOICE -> ask.options().getFirst().id();
                                };
                    });
        return facts;
    }

    void confirmDraft(Life life, Task task, String outcome) {
        asking.run(
                life.filer.caller(),
                () -> applicant.completeStep(life.id(), task.token(), outcome, null));
    }

    void letTimerFire(Life life) {
        var _ = timers.fireDue(life.id());
    }

    void collect(Life life) {
        asking.run(life.filer.caller(), () -> applicant.collect(life.id()));
    }

    void extend(Life life, Instant newDue) {
        asking.run(
                officer(life, PositionKind.APPROVER),
                () ->
                        desk.extend(
                                life.id(),
                                version(life),
                                newDue,
                                new Desk.Grounds(
                                        "complex",
                                        "Cần thêm thời gian xác minh với cơ quan liên quan.")));
    }

    Dossier read(Life life) {
        return asSystem(() -> dossiers.require(life.id()));
    }

    List<Task> openTasks(Life life) {
        return asSystem(
                () ->
                        tasks.of(life.id()).stream()
                                .filter(task -> task.open() && task.kind() == Task.Kind.STEP)
                                .toList());
    }

    @Nullable Instant timer(Life life, Task task) {
        return asSystem(() -> timerStore.firesAt(life.id(), task.token())).orElse(null);
    }

    Release release(String procedure) {
        return releases.current(procedure).orElseThrow();
    }

    private int version(Life life) {
        return read(life).version();
    }

    private <T> T asSystem(Supplier<T> work) {
        return Objects.requireNonNull(
                asking.as(Caller.system(), () -> transaction.execute(_ -> work.get())));
    }

    private static PositionKind position(Position position) {
        return position == Position.SYSTEM
                ? PositionKind.CASE_OFFICER
                : PositionKind.valueOf(position.name());
    }

    private static Caller officer(Life life, PositionKind position) {
        var unit =
                switch (position) {
                    case CASE_OFFICER ->
                            life.procedure.equals(SampleAnswers.HOUSEHOLD) ? "kinh-te" : "ho-tich";
                    case RECEPTIONIST -> "mot-cua";
                    default -> "lanh-dao";
                };
        return life.office.holding(position, unit);
    }
}
