package vn.motcua.dossier.internal.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.print.PaperSize;
import vn.motcua.dossier.internal.print.SheetPrinter;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.ResultFacts;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.workflow.Ask;

/// Reads the register of documents; looking into it is written down.
@Service
class DocumentDesk {
    static final int PAGE = 50;
    private static final int PART = 2000;

    private final DocumentStore store;
    private final DocumentActs acts;
    private final DocumentNumbers numbers;
    private final Agencies agencies;
    private final Staff staff;
    private final Permissions permissions;
    private final SheetPrinter printer;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    DocumentDesk(
            DocumentStore store,
            DocumentActs acts,
            DocumentNumbers numbers,
            Agencies agencies,
            Staff staff,
            Permissions permissions,
            SheetPrinter printer,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.acts = acts;
        this.numbers = numbers;
        this.agencies = agencies;
        this.staff = staff;
        this.permissions = permissions;
        this.printer = printer;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    private Agency agency() {
        var code = asking.current().agency();
        if (code == null) throw new ProblemException(DocumentProblem.NOT_FOUND);
        return agencies.require(code);
    }

    private DocumentStore.Wanted wanted(YearMonth month, String state, String words) {
        return new DocumentStore.Wanted(
                agency().code(), start(month), start(month.plusMonths(1)), state, words);
    }

    private static Instant start(YearMonth month) {
        return HanoiTime.instant(month.atDay(1).atStartOfDay());
    }

    @Transactional
    public DocumentViews.Register list(
            YearMonth month, String state, String q, DocumentStore.@Nullable After after) {
        var agency = agency();
        var named = q.isEmpty() ? List.<Document>of() : store.named(agency.code(), q, PAGE);
        var found = named.isEmpty() ? store.page(wanted(month, state, q), after, PAGE + 1) : named;
        var lines = found.stream().limit(PAGE).toList();
        viewed("documents.viewed", month, lines.size());
        var base = "?month=" + month + "&state=" + state;
        var last = found.size() > PAGE && q.isEmpty() ? lines.getLast() : null;
        boolean decides = permissions.posts(asking.current()).holds(PositionKind.APPROVER);
        return new DocumentViews.Register(
                agency.name(),
                month.getMonthValue() + "/" + month.getYear(),
                state,
                q,
                lines.stream().map(DocumentDesk::line).toList(),
                last == null ? null : "/desk/documents" + base + "&after=" + key(last),
                "/desk/documents/print" + base,
                decides
                        ? store.waiting(agency.code(), 20).stream()
                                .flatMap(act -> store.find(act.document()).stream())
                                .map(DocumentDesk::line)
                                .toList()
                        : List.of());
    }

    private static String key(Document document) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, document.issued()) + "_" + document.id();
    }

    static DocumentViews.Line line(Document document) {
        return new DocumentViews.Line(
                document.id(),
                document.number(),
                document.name(),
                Objects.requireNonNullElse(document.owner(), ""),
                Objects.requireNonNullElse(document.code(), ""),
                HanoiTime.timeAndDate(document.issued()),
                document.signerName(),
                document.state().name(),
                document.replacedBy());
    }

    /// A month on paper, newest last.
    @Transactional
    public byte[] print(YearMonth month, String state) {
        var agency = agency();
        var lines = store.page(wanted(month, state, ""), null, PART).reversed();
        viewed("documents.exported", month, lines.size());
        var now = clock.instant();
        var printed =
                new DocumentViews.Printed(
                        agency.name().vi(),
                        "Tháng " + month.getMonthValue() + " năm " + month.getYear(),
                        lines.stream().map(DocumentDesk::line).toList(),
                        now);
        return printer.print("documents", printed, PaperSize.A4_LANDSCAPE, now);
    }

    private void viewed(String kind, YearMonth month, int count) {
        var caller = asking.current();
        journal.append(
                new Entry(
                        kind,
                        "register",
                        UUID.nameUUIDFromBytes(
                                ("documents/" + caller.agency() + "/" + month)
                                        .getBytes(StandardCharsets.UTF_8)),
                        caller.agency(),
                        new Actor(caller.role().setting(), caller.account(), caller.agency()),
                        clock.instant(),
                        Map.of("month", month.toString(), "count", count)));
    }

    @Transactional(readOnly = true)
    public DocumentViews.One one(UUID id, Map<String, String> typed, Map<String, String> errors) {
        var document = acts.require(id);
        var posts = permissions.posts(asking.current());
        boolean mine = document.agency() != null && document.agency().equals(posts.agency());
        var open = store.open(id).orElse(null);
        boolean stands = document.ended() == null;
        boolean officer =
                posts.holds(
                        PositionKind.RECEPTIONIST,
                        PositionKind.CASE_OFFICER,
                        PositionKind.APPROVER);
        boolean decides =
                mine
                        && open != null
                        && DocumentActs.decider(open, asking.current(), posts).isPresent();
        return new DocumentViews.One(
                line(document),
                document.dossier(),
                document.file(),
                document.sha256(),
                document.ground(),
                document.replaces(),
                open == null
                        ? null
                        : new DocumentViews.Proposed(
                                open.id(),
                                open.kind().name(),
                                open.ground(),
                                open.basis(),
                                open.byName(),
                                open.behalf() == null ? null : open.behalf().name(),
                                HanoiTime.timeAndDate(open.at()),
                                changes(document, open)),
                mine && stands && open == null && officer,
                decides,
                mine && open != null && !decides && nobodyDecides(open),
                stands && mine ? corrections(document) : List.of(),
                typed,
                errors);
    }

    /// Whether every approver of the agency has a part in the proposal.
    private boolean nobodyDecides(DocumentStore.Act open) {
        return staff.inAgency(open.agency()).stream()
                .filter(member -> member.position() == PositionKind.APPROVER)
                .allMatch(member -> open.proposedBy(member.account()));
    }

    private List<DocumentViews.Change> changes(Document document, DocumentStore.Act open) {
        if (open.kind() != DocumentStore.ActKind.REPLACE) return List.of();
        return acts.correctable(document).stream()
                .filter(
                        one ->
                                !open.facts()
                                        .getOrDefault(one.ask().id(), one.value())
                                        .equals(one.value()))
                .map(
                        one ->
                                new DocumentViews.Change(
                                        one.ask().label(),
                                        ResultFacts.words(one.ask(), one.value()),
                                        ResultFacts.words(
                                                one.ask(),
                                                open.facts().getOrDefault(one.ask().id(), ""))))
                .toList();
    }

    private List<DocumentViews.Correction> corrections(Document document) {
        return acts.correctable(document).stream()
                .map(
                        one ->
                                new DocumentViews.Correction(
                                        one.ask().id(),
                                        one.ask().label(),
                                        one.value(),
                                        one.ask().options().stream()
                                                .map(
                                                        option ->
                                                                new DocumentViews.Choice(
                                                                        option.id(),
                                                                        option.label()))
                                                .toList(),
                                        one.ask().type() == Ask.Type.NUMBER))
                .toList();
    }

    @Transactional(readOnly = true)
    public DocumentViews.Books books(Map<String, String> errors) {
        var agency = agency();
        var books =
                numbers.rules(agency.code()).stream()
                        .map(
                                rule ->
                                        new DocumentViews.Book(
                                                rule.kind(),
                                                rule.book(),
                                                rule.format(),
                                                !rule.agency().isEmpty()))
                        .toList();
        return new DocumentViews.Books(agency.name(), books, leads(), errors);
    }

    private boolean leads() {
        return permissions
                .posts(asking.current())
                .holds(PositionKind.LEADER, PositionKind.APPROVER);
    }

    /// How the agency counts and writes the numbers of a kind of document.
    @Transactional
    public void arrange(String kind, String book, String format) {
        permissions.require(PositionKind.LEADER, PositionKind.APPROVER);
        boolean counted = format.contains("{n}") || format.contains("{nn}");
        boolean known = format.replaceAll("\\{(n|nn|year)}", "").matches("[^{}]*");
        if (!counted || !known) throw new ProblemException(DocumentProblem.FORMAT);
        var agency = agency().code();
        store.arrange(agency, kind, book, format);
        var caller = asking.current();
        journal.append(
                new Entry(
                        "documents.book-arranged",
                        "register",
                        UUID.nameUUIDFromBytes(
                                ("documents/" + agency).getBytes(StandardCharsets.UTF_8)),
                        agency,
                        new Actor(caller.role().setting(), caller.account(), agency),
                        clock.instant(),
                        Map.of("kind", kind, "book", book, "format", format)));
    }
}
