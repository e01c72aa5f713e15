package vn.motcua.insight.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.Asking;
import vn.motcua.insight.InsightProblem;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.worktime.Calendars;

/// Puts the leader's pages together, for the reader's own agency and those below it.
@Service
@Transactional(readOnly = true)
class LeaderDesk {
    static final int PAGE = 25;
    private static final int WEEKS = 12;

    private final FigureStore figures;
    private final FactStore facts;
    private final FactList list;
    private final Names names;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;

    LeaderDesk(
            FigureStore figures,
            FactStore facts,
            FactList list,
            Names names,
            Calendars calendars,
            Asking asking,
            Clock clock) {
        this.figures = figures;
        this.facts = facts;
        this.list = list;
        this.names = names;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
    }

    LeaderView view(@Nullable String agencyAsked, int daysAsked) {
        int days = LeaderView.PERIODS.contains(daysAsked) ? daysAsked : 30;
        var today = HanoiTime.dateOf(clock.instant());
        var scope = scope(agencyAsked, today.minusDays(days - 1L), today);
        var before = scope.before();
        var total = figures.total(scope);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var firstMonday = monday.minusWeeks(WEEKS - 1L);
        return new LeaderView(
                scope.agency(),
                names.agency(scope.agency()),
                above(scope.agency()),
                days,
                scope.from(),
                scope.to(),
                facts.reading().countedTo(),
                PlaceRow.of(
                        scope.agency(), names.agency(scope.agency()), total, figures.total(before)),
                byKey(figures.now(scope)),
                channels(total),
                causes(total),
                Trend.of(
                        firstMonday,
                        WEEKS,
                        figures.weeks(scope.between(firstMonday, monday.plusDays(6)))),
                rows(figures.children(scope), figures.children(before), names::agency),
                rows(figures.procedures(scope), figures.procedures(before), names::procedure));
    }

    DossierListView list(Asked asked, @Nullable String after) {
        var scope = scope(asked);
        var key = FactList.Key.read(after);
        var lines = list.page(asked.figure(), scope, asked.procedure(), key, PAGE + 1);
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        var link = link(asked.figure(), asked, scope);
        return new DossierListView(
                asked.figure().key(),
                asked.figure().isOfNow(),
                list.count(asked.figure(), scope, asked.procedure()),
                names.agency(scope.agency()),
                scope.from(),
                scope.to(),
                facts.reading().countedTo(),
                asked.procedure() == null ? null : names.procedure(asked.procedure()),
                Groups.of(asked.figure()).stream()
                        .map(f -> new DossierListView.Choice(f.key(), link(f, asked, scope)))
                        .toList(),
                shown.stream().map(line -> row(line, scope.now())).toList(),
                key == null,
                lines.size() > PAGE ? link + "&after=" + shown.getLast().key().text() : null,
                link,
                link.replace("/leader/dossiers?", "/leader/dossiers.csv?"),
                "/leader?agency=" + scope.agency());
    }

    /// Refuses what the reader may not see, before the first line is written.
    void demand(Asked asked) {
        var _ = scope(asked);
    }

    /// Gives every dossier behind the figure to `take`, one by one.
    void each(Asked asked, Consumer<DossierListView.Row> take) {
        var scope = scope(asked);
        list.each(
                asked.figure(),
                scope,
                asked.procedure(),
                line -> take.accept(row(line, scope.now())));
    }

    private Scope scope(Asked asked) {
        var today = HanoiTime.dateOf(clock.instant());
        var to = asked.to() == null ? today : asked.to();
        var from = asked.from() == null ? to.minusDays(29) : asked.from();
        return scope(asked.agency(), from, to);
    }

    private Scope scope(@Nullable String agencyAsked, LocalDate from, LocalDate to) {
        var own = asking.current().agency();
        var agency = agencyAsked == null || agencyAsked.isBlank() ? own : agencyAsked.strip();
        if (own == null
                || own.isEmpty()
                || agency == null
                || !(agency.equals(own) || agency.startsWith(own + "."))) {
            throw new ProblemException(InsightProblem.NOT_YOUR_AGENCY);
        }
        var now = clock.instant();
        var calendar = calendars.of(agency);
        return new Scope(agency, from, to, now, calendar.plus(now, calendar.fullDay().negated()));
    }

    private List<LeaderView.Place> above(String agency) {
        var own = asking.current().agency();
        var places = new ArrayList<LeaderView.Place>();
        for (String code = DayFigures.above(agency);
                code != null && own != null && code.length() >= own.length();
                code = DayFigures.above(code))
            places.addFirst(new LeaderView.Place(code, names.agency(code)));
        return List.copyOf(places);
    }

    private static List<PlaceRow> rows(
            Map<String, Tally> now, Map<String, Tally> before, Function<String, LocalText> name) {
        return now.entrySet().stream()
                .map(
                        entry ->
                                PlaceRow.of(
                                        entry.getKey(),
                                        name.apply(entry.getKey()),
                                        entry.getValue(),
                                        before.getOrDefault(entry.getKey(), Tally.NONE)))
                .sorted(Comparator.comparingLong(PlaceRow::received).reversed())
                .toList();
    }

    private static List<LeaderView.Count> channels(Tally total) {
        return counts(
                List.of(Measure.ONLINE, Measure.DIRECT, Measure.POSTAL),
                measure -> Figure.valueOf(measure.name()).key(),
                total);
    }

    private static List<LeaderView.Count> causes(Tally total) {
        var causes = new ArrayList<Measure>();
        for (var verdict : EndToEnd.values())
            if (verdict != EndToEnd.PROVEN && total.get(verdict.measure()) > 0)
                causes.add(verdict.measure());
        return counts(causes, measure -> Figure.valueOf(measure.name().substring(4)).key(), total)
                .stream()
                .sorted(Comparator.comparingLong(LeaderView.Count::count).reversed())
                .toList();
    }

    private static List<LeaderView.Count> counts(
            List<Measure> measures, Function<Measure, String> key, Tally total) {
        long most = Math.max(1, measures.stream().mapToLong(total::get).max().orElse(1));
        return measures.stream()
                .map(
                        m ->
                                new LeaderView.Count(
                                        key.apply(m), total.get(m), total.get(m) / (double) most))
                .toList();
    }

    private static Map<String, Long> byKey(Map<Figure, Long> counts) {
        var map = new LinkedHashMap<String, Long>();
        counts.forEach((figure, count) -> map.put(figure.key(), count));
        return map;
    }

    private static String link(Figure figure, Asked asked, Scope scope) {
        var procedure = asked.procedure();
        return LeaderView.list(
                figure.key(),
                scope.agency(),
                procedure == null ? "" : procedure,
                scope.from(),
                scope.to());
    }

    private DossierListView.Row row(FactList.Line line, Instant now) {
        return new DossierListView.Row(
                line.id(),
                line.code(),
                names.procedure(line.procedure()),
                line.channel(),
                line.submittedAt(),
                line.measuredDueAt(),
                line.finishedAt(),
                line.state(),
                standing(line, now));
    }

    private static String standing(FactList.Line line, Instant now) {
        if (line.state().equals("NOT_ACCEPTED") || line.state().equals("STOPPED")) return "apart";
        if (line.supplements() > 1) return "asked-twice";
        var due = line.measuredDueAt();
        var finished = line.finishedAt();
        if (finished != null) return due != null && finished.isAfter(due) ? "late" : "done";
        if (line.state().equals("SUPPLEMENT_REQUESTED") || line.state().equals("PAYMENT_REQUESTED"))
            return "with-citizen";
        if (due == null) return "none";
        return now.isAfter(due) ? "overdue" : "in-time";
    }

    /// Which dossiers are asked for.
    record Asked(
            Figure figure,
            @Nullable String agency,
            @Nullable String procedure,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
