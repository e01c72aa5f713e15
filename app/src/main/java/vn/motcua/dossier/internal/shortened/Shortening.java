package vn.motcua.dossier.internal.shortened;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Role;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.TypedDate;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.Releases;
import vn.motcua.procedure.Term;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Deadlines;
import vn.motcua.worktime.ShortenedTerm;
import vn.motcua.worktime.ShortenedTerms;
import vn.motcua.worktime.TimeLimit;

/// Enters and ends shortened terms for operators. A term counts for what is accepted from its
/// first day on; what is open keeps the day it was promised.
@Service
class Shortening {
    private static final int YEARS_AHEAD = 5;

    private final ShortenedTerms terms;
    private final Releases releases;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Shortening(
            ShortenedTerms terms,
            Releases releases,
            Agencies agencies,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.terms = terms;
        this.releases = releases;
        this.agencies = agencies;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    private LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    /// Those in force and to come first, then those that are over.
    List<TermsView.Line> lines() {
        return terms.all().stream()
                .map(this::line)
                .sorted(
                        Comparator.comparing((TermsView.Line line) -> line.state().equals("OVER"))
                                .thenComparing(TermsView.Line::procedure)
                                .thenComparing(TermsView.Line::key))
                .toList();
    }

    private TermsView.Line line(ShortenedTerm term) {
        var to = term.to();
        return new TermsView.Line(
                TermKey.of(term),
                term.procedure(),
                releases.current(term.procedure()).map(found -> found.record().name()).orElse(null),
                agencies.find(term.agency()).map(agency -> agency.name()).orElse(null),
                term.channel(),
                term.caseCode(),
                term.limit(),
                HanoiTime.date(term.from()),
                to == null ? null : HanoiTime.date(to),
                term.decision(),
                to != null && to.isBefore(today())
                        ? "OVER"
                        : term.from().isAfter(today()) ? "COMING" : "NOW");
    }

    TermsView.Line one(String key) {
        return line(find(key));
    }

    private ShortenedTerm find(String key) {
        return terms.all().stream()
                .filter(term -> TermKey.of(term).equals(key))
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// Field to message key; empty when it can be previewed.
    Map<String, String> faults(TermTyped typed) {
        var faults = new LinkedHashMap<String, String>();
        var release = releases.current(typed.procedure());
        if (release.isEmpty()) faults.put("procedure", "shortened-term.fault.procedure");
        if (!typed.caseCode().isEmpty() && release.isPresent() && !knows(release.get(), typed))
            faults.put("caseCode", "shortened-term.fault.case");
        if (!typed.agency().isEmpty() && agencies.find(typed.agency()).isEmpty())
            faults.put("agency", "shortened-term.fault.agency");
        if (typed.byPercent() && typed.by() == null)
            faults.put("channel", "shortened-term.fault.channel");
        if (release.isPresent() && faults.isEmpty()) amount(typed, release.get(), faults);
        days(typed, faults);
        decision(typed.decision(), typed.decided(), faults);
        return faults;
    }

    private static boolean knows(Release release, TermTyped typed) {
        return release.record().cases().stream()
                .anyMatch(known -> known.code().equals(typed.caseCode()));
    }

    private void amount(TermTyped typed, Release release, Map<String, String> faults) {
        var field = typed.byPercent() ? "percent" : "quantity";
        var usual = usual(typed, release);
        if (usual.isEmpty()) faults.put(field, "shortened-term.fault.no-term");
        else if (typed.limit(usual.get()).isEmpty())
            faults.put(field, "shortened-term.fault." + field);
        else if (typed.first().isPresent() && preview(typed).isEmpty())
            faults.put(field, "shortened-term.fault.longer");
    }

    private void days(TermTyped typed, Map<String, String> faults) {
        var first = typed.first();
        if (first.isEmpty()
                || first.get().isBefore(today())
                || first.get().isAfter(today().plusYears(YEARS_AHEAD)))
            faults.put("from", "shortened-term.fault.from");
        boolean ends = !typed.to().isEmpty();
        if (ends && typed.last().filter(last -> before(last, first)).isEmpty())
            faults.put("to", "shortened-term.fault.to");
    }

    private static boolean before(LocalDate last, Optional<LocalDate> first) {
        return first.isEmpty() || !last.isBefore(first.get());
    }

    private void decision(String decision, String decided, Map<String, String> faults) {
        if (decision.isEmpty()) faults.put("decision", "shortened-term.fault.decision");
        if (TypedDate.read(decided).filter(day -> !day.isAfter(today())).isEmpty())
            faults.put("decided", "shortened-term.fault.decided");
    }

    /// The published term of the channel and case; of every channel, that of the one filed in
    /// most: online.
    private static Optional<TimeLimit> usual(TermTyped typed, Release release) {
        var channel = typed.by() == null ? Channel.ONLINE : typed.by();
        var caseCode = typed.caseCode().isEmpty() ? null : typed.caseCode();
        return release.record()
                .rule(channel, caseCode)
                .or(() -> release.record().rule(Channel.DIRECT, caseCode))
                .map(rule -> rule.term())
                .map(term -> term instanceof Term.Within within ? within.limit() : null);
    }

    /// What it would do to somebody who files on the first day at eight; empty when that is not
    /// earlier than now. Only of what is otherwise without faults.
    Optional<TermsView.Preview> preview(TermTyped typed) {
        var release = releases.current(typed.procedure()).orElseThrow();
        var usual = usual(typed, release).orElseThrow();
        var limit = typed.limit(usual).orElseThrow();
        var calendar = calendars.of(typed.agency());
        var at = HanoiTime.instant(typed.first().orElseThrow().atTime(LocalTime.of(8, 0)));
        var before = Deadlines.due(usual, at, calendar);
        var after = Deadlines.due(limit, at, calendar);
        return after.isBefore(before)
                ? Optional.of(
                        new TermsView.Preview(
                                release.record().name(), usual, limit, at, before, after))
                : Optional.empty();
    }

    @Transactional
    public void decide(TermTyped typed) {
        operator();
        var limit = preview(typed).orElseThrow().limit();
        var term =
                new ShortenedTerm(
                        typed.agency(),
                        typed.procedure(),
                        typed.by() == null ? null : typed.channel(),
                        typed.caseCode().isEmpty() ? null : typed.caseCode(),
                        limit,
                        typed.first().orElseThrow(),
                        typed.last().orElse(null),
                        typed.rests());
        write("dossier.term-shortened", term, terms.decide(term), term.to());
    }

    private void operator() {
        if (!asking.current().is(Role.OPERATOR))
            throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
    }

    /// @return field to message key; nothing ends unless it is empty
    @Transactional
    public Map<String, String> end(String key, String last, String decision, String decided) {
        operator();
        var term = find(key);
        var faults = new LinkedHashMap<String, String>();
        var day = TypedDate.read(last).orElse(null);
        var to = term.to();
        if (day == null || day.isBefore(today().minusDays(1)) || to != null && !day.isBefore(to))
            faults.put("last", "shortened-term.fault.last");
        decision(decision, decided, faults);
        if (!faults.isEmpty()) return faults;
        var rests = decision + ", " + HanoiTime.date(TypedDate.read(decided).orElseThrow());
        write(
                "dossier.term-shortening-ended",
                term,
                terms.end(term, Objects.requireNonNull(day), rests),
                day);
        return faults;
    }

    private void write(String kind, ShortenedTerm term, int version, @Nullable LocalDate to) {
        var caller = asking.current();
        var data = new LinkedHashMap<String, Object>();
        data.put("version", version);
        data.put("procedure", term.procedure());
        data.put("agency", term.agency());
        data.put("limit", term.limit().quantity() + " " + term.limit().unit());
        data.put("from", term.from().toString());
        if (to != null) data.put("to", to.toString());
        data.put("decision", term.decision());
        journal.append(
                new Entry(
                        kind,
                        "shortened-term",
                        UUID.nameUUIDFromBytes(TermKey.of(term).getBytes(StandardCharsets.UTF_8)),
                        null,
                        new Actor(caller.role().setting(), caller.account(), caller.agency()),
                        clock.instant(),
                        data));
    }
}
