package vn.motcua.dossier.internal.opinion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.PositionKind;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Service;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;
import vn.motcua.worktime.TimeLimit;

/// Asking others for their opinion, and answering. The asking officer has an open step of the
/// dossier in hand; whoever answers holds the piece of work at the asked agency, and sees what
/// was chosen for them and nothing else.
@org.springframework.stereotype.Service
public class Opinions {
    private static final Locale KEPT_IN = Locale.of("vi");

    private final Permissions permissions;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final OpinionStore opinions;
    private final Rules rules;
    private final Forms forms;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Vault vault;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Opinions(
            Permissions permissions,
            DossierStore dossiers,
            TaskStore tasks,
            OpinionStore opinions,
            Rules rules,
            Forms forms,
            Agencies agencies,
            Calendars calendars,
            Vault vault,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.permissions = permissions;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.opinions = opinions;
        this.rules = rules;
        this.forms = forms;
        this.agencies = agencies;
        this.calendars = calendars;
        this.vault = vault;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Asks one or several at once, each with its own term.
    @Transactional
    public void ask(UUID id, int version, Question question) {
        if (question.asked().isEmpty() || question.words().isBlank())
            throw new ProblemException(DossierProblem.NOTHING_ASKED);
        var act = permissions.begin(id, version, PositionKind.values());
        if (!mayAsk(act.dossier(), tasks.of(id), act)) throw act.notAllowed();
        var shown = shown(act.dossier(), question);
        var limit = TimeLimit.workingDays(question.days());
        var after = act.dossier().takenOver();
        for (var asked : question.asked()) {
            var agency = agencies.require(asked.agency());
            var silence = silence(act.dossier(), agency.unitGroup());
            open(
                    after,
                    asked,
                    new Origin(null, null, act.by()),
                    question.words(),
                    shown,
                    Deadlines.due(limit, act.now(), calendars.of(agency.code())),
                    silence,
                    act.now());
        }
        dossiers.update(after);
    }

    private static boolean mayAsk(Dossier dossier, List<Task> work, Acting act) {
        return work.stream().anyMatch(task -> asks(task) && act.posts().mayDo(task))
                && !dossier.beforeAcceptance();
    }

    /// Whether an officer who holds this piece of work may ask others about it.
    static boolean asks(Task task) {
        return task.open()
                && !task.suspended()
                && task.kind() == Task.Kind.STEP
                && task.position().officer();
    }

    /// What asked: a step of the process, or an officer by hand.
    record Origin(@Nullable String step, @Nullable String token, Caller by) {}

    /// Opens the question and the piece of work of whoever is asked.
    void open(
            Dossier dossier,
            Question.Asked asked,
            Origin origin,
            String words,
            Opinion.Shown shown,
            Instant due,
            SilenceRule silence,
            Instant now) {
        var id = Ids.next(clock);
        var by = origin.by();
        var opinion =
                new Opinion(
                        id,
                        dossier.id(),
                        opinions.nextNumber(dossier.id()),
                        dossier.code().value(),
                        dossier.release().procedureCode(),
                        dossier.release().version(),
                        dossier.people().ownerName(),
                        dossier.agency(),
                        asked.agency(),
                        asked.unit(),
                        origin.step(),
                        origin.token(),
                        by.account(),
                        by.name(),
                        now,
                        words,
                        shown,
                        due,
                        silence.silence(),
                        silence.note(),
                        null,
                        null,
                        null,
                        1);
        opinions.insert(opinion);
        tasks.open(
                Task.opened(
                        id,
                        dossier.id(),
                        asked.agency(),
                        Task.Kind.OPINION,
                        Task.OPINION,
                        token(id),
                        Position.CASE_OFFICER,
                        asked.unit(),
                        now,
                        due,
                        null,
                        null));
        journal.append(
                Facts.of(
                        "opinion-asked",
                        dossier,
                        by,
                        now,
                        Map.of("number", opinion.number(), "asked", asked.agency())));
    }

    static String token(UUID id) {
        return "opinion:" + id;
    }

    /// Everything the dossier says, for a step of the process that asks: the release has decided.
    Opinion.Shown all(Dossier dossier) {
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var groups =
                rules.form(dossier).describe(dossier.answers(), context, KEPT_IN).stream()
                        .map(Opinions::group)
                        .toList();
        return new Opinion.Shown(groups, papers(dossier));
    }

    private static Opinion.Group group(AnswerLine.Group group) {
        return new Opinion.Group(
                group.title(),
                group.lines().stream()
                        .filter(line -> !line.values().isEmpty())
                        .map(line -> new Opinion.Line(line.label(), line.values()))
                        .toList());
    }

    private Opinion.Shown shown(Dossier dossier, Question question) {
        var context = forms.context(dossier.channel().name(), dossier.agency());
        var groups = new ArrayList<Opinion.Group>();
        for (var group : rules.form(dossier).describe(dossier.answers(), context, KEPT_IN)) {
            if (question.sections().contains(group.section())) groups.add(group(group));
        }
        var papers =
                papers(dossier).stream()
                        .filter(paper -> question.files().contains(paper.file()))
                        .toList();
        return new Opinion.Shown(groups, papers);
    }

    /// The papers of a dossier that can be shown, named by component and file.
    List<Opinion.Paper> papers(Dossier dossier) {
        var components = rules.record(dossier).components();
        var names =
                vault.findAll(
                        dossier.papers().stream()
                                .flatMap(paper -> paper.files().stream())
                                .toList());
        var papers = new ArrayList<Opinion.Paper>();
        for (var paper : dossier.papers()) {
            var component =
                    components.stream()
                            .filter(c -> c.id().equals(paper.component()))
                            .findFirst()
                            .map(c -> c.name().vi())
                            .orElse(paper.component());
            for (var file : paper.files()) {
                var stored = names.get(file);
                if (stored != null)
                    papers.add(new Opinion.Paper(file, component + " – " + stored.name()));
            }
        }
        return papers;
    }

    /// Silence agrees only where the release of the dossier says so of this kind of agency.
    SilenceRule silence(Dossier dossier, String unitGroup) {
        return rules.process(dossier).steps().stream()
                .filter(
                        step ->
                                step.service() instanceof Service.Opinion(var group, var _)
                                        && group.equals(unitGroup))
                .findFirst()
                .map(SilenceRule::of)
                .orElse(SilenceRule.NOTHING);
    }

    /// The question as the asked agency sees it; reading it is written down.
    @Transactional
    public Opinion read(UUID id) {
        var opinion = asked(id);
        if (opinion.open()) {
            var look = new HashMap<>(Purposes.ofLook("opinion"));
            look.put("number", opinion.number());
            viewed(opinion, look);
        }
        return opinion;
    }

    private Opinion asked(UUID id) {
        return opinions.find(id)
                .filter(opinion -> opinion.askedAgency().equals(asking.current().agency()))
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// Whether the caller holds the piece of work.
    @Transactional(readOnly = true)
    public boolean mayAnswer(Opinion opinion) {
        var caller = asking.current();
        return caller.is(Role.OFFICER, Role.LEADER)
                && opinion.open()
                && tasks.find(opinion.id()).filter(permissions.posts(caller)::mayDo).isPresent();
    }

    /// Answers once; an answer after the term counts and is marked late.
    ///
    /// @param file stored by the answering officer; null for none
    @Transactional
    public void answer(
            UUID id, int version, Opinion.Answer answer, String words, @Nullable UUID file) {
        var opinion = opinions.lock(id).orElseThrow(() -> outOfReach(id));
        if (!mayAnswer(opinion)) {
            if (opinion.open()) throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, opinion.code());
        }
        if (opinion.version() != version)
            throw new ProblemException(DossierProblem.CHANGED_MEANWHILE, opinion.code());
        if (answer != Opinion.Answer.AGREES && words.isBlank())
            throw new ProblemException(DossierProblem.REASON_MISSING);
        var by = asking.current();
        var now = clock.instant();
        var account = Objects.requireNonNull(by.account());
        var reply = new Opinion.Reply(answer, words.strip(), file, account, by.name(), now);
        opinions.answer(id, reply);
        tasks.close(
                opinion.dossier(), token(id), by.account(), by.name(), answer.name(), null, now);
        if (file != null) vault.share(List.of(file), opinion.agency());
        journal.append(
                Facts.of(
                        "opinion-answered",
                        dossier(opinion),
                        by,
                        now,
                        Map.of(
                                "number", opinion.number(),
                                "asked", opinion.askedAgency(),
                                "answer", answer.name(),
                                "late", now.isAfter(opinion.due()))));
    }

    private ProblemException outOfReach(UUID id) {
        return new ProblemException(
                opinions.find(id).isPresent()
                        ? DossierProblem.NOT_YOUR_STEP
                        : DossierProblem.NOT_FOUND);
    }

    /// The facts of the journal need a dossier the asked agency cannot see.
    private Dossier dossier(Opinion opinion) {
        return asking.as(Caller.system(), () -> dossiers.require(opinion.dossier()));
    }

    /// A chosen paper, as long as the question is open to its reader.
    @Transactional
    public UUID paper(UUID id, UUID file) {
        var opinion = asked(id);
        boolean chosen =
                opinion.shown().papers().stream().anyMatch(paper -> paper.file().equals(file));
        if (!chosen || !opinion.open()) throw new ProblemException(DossierProblem.NOT_FOUND);
        var look = new HashMap<>(Purposes.ofLook("opinion-file"));
        look.put("file", file.toString());
        viewed(opinion, look);
        return file;
    }

    /// The file of an answer, for both sides; reading it is written down.
    @Transactional
    public UUID replyFile(UUID id) {
        var opinion =
                opinions.find(id).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        var reply = opinion.reply();
        if (reply == null || reply.file() == null)
            throw new ProblemException(DossierProblem.NOT_FOUND);
        viewed(opinion, Purposes.ofLook("opinion-reply"));
        return reply.file();
    }

    private void viewed(Opinion opinion, Map<String, Object> data) {
        journal.append(
                Facts.of("viewed", dossier(opinion), asking.current(), clock.instant(), data));
    }

    /// The dossier an opinion belongs to; empty for one the caller does not see.
    @Transactional(readOnly = true)
    public Optional<UUID> dossierOf(UUID id) {
        return opinions.find(id).map(Opinion::dossier);
    }

    @Transactional(readOnly = true)
    public List<Opinion> of(UUID dossier) {
        return opinions.of(dossier);
    }

    /// Name of whoever is asked, with the unit where one is named.
    LocalText name(String agency, @Nullable String unit) {
        var name = agencies.find(agency).map(found -> found.name()).orElse(LocalText.of(agency));
        if (unit == null) return name;
        var inside =
                agencies.units(agency).stream()
                        .filter(known -> known.id().equals(unit))
                        .findFirst()
                        .map(known -> known.name())
                        .orElse(LocalText.of(unit));
        return LocalText.of(inside.vi() + ", " + name.vi(), inside.en() + ", " + name.en());
    }
}
