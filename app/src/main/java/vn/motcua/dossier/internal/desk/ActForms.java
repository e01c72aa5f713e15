package vn.motcua.dossier.internal.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.LateReasons;
import vn.motcua.dossier.internal.processing.Lateness;
import vn.motcua.dossier.internal.processing.ResultFacts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.reading.Visits;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.journal.FeedEntry;
import vn.motcua.journal.History;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.ProcedureRecord.Reason;
import vn.motcua.workflow.Ask;
import vn.motcua.workflow.Position;

/// Lays out the page of an act. Nothing is changed here.
@Service
class ActForms {
    private static final int NEWS = 20;

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Rules rules;
    private final ResultFacts resultFacts;
    private final Lateness lateness;
    private final DeskDossierReader reader;
    private final PaperLines papers;
    private final Brought brought;
    private final Effects effects;
    private final Letters letters;
    private final NewsWords news;
    private final Journal journal;
    private final History past;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    ActForms(
            DossierStore dossiers,
            TaskStore tasks,
            Rules rules,
            ResultFacts resultFacts,
            Lateness lateness,
            DeskDossierReader reader,
            PaperLines papers,
            Brought brought,
            Effects effects,
            Letters letters,
            NewsWords news,
            Journal journal,
            History past,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.rules = rules;
        this.resultFacts = resultFacts;
        this.lateness = lateness;
        this.reader = reader;
        this.papers = papers;
        this.brought = brought;
        this.effects = effects;
        this.letters = letters;
        this.news = news;
        this.journal = journal;
        this.past = past;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param preview whether the letter is shown
    /// @param conflict whether something was sent that could not be done: somebody else was
    /// faster, or the act is not the officer's
    @Transactional(readOnly = true)
    public ActView view(
            UUID id,
            ActKind kind,
            Typed typed,
            Locale locale,
            Map<String, String> errors,
            boolean preview,
            boolean conflict) {
        var dossier = dossiers.require(id);
        var work = tasks.of(id);
        var words = new DeskWords(messages, locale);
        var choice = choice(dossier, work, kind, typed);
        boolean negative = choice != null && choice.negative();
        boolean late = late(dossier, work, kind, choice);
        boolean meanwhile =
                (conflict && choice != null)
                        || (typed.version() != 0 && typed.version() != dossier.version());
        var letter = preview && errors.isEmpty() ? letters.of(kind, dossier, typed, now()) : null;
        return new ActView(
                id,
                dossier.code().value(),
                rules.record(dossier).name(),
                dossier.people().ownerName(),
                dossier.version(),
                kind,
                name(kind, choice, words),
                choice != null,
                negative,
                identity(dossier, work, kind, typed),
                choice == null ? List.of() : effects.of(kind, dossier, typed, words, now()),
                reasons(dossier, kind, late, words),
                kind == ActKind.SUPPLEMENT
                        ? components(dossier, words)
                        : kind == ActKind.RECEIVE_SUPPLEMENT ? brought.asked(id) : List.of(),
                typed,
                kind == ActKind.ACCEPT && choice != null
                        ? letters.of(kind, dossier, typed, now())
                        : letter,
                meanwhile,
                meanwhile ? changes(dossier, words) : List.of(),
                kind == ActKind.STEP && choice != null
                        ? facts(dossier, work, typed, words)
                        : List.of(),
                conflict || meanwhile || !errors.isEmpty(),
                errors,
                said(kind, work),
                late);
    }

    /// Whether the chosen outcome completes a dossier that is late by its first appointment.
    private boolean late(
            Dossier dossier, List<Task> work, ActKind kind, Choices.@Nullable Choice choice) {
        if (kind != ActKind.STEP || choice == null || choice.outcome() == null) return false;
        if (!lateness.late(dossier, now())) return false;
        var process = rules.process(dossier);
        var outcome = choice.outcome();
        return work.stream()
                .filter(task -> task.open() && task.token().equals(choice.token()))
                .flatMap(task -> process.find(task.stepId()).stream())
                .flatMap(step -> step.outcomes().stream())
                .anyMatch(found -> found.id().equals(outcome) && found.issues() != null);
    }

    private static @Nullable String said(ActKind kind, List<Task> work) {
        if (kind != ActKind.GRANT_WITHDRAWAL && kind != ActKind.DECLINE_WITHDRAWAL) return null;
        return work.stream()
                .filter(task -> task.open() && task.kind() == Task.Kind.WITHDRAWAL)
                .map(Task::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Instant now() {
        return clock.instant();
    }

    private List<String> changes(Dossier dossier, DeskWords words) {
        var account = Objects.requireNonNull(asking.current().account());
        var id = dossier.id();
        // to the millisecond after: the look of this visit is the last one
        var soon = now().plusSeconds(1);
        var looked =
                journal.recent(Looks.VIEWED, Facts.SUBJECT, id, soon, account, Looks.PAPER).stream()
                        .map(line -> line.entry().at())
                        .max(Comparator.naturalOrder());
        return looked.map(
                        at ->
                                news.lines(
                                        past
                                                .since(
                                                        Facts.SUBJECT,
                                                        id,
                                                        Visits.NO_NEWS,
                                                        at,
                                                        account,
                                                        NEWS)
                                                .stream()
                                                .map(FeedEntry::entry)
                                                .toList(),
                                        dossier,
                                        words))
                .orElse(List.of());
    }

    private Choices.@Nullable Choice choice(
            Dossier dossier, List<Task> work, ActKind kind, Typed typed) {
        return reader.choices(dossier, work).all().stream()
                .filter(choice -> choice.kind() == kind)
                .filter(choice -> choice.token() == null || choice.token().equals(typed.token()))
                .filter(
                        choice ->
                                choice.outcome() == null
                                        || choice.outcome().equals(typed.outcome()))
                .findFirst()
                .orElse(null);
    }

    private static String name(ActKind kind, Choices.@Nullable Choice choice, DeskWords words) {
        var step = choice == null || choice.step() == null ? null : words.in(choice.step());
        if (kind == ActKind.STEP) return step == null ? words.t("desk.act.step") : step;
        return words.t(
                "desk.act." + kind.path(), step == null ? words.t("desk.kind.RECEPTION") : step);
    }

    /// Whoever fetches a result at the counter shows who they are.
    private static boolean identity(Dossier dossier, List<Task> work, ActKind kind, Typed typed) {
        if (kind != ActKind.STEP || dossier.state() != DossierState.COMPLETED) return false;
        if (dossier.returnWay() == ReturnWay.ELECTRONIC) return false;
        return work.stream()
                .anyMatch(
                        t ->
                                t.token().equals(typed.token())
                                        && t.open()
                                        && t.position() == Position.RECEPTIONIST);
    }

    private List<ActView.Fact> facts(
            Dossier dossier, List<Task> work, Typed typed, DeskWords words) {
        var asked = asked(dossier, work, typed);
        if (asked.isEmpty()) return List.of();
        var before = resultFacts.typed(dossier);
        return asked.stream()
                .map(
                        ask ->
                                new ActView.Fact(
                                        ask.id(),
                                        words.in(ask.label()),
                                        ask.type() == Ask.Type.NUMBER,
                                        ask.type() == Ask.Type.LONGTEXT,
                                        ask.required(),
                                        ask.options().stream()
                                                .map(
                                                        option ->
                                                                new ActView.Option(
                                                                        option.id(),
                                                                        words.in(option.label())))
                                                .toList(),
                                        typed.facts()
                                                .getOrDefault(
                                                        ask.id(),
                                                        before.getOrDefault(ask.id(), ""))))
                .toList();
    }

    private List<Ask> asked(Dossier dossier, List<Task> work, Typed typed) {
        return work.stream()
                .filter(task -> task.open() && task.token().equals(typed.token()))
                .findFirst()
                .map(task -> resultFacts.asked(dossier, task.stepId(), typed.outcome()))
                .orElse(List.of());
    }

    private List<ActView.Reason> reasons(
            Dossier dossier, ActKind kind, boolean late, DeskWords words) {
        if (late || kind == ActKind.EXTEND)
            return LateReasons.toChoose().stream()
                    .map(reason -> new ActView.Reason(reason.id(), words.in(reason.text()), null))
                    .toList();
        if (!kind.needsReason()) return List.of();
        var record = rules.record(dossier);
        if (kind == ActKind.PAUSE)
            return record.pauseGrounds().stream()
                    .map(
                            ground ->
                                    new ActView.Reason(
                                            ground.id(), words.in(ground.text()), ground.basis()))
                    .toList();
        List<Reason> listed =
                kind == ActKind.REFUSE ? record.refusalReasons() : record.supplementReasons();
        return listed.stream()
                .map(
                        reason ->
                                new ActView.Reason(
                                        reason.id(), words.in(reason.text()), reason.basis()))
                .toList();
    }

    private List<ActView.Component> components(Dossier dossier, DeskWords words) {
        return papers.open(dossier).stream()
                .map(
                        c ->
                                new ActView.Component(
                                        c.id(),
                                        words.in(c.name()),
                                        c.replacedBy() == null
                                                && dossier.papers().stream()
                                                        .noneMatch(
                                                                paper ->
                                                                        paper.component()
                                                                                .equals(c.id()))))
                .toList();
    }

    /// What the act lacks, before it is tried: field id to words.
    @Transactional(readOnly = true)
    public Map<String, String> faults(UUID id, ActKind kind, Typed typed, Locale locale) {
        var view = view(id, kind, typed, locale, Map.of(), false, false);
        var words = new DeskWords(messages, locale);
        var faults = new LinkedHashMap<String, String>();
        if (!view.allowed()) return faults;
        if (view.reasonNeeded()
                && view.reasons().stream().noneMatch(r -> r.id().equals(typed.reason())))
            faults.put(
                    "reason",
                    words.t(
                            kind == ActKind.PAUSE
                                    ? "desk.fault.ground"
                                    : kind == ActKind.EXTEND || view.late()
                                            ? "desk-clock.fault.late-reason"
                                            : "desk.fault.reason"));
        if (view.late() && typed.lateWords().isBlank())
            faults.put("lateWords", words.t("desk-clock.fault.late-words"));
        if (kind == ActKind.SUPPLEMENT && items(id, typed).isEmpty())
            faults.put("items", words.t("desk.fault.items"));
        if (kind == ActKind.RECEIVE_SUPPLEMENT) faults.putAll(Brought.faults(view, words));
        if (kind == ActKind.EXTEND) moment(id, typed, words, faults);
        if (view.wordsNeeded() && typed.words().isBlank())
            faults.put("words", words.t("desk.fault.words"));
        if (view.identity() && !typed.identity())
            faults.put("identity", words.t("desk.fault.identity"));
        if (!view.facts().isEmpty()) facts(id, typed, words, faults);
        for (var field : typed.unreadable()) faults.put(field, words.t("desk.fault.characters"));
        return faults;
    }

    private void facts(UUID id, Typed typed, DeskWords words, Map<String, String> faults) {
        for (var ask : asked(dossiers.require(id), tasks.of(id), typed)) {
            var fault = ResultFacts.fault(ask, typed.facts().getOrDefault(ask.id(), ""));
            if (fault != null)
                faults.put("fact." + ask.id(), words.t(fault, words.in(ask.label())));
        }
    }

    private void moment(UUID id, Typed typed, DeskWords words, Map<String, String> faults) {
        var moment = typed.moment();
        var due = dossiers.require(id).moments().due();
        if (moment.isEmpty()) faults.put("day", words.t("desk.fault.date"));
        else if (!moment.get().isAfter(now()) || (due != null && !moment.get().isAfter(due)))
            faults.put(
                    "day",
                    words.t("problem." + DossierProblem.NEW_DUE_NOT_LATER.code() + ".detail"));
        else if (Dossier.tooFar(moment.get(), now()))
            faults.put(
                    "day",
                    words.t(
                            "problem." + DossierProblem.NEW_DUE_TOO_FAR.code() + ".detail",
                            Dossier.LONGEST_EXTENSION));
    }

    /// The things asked, named in Vietnamese for the slip.
    @Transactional(readOnly = true)
    public List<vn.motcua.dossier.internal.store.Supplement.Item> items(UUID id, Typed typed) {
        return typed.items(letters.componentNames(dossiers.require(id)));
    }

    /// The piece of work a token names.
    @Transactional(readOnly = true)
    public UUID task(UUID id, String token) {
        return tasks.of(id).stream()
                .filter(task -> task.open() && task.token().equals(token))
                .map(Task::id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblem.CHANGED_MEANWHILE, ""));
    }
}
