package vn.motcua.dossier.internal.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.part.DeskPart;
import vn.motcua.dossier.internal.part.DeskParts;
import vn.motcua.dossier.internal.part.Opened;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.ResultFacts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.processing.Slips;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.reading.Visits;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.tracking.ProgressReader;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.FormContext;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.journal.History;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.ProcessDiagram;
import vn.motcua.worktime.Calendars;

/// Opens a dossier for an officer. Row-level security decides whether there is one to open;
/// opening it is written down.
@Service
public class DeskDossierReader {
    /// So much of what happened stands on the page; the rest has pages of its own. What is new
    /// since an officer last looked is found among it.
    static final int HISTORY = 40;

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final ProgressReader progress;
    private final Rules rules;
    private final ResultFacts resultFacts;
    private final Slips slips;
    private final Forms forms;
    private final Permissions permissions;
    private final PaperLines paperLines;
    private final NewsWords news;
    private final WorkLines pieces;
    private final List<DeskPart<?>> parts;
    private final Vault vault;
    private final Calendars calendars;
    private final Journal journal;
    private final History past;
    private final Visits visits;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    DeskDossierReader(
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            ProgressReader progress,
            Rules rules,
            ResultFacts resultFacts,
            Slips slips,
            Forms forms,
            Permissions permissions,
            PaperLines paperLines,
            NewsWords news,
            WorkLines pieces,
            ObjectProvider<DeskPart<?>> parts,
            Vault vault,
            Calendars calendars,
            Journal journal,
            History past,
            Visits visits,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.progress = progress;
        this.rules = rules;
        this.resultFacts = resultFacts;
        this.slips = slips;
        this.forms = forms;
        this.permissions = permissions;
        this.paperLines = paperLines;
        this.news = news;
        this.pieces = pieces;
        this.parts = parts.orderedStream().toList();
        this.vault = vault;
        this.calendars = calendars;
        this.journal = journal;
        this.past = past;
        this.visits = visits;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    /// The whole page. Writes down that the officer has looked.
    ///
    /// @param file the paper to show; null shows the first
    @Transactional
    public DeskDossierView open(
            UUID id, @Nullable UUID file, Locale locale, @Nullable String notice) {
        var dossier = dossiers.require(id);
        var caller = asking.current();
        var account = Objects.requireNonNull(caller.account());
        var now = clock.instant();
        var latest = past.latest(Facts.SUBJECT, id, Visits.NO_NEWS, null, HISTORY + 1);
        var views =
                journal.recent(
                        Looks.VIEWED, Facts.SUBJECT, id, Looks.since(now), account, Looks.PAPER);
        var looks = Looks.of(latest.reversed(), views, account, now);
        if (!looks.again())
            journal.append(Facts.of("viewed", dossier, caller, now, Purposes.ofLook()));
        visits.shown(id);
        var words = new DeskWords(messages, locale);
        // Work of those asked for an opinion stands with the opinions.
        var work = tasks.of(id).stream().filter(task -> task.kind() != Task.Kind.OPINION).toList();
        var names = news.names(dossier.agency());
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var shown = paperLines.of(dossier, papers.supplements(id), file, words);
        var told =
                news.lines(
                        latest.stream()
                                .limit(HISTORY)
                                .map(line -> line.entry())
                                .toList()
                                .reversed(),
                        dossier,
                        names,
                        words);
        return new DeskDossierView(
                id,
                dossier.version(),
                progress.of(dossier, work),
                dossier.summary(),
                person(dossier),
                "dossier.channel." + dossier.channel(),
                "dossier.return." + dossier.returnWay(),
                pieces.open(dossier, work, words),
                shown.missing(),
                news.lines(looks.news(), dossier, names, words),
                looks.before() == null ? null : HanoiTime.timeAndDate(looks.before()),
                visits.beside(id).stream()
                        .map(
                                other ->
                                        words.t(
                                                "desk-page.beside",
                                                other.name(),
                                                HanoiTime.time(other.since())))
                        .toList(),
                answers(dossier, context, words, locale),
                shown.components(),
                shown.paper(),
                shown.asked(),
                choices(dossier, work).all().stream()
                        .map(choice -> choice(id, choice, words))
                        .toList(),
                pieces.handedOver(dossier, work, words),
                documents(dossier, words),
                told,
                latest.size() > HISTORY,
                NewsWords.areas(looks.news()),
                diagram(dossier, locale),
                notice,
                DeskParts.of(
                        parts,
                        new Opened(
                                dossier,
                                work,
                                caller,
                                account,
                                permissions.posts(caller),
                                names,
                                now,
                                looks.before(),
                                words,
                                locale)));
    }

    /// The answers, and what officers typed for the result.
    private List<AnswerLine.Group> answers(
            Dossier dossier, FormContext context, DeskWords words, Locale locale) {
        var groups =
                new ArrayList<>(rules.form(dossier).describe(dossier.answers(), context, locale));
        var lines =
                resultFacts.of(dossier).stream()
                        .map(
                                fact ->
                                        new AnswerLine(
                                                "",
                                                fact.id(),
                                                words.in(fact.label()),
                                                List.of(words.in(fact.value())),
                                                List.of()))
                        .toList();
        if (!lines.isEmpty())
            groups.add(new AnswerLine.Group("result", words.t("desk.dossier.facts"), lines));
        return groups;
    }

    private static DeskDossierView.Person person(Dossier dossier) {
        var people = dossier.people();
        return new DeskDossierView.Person(
                people.ownerName(),
                people.filerName(),
                people.ownerPersonalId(),
                people.ownerPhone() == null ? null : PhoneNumber.shown(people.ownerPhone()),
                people.ownerEmail(),
                people.assistedBy() != null);
    }

    /// What the caller may do; must run in a transaction.
    Choices choices(Dossier dossier, List<Task> work) {
        var caller = asking.current();
        return new Choices(
                dossier,
                permissions.posts(caller),
                Objects.requireNonNull(caller.account()),
                work,
                rules.process(dossier),
                rules.variables(dossier),
                dossier.clockPaused(clock.instant(), calendars.of(dossier.agency())),
                rules.record(dossier).supplement().maxDuringAppraisal());
    }

    private static DeskDossierView.Choice choice(UUID id, Choices.Choice choice, DeskWords words) {
        var key = "desk.act." + choice.kind().path();
        var href = new StringBuilder("/desk/dossiers/" + id + "/acts/" + choice.kind().path());
        if (choice.token() != null) href.append("?token=").append(encoded(choice.token()));
        if (choice.outcome() != null) href.append("&outcome=").append(encoded(choice.outcome()));
        var step = choice.step() == null ? words.t("desk.kind.RECEPTION") : words.in(choice.step());
        return new DeskDossierView.Choice(
                href.toString(),
                choice.kind() == ActKind.STEP ? step : words.t(key, step),
                words.t(key + ".effect", step),
                choice.negative()
                        || choice.kind() == ActKind.REFUSE
                        || choice.kind() == ActKind.STOP);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<DeskDossierView.Document> documents(Dossier dossier, DeskWords words) {
        var list = new ArrayList<DeskDossierView.Document>();
        var base = "/desk/dossiers/" + dossier.id();
        for (var result : papers.results(dossier.id()))
            list.add(
                    new DeskDossierView.Document(
                            words.in(
                                            new vn.motcua.kernel.LocalText(
                                                    result.nameVi(), result.nameEn()))
                                    + ", "
                                    + result.number(),
                            base + "/files/" + result.file(),
                            HanoiTime.timeAndDate(result.issued()),
                            true));
        for (var slip : papers.slips(dossier.id()))
            list.add(
                    new DeskDossierView.Document(
                            words.t("dossier.slip." + slip.kind()),
                            base + "/slips/" + slip.id(),
                            HanoiTime.timeAndDate(slip.issued()),
                            false));
        return list;
    }

    private @Nullable String diagram(Dossier dossier, Locale locale) {
        var process = rules.process(dossier);
        var json = dossier.process();
        return ProcessDiagram.svg(process, json == null ? null : process.state(json), locale);
    }

    /// A slip as it was issued; reading it is written down.
    @Transactional
    public byte[] slip(UUID id, UUID slip) {
        var dossier = dossiers.require(id);
        var content = slips.print(dossier, slip);
        viewed(dossier, Map.of(Looks.PAPER, "slip", "slip", slip.toString()));
        return content;
    }

    /// The hand-over log on paper; reading it is written down.
    @Transactional
    public byte[] control(UUID id) {
        var dossier = dossiers.require(id);
        viewed(dossier, Map.of(Looks.PAPER, "control"));
        return slips.printControl(dossier, tasks.of(id));
    }

    /// A letter was read before it goes out.
    @Transactional
    public void previewed(UUID id, ActKind kind) {
        viewed(dossiers.require(id), Map.of(Looks.PAPER, "letter", "act", kind.path()));
    }

    /// A page of what happened, newest first; reading it is written down.
    @Transactional
    public HistoryView history(UUID id, History.@Nullable Place before, Locale locale) {
        var dossier = dossiers.require(id);
        viewed(dossier, Map.of(Looks.PAPER, "history"));
        var lines = past.latest(Facts.SUBJECT, id, Visits.NO_NEWS, before, HISTORY + 1);
        var shown = lines.stream().limit(HISTORY).toList();
        var words = new DeskWords(messages, locale);
        return new HistoryView(
                id,
                dossier.code().value(),
                news.lines(shown.stream().map(line -> line.entry()).toList(), dossier, words),
                lines.size() > HISTORY ? History.Place.of(shown.getLast()) : null);
    }

    private void viewed(Dossier dossier, Map<String, Object> more) {
        var data = new HashMap<>(Purposes.ofLook());
        data.putAll(more);
        journal.append(Facts.of("viewed", dossier, asking.current(), clock.instant(), data));
    }

    /// A file of this dossier and of no other.
    @Transactional(readOnly = true)
    public StoredFile file(UUID id, UUID file) {
        var dossier = dossiers.require(id);
        boolean paper = dossier.papers().stream().anyMatch(p -> p.files().contains(file));
        boolean reply =
                papers.supplements(id).stream()
                        .flatMap(request -> request.answers().values().stream())
                        .anyMatch(answer -> answer.files().contains(file));
        boolean result = papers.results(id).stream().anyMatch(issued -> issued.file().equals(file));
        return Optional.of(file)
                .filter(f -> paper || reply || result)
                .flatMap(vault::find)
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public String code(UUID id) {
        return dossiers.require(id).code().value();
    }
}
