package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        var versions = store.history(code);
        var national = at(versions, "", day);
        var record = national;
        for (int end = 0; agency != null && end >= 0 && record != null; ) {
            end = agency.indexOf('.', end + 1);
            var variant = at(versions, end < 0 ? agency : agency.substring(0, end), day);
            if (variant != null) record = PublishedJson.overlaid(record, variant);
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

    private static @Nullable Published at(
            List<RecordStore.Version> versions, String scope, LocalDate day) {
        for (var version : versions) {
            if (version.scope().equals(scope) && !version.validFrom().isAfter(day)) {
                return version.content();
            }
        }
        return null;
    }

    /// Every version known of a procedure; empty when there is none.
    Optional<HistoryView> history(String code) {
        var lines = new ArrayList<HistoryView.Line>();
        var agencies = new java.util.TreeSet<String>();
        var headers = releases.snapshot().headers().getOrDefault(code, List.of());
        for (var header : headers.reversed()) {
            var agency = header.agency();
            if (agency != null) agencies.add(agency);
            lines.add(
                    new HistoryView.Line(
                            header.from().toString(),
                            HanoiTime.date(header.from()),
                            agency == null ? "" : agency,
                            header.id().version(),
                            null));
        }
        for (var version : store.history(code)) {
            if (!version.scope().isEmpty()) agencies.add(version.scope());
            lines.add(
                    new HistoryView.Line(
                            version.validFrom().toString(),
                            HanoiTime.date(version.validFrom()),
                            version.scope(),
                            0,
                            HanoiTime.timeAndDate(version.recorded())));
        }
        if (lines.isEmpty()) return Optional.empty();
        var name = find(code).map(found -> found.release().record().name());
        return Optional.of(
                new HistoryView(
                        code,
                        name.orElse(LocalText.of(code)),
                        releases.today().toString(),
                        lines,
                        List.copyOf(agencies)));
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
