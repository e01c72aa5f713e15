package vn.motcua.dossier.internal.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.desk.DeskDossierView;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.dossier.internal.desk.PaperLines;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.form.AnswerLine;
import vn.motcua.form.Forms;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;

/// Lays out the page of findings.
@Service
class ReviewReader {
    static final int HISTORY = 50;

    private final DossierStore dossiers;
    private final PaperStore papers;
    private final TaskStore tasks;
    private final MarkStore marks;
    private final PaperLines paperLines;
    private final Rules rules;
    private final Forms forms;
    private final Permissions permissions;
    private final Journal journal;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    ReviewReader(
            DossierStore dossiers,
            PaperStore papers,
            TaskStore tasks,
            MarkStore marks,
            PaperLines paperLines,
            Rules rules,
            Forms forms,
            Permissions permissions,
            Journal journal,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.dossiers = dossiers;
        this.papers = papers;
        this.tasks = tasks;
        this.marks = marks;
        this.paperLines = paperLines;
        this.rules = rules;
        this.forms = forms;
        this.permissions = permissions;
        this.journal = journal;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    /// How the page comes about.
    ///
    /// @param typed what was typed and could not be saved; empty otherwise
    /// @param theirs what colleagues found meanwhile
    /// @param before the oldest finding of the history shown before; null for the newest ones
    record Asked(
            Map<Mark.Part, Finding> typed,
            List<Mark> theirs,
            boolean saved,
            @Nullable Long before) {
        static Asked plain(boolean saved, @Nullable Long before) {
            return new Asked(Map.of(), List.of(), saved, before);
        }
    }

    /// Reading the papers one by one is written down like any look.
    @Transactional
    ReviewView view(UUID id, Asked asked, Locale locale) {
        var dossier = dossiers.require(id);
        var words = new DeskWords(messages, locale);
        var caller = asking.current();
        journal.append(
                Facts.of("viewed", dossier, caller, clock.instant(), Purposes.ofLook("review")));
        var kinds = marks.kinds();
        var names = names(kinds, words);
        var found = new HashMap<Mark.Part, Mark>();
        marks.current(id).forEach(mark -> found.put(mark.part(), mark));
        var requests = papers.supplements(id);
        var lines = paperLines.of(dossier, requests, null, words);
        var paperRows = papers(dossier, lines, found, asked.typed(), words);
        var groups = answers(dossier, found, asked.typed(), locale);
        var labels = labels(paperRows, groups);
        var posts = permissions.posts(caller);
        boolean may = posts.actsOn(dossier) && !dossier.state().isFinal();
        var seen = found.values().stream().mapToLong(Mark::seq).max().orElse(0);
        var before = asked.before() == null ? Long.MAX_VALUE : asked.before();
        var history = marks.history(id, before, HISTORY + 1);
        return new ReviewView(
                id,
                dossier.code().value(),
                rules.record(dossier).name(),
                dossier.people().ownerName(),
                may,
                seen,
                paperRows,
                groups,
                options(kinds, Subject.PAPER, words),
                options(kinds, Subject.ANSWER, words),
                told(asked.theirs(), labels, names, words),
                told(history.stream().limit(HISTORY).toList(), labels, names, words),
                history.size() > HISTORY ? history.get(HISTORY - 1).seq() : null,
                asked.saved(),
                may
                        && dossier.can(vn.motcua.dossier.internal.model.Act.REQUEST_SUPPLEMENT)
                        && posts.maySupplement(dossier, tasks.of(id), rules.process(dossier)),
                paperRows.stream().flatMap(row -> row.files().stream()).findFirst().orElse(null));
    }

    private List<ReviewView.Line> papers(
            Dossier dossier,
            PaperLines.Lines lines,
            Map<Mark.Part, Mark> found,
            Map<Mark.Part, Finding> typed,
            DeskWords words) {
        var rows = new LinkedHashMap<String, ReviewView.Line>();
        for (var component : lines.components()) {
            var part = new Mark.Part(Subject.PAPER, component.id());
            var files = new ArrayList<ReviewView.File>();
            var values = new ArrayList<String>();
            var before = rows.get(component.id());
            if (before != null) {
                files.addAll(before.files());
                values.addAll(before.values());
            }
            component.files().forEach(file -> files.add(file(dossier, file)));
            values.add(state(component, words));
            rows.put(component.id(), line(part, component.name(), values, files, found, typed));
        }
        return List.copyOf(rows.values());
    }

    private static ReviewView.File file(Dossier dossier, DeskDossierView.File file) {
        return new ReviewView.File(
                file.name(),
                "/desk/dossiers/" + dossier.id() + "/files/" + file.id(),
                file.picture());
    }

    private static String state(DeskDossierView.Component component, DeskWords words) {
        if (component.formKey() != null) return words.t(component.formKey(), component.quantity());
        return words.t(component.required() ? "desk.paper.missing" : "desk.paper.optional");
    }

    private List<ReviewView.Group> answers(
            Dossier dossier,
            Map<Mark.Part, Mark> found,
            Map<Mark.Part, Finding> typed,
            Locale locale) {
        var groups = new ArrayList<ReviewView.Group>();
        for (var group : described(dossier, locale)) {
            var rows =
                    group.lines().stream()
                            .filter(line -> !line.values().isEmpty())
                            .map(
                                    line ->
                                            line(
                                                    new Mark.Part(Subject.ANSWER, line.path()),
                                                    line.label(),
                                                    line.values(),
                                                    List.of(),
                                                    found,
                                                    typed))
                            .toList();
            boolean open = rows.stream().anyMatch(row -> row.kind() != null);
            if (!rows.isEmpty()) groups.add(new ReviewView.Group(group.title(), open, rows));
        }
        return groups;
    }

    List<AnswerLine.Group> described(Dossier dossier, Locale locale) {
        var context = forms.context(dossier.channel().name(), dossier.agency());
        return rules.form(dossier).describe(dossier.answers(), context, locale);
    }

    private static ReviewView.Line line(
            Mark.Part part,
            String name,
            List<String> values,
            List<ReviewView.File> files,
            Map<Mark.Part, Mark> found,
            Map<Mark.Part, Finding> typed) {
        var mark = found.get(part);
        var shown = typed.getOrDefault(part, mark == null ? Finding.NONE : mark.finding());
        var by = mark == null ? null : mark.name() + ", " + HanoiTime.timeAndDate(mark.at());
        return new ReviewView.Line(
                part.key(), name, values, files, shown.kind(), shown.comment(), by);
    }

    private static List<ReviewView.Option> options(
            List<MarkKind> kinds, Subject subject, DeskWords words) {
        return kinds.stream()
                .filter(kind -> kind.fits(subject))
                .map(kind -> new ReviewView.Option(kind.code(), words.in(kind.name())))
                .toList();
    }

    private static Map<String, String> names(List<MarkKind> kinds, DeskWords words) {
        var names = new HashMap<String, String>();
        kinds.forEach(kind -> names.put(kind.code(), words.in(kind.name())));
        return names;
    }

    private static Map<String, String> labels(
            List<ReviewView.Line> papers, List<ReviewView.Group> answers) {
        var labels = new HashMap<String, String>();
        papers.forEach(line -> labels.put(line.key(), line.name()));
        answers.forEach(
                group -> group.lines().forEach(line -> labels.put(line.key(), line.name())));
        return labels;
    }

    private static List<String> told(
            List<Mark> marks,
            Map<String, String> labels,
            Map<String, String> names,
            DeskWords words) {
        return marks.stream()
                .map(
                        mark ->
                                words.t(
                                        mark.comment().isBlank()
                                                ? "desk-page.review.found"
                                                : "desk-page.review.found-words",
                                        HanoiTime.timeAndDate(mark.at()),
                                        mark.name(),
                                        labels.getOrDefault(mark.part().key(), mark.part().id()),
                                        mark.kind() == null
                                                ? words.t("desk-page.review.taken-back")
                                                : names.getOrDefault(mark.kind(), mark.kind()),
                                        mark.comment()))
                .toList();
    }
}
