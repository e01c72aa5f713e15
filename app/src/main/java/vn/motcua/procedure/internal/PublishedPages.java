package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.internal.PublishedView.DecisionView;
import vn.motcua.procedure.internal.PublishedView.Link;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.PublishedJson;
import vn.motcua.procedure.internal.records.RecordShelf;
import vn.motcua.procedure.internal.records.RecordShelf.Books;
import vn.motcua.procedure.internal.records.RecordStore;
import vn.motcua.procedure.internal.records.Standing;

/// Finds what a procedure's page shows: the release in force, else what was published.
@Component
class PublishedPages {
    private static final int PAGE = 50;
    private static final int MOST_AGENCIES = 100;

    private final ReleaseShelf releases;
    private final RecordShelf records;

    private final RecordStore store;

    PublishedPages(ReleaseShelf releases, RecordShelf records, RecordStore store) {
        this.releases = releases;
        this.records = records;
        this.store = store;
    }

    record Found(Release release, PublishedView told) {}

    Books books() {
        return records.on(releases.snapshot().version(), releases.today());
    }

    Optional<Found> find(String code) {
        var books = books();
        var release = releases.current(code, null);
        var held = RecordShelf.find(books, code);
        if (release.isEmpty() && held.isEmpty()) return Optional.empty();
        var told = held.map(one -> told(books, one.record(), release.isPresent()));
        return Optional.of(
                new Found(
                        release.orElseGet(() -> held.orElseThrow().release()),
                        told.orElse(PublishedView.NONE)));
    }

    /// As it was on another day, or as one agency has it: the nearest agency's own words over the
    /// national ones.
    Optional<Found> find(String code, @Nullable String agency, LocalDate day) {
        var header = ReleaseShelf.header(releases.snapshot(), code, agency, day);
        var scopes = scopes(agency);
        var versions = store.on(code, scopes, day);
        Published record = null;
        for (var scope : scopes) {
            var own = versions.get(scope);
            if (own == null) continue;
            // An agency's own procedure stands for itself where the nation has none.
            record = record == null ? own : PublishedJson.overlaid(record, own);
        }
        var release = header.flatMap(found -> releases.find(found.id()));
        if (release.isEmpty() && record == null) return Optional.empty();
        var shown = record;
        var books = new Books(0, day, books().byCode(), books().byLocalCode());
        return Optional.of(
                new Found(
                        release.orElseGet(
                                () -> RecordShelf.shown(java.util.Objects.requireNonNull(shown))),
                        shown == null
                                ? PublishedView.NONE
                                : told(books, shown, release.isPresent())));
    }

    /// The nation, then each agency from the highest down to the one asked for.
    private static List<String> scopes(@Nullable String agency) {
        var scopes = new ArrayList<String>(List.of(""));
        for (int end = 0; agency != null && end >= 0; ) {
            end = agency.indexOf('.', end + 1);
            scopes.add(end < 0 ? agency : agency.substring(0, end));
        }
        return scopes;
    }

    /// A page of the versions known of a procedure; empty when there is none. Releases, of which
    /// there are few, stand on the first page.
    Optional<HistoryView> history(String code, long after) {
        var lines = new ArrayList<HistoryView.Line>();
        var agencies = new TreeSet<>(store.agencies(code, MOST_AGENCIES));
        for (var header : releases.snapshot().headers().getOrDefault(code, List.of()).reversed()) {
            var agency = header.agency();
            if (agency != null) agencies.add(agency);
            if (after == 0) lines.add(line(header.from(), agency, header.id().version(), null));
        }
        var some = store.history(code, after, PAGE + 1);
        boolean more = some.size() > PAGE;
        var shown = more ? some.subList(0, PAGE) : some;
        for (var one : shown) {
            lines.add(line(one.validFrom(), one.scope(), 0, HanoiTime.timeAndDate(one.recorded())));
        }
        if (lines.isEmpty()) return Optional.empty();
        var name = find(code).map(found -> found.release().record().name());
        return Optional.of(
                new HistoryView(
                        code,
                        name.orElse(LocalText.of(code)),
                        releases.today().toString(),
                        lines,
                        List.copyOf(agencies),
                        more ? String.valueOf(shown.getLast().id()) : null));
    }

    private static HistoryView.Line line(
            LocalDate from, @Nullable String agency, int release, @Nullable String recorded) {
        return new HistoryView.Line(
                from.toString(),
                HanoiTime.date(from),
                agency == null ? "" : agency,
                release,
                recorded);
    }

    /// The national code of what others call otherwise; null when nobody does.
    @Nullable String nationalCode(String other) {
        var books = books();
        var local = books.byLocalCode().get(other);
        if (local != null) return local;
        var national = ProcedureCodes.in(other);
        return national != null && !national.equals(other) && find(national).isPresent()
                ? national
                : null;
    }

    /// A release here is the law of this platform, whatever an older list says of its code.
    private PublishedView told(Books books, Published record, boolean released) {
        var standing = Standing.on(books.day(), record);
        var by = standing.by();
        boolean inForce = released || standing.state() == Standing.State.IN_FORCE;
        var successor = by == null ? null : by.replacedBy();
        return new PublishedView(
                inForce ? null : standing.state().name().toLowerCase(Locale.ROOT),
                date(standing.since()),
                by == null ? null : by.number(),
                inForce || successor == null ? null : link(books, successor),
                record.decisions().isEmpty()
                        ? List.of()
                        : Standing.ordered(record.decisions()).reversed().stream()
                                .map(PublishedPages::decision)
                                .toList(),
                related(books, record),
                record.localCodes().stream().map(Published.LocalCode::code).toList(),
                true,
                record.declared());
    }

    private List<Link> related(Books books, Published record) {
        List<Link> links = new ArrayList<>();
        for (var one : record.related()) links.add(link(books, one.code()));
        return links;
    }

    private Link link(Books books, String code) {
        return new Link(
                code,
                releases.current(code, null)
                        .map(release -> release.record().name())
                        .or(
                                () ->
                                        RecordShelf.find(books, code)
                                                .map(held -> held.release().record().name()))
                        .orElse(null));
    }

    private static DecisionView decision(Published.Decision decision) {
        return new DecisionView(
                decision.act().name().toLowerCase(Locale.ROOT),
                decision.number(),
                date(decision.date()),
                date(decision.from()));
    }

    static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : HanoiTime.date(date);
    }
}
