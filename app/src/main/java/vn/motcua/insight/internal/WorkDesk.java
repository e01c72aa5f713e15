package vn.motcua.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.LatenessReasons;
import vn.motcua.identity.Asking;
import vn.motcua.insight.InsightProblem;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Position;

/// Puts the pages of time, load and reasons together, for the reader's own agency and those
/// below it. Every figure is counted by the condition its list is made with.
@Service
@Transactional(readOnly = true)
class WorkDesk {
    static final int PAGE = 25;
    static final int WEEKS = 4;
    private static final int ROWS = 40;

    private final WorkList work;
    private final FactStore facts;
    private final Names names;
    private final Asking asking;
    private final Clock clock;

    WorkDesk(WorkList work, FactStore facts, Names names, Asking asking, Clock clock) {
        this.work = work;
        this.facts = facts;
        this.names = names;
        this.asking = asking;
        this.clock = clock;
    }

    /// What is asked: an agency, and days until today or from one day to another.
    record Asked(
            @Nullable String agency, int days, @Nullable LocalDate from, @Nullable LocalDate to) {}

    Scope scope(Asked asked) {
        var own = asking.current().agency();
        var wanted = asked.agency() == null ? "" : asked.agency().strip();
        var agency = wanted.isEmpty() ? own : wanted;
        if (own == null
                || own.isEmpty()
                || agency == null
                || !(agency.equals(own) || agency.startsWith(own + ".")))
            throw new ProblemException(InsightProblem.NOT_YOUR_AGENCY);
        var now = clock.instant();
        var to = asked.to() == null ? HanoiTime.dateOf(now) : asked.to();
        var from = asked.from() == null ? to.minusDays(days(asked) - 1L) : asked.from();
        return new Scope(agency, from, to, now, now);
    }

    private static int days(Asked asked) {
        return LeaderView.PERIODS.contains(asked.days()) ? asked.days() : 30;
    }

    private WorkFrame frame(Asked asked, Scope scope) {
        return new WorkFrame(
                scope.agency(),
                names.agency(scope.agency()),
                days(asked),
                scope.from(),
                scope.to(),
                facts.reading().countedTo());
    }

    TimeView time(Asked asked) {
        var scope = scope(asked);
        var rows = new LinkedHashMap<String, List<WorkList.Cell>>();
        for (var cell : work.cells(scope))
            rows.computeIfAbsent(cell.procedure(), _ -> new ArrayList<>()).add(cell);
        return new TimeView(
                frame(asked, scope),
                rows.entrySet().stream()
                        .sorted(
                                Comparator.comparingLong(
                                        one ->
                                                -one.getValue().stream()
                                                        .mapToLong(WorkList.Cell::pieces)
                                                        .sum()))
                        .limit(ROWS)
                        .map(one -> row(one.getKey(), one.getValue(), scope))
                        .toList());
    }

    private TimeRow row(String procedure, List<WorkList.Cell> cells, Scope scope) {
        return new TimeRow(
                procedure,
                names.procedure(procedure),
                cells.stream()
                        .sorted(
                                Comparator.comparingInt(
                                        cell -> names.place(procedure, cell.step())))
                        .map(
                                cell ->
                                        new TimeCell(
                                                names.step(procedure, cell.step()),
                                                cell.pieces(),
                                                cell.median(),
                                                cell.nine(),
                                                cell.planned(),
                                                link(
                                                        WorkFigure.DONE,
                                                        scope,
                                                        scope.agency(),
                                                        new WorkList.Choice(
                                                                "", "", procedure, cell.step()))))
                        .toList());
    }

    LoadView load(Asked asked) {
        var whole = scope(asked);
        var scope = whole.between(whole.to().minusDays(WEEKS * 7L - 1), whole.to());
        return new LoadView(
                frame(asked, scope),
                WEEKS,
                work.sums(scope, false).stream().map(sum -> unit(sum, scope)).toList(),
                work.sums(scope, true).stream().map(sum -> person(sum, scope)).toList());
    }

    private UnitLoad unit(WorkList.Sum sum, Scope scope) {
        var name = names.unit(sum.agency(), sum.who());
        return new UnitLoad(
                names.agency(sum.agency()),
                name.orElseGet(() -> LocalText.of(sum.who())),
                name.isEmpty() && isPosition(sum.who()) ? sum.who() : null,
                workload(sum),
                links(scope, sum.agency(), new WorkList.Choice(sum.who(), "", "", "")));
    }

    /// A process that names no unit leaves the position in its place.
    private static boolean isPosition(String unit) {
        return Arrays.stream(Position.values()).anyMatch(one -> one.name().equals(unit));
    }

    private PersonLoad person(WorkList.Sum sum, Scope scope) {
        return new PersonLoad(
                names.agency(sum.agency()),
                names.person(sum.agency(), UUID.fromString(sum.who())).orElse(null),
                workload(sum),
                links(scope, sum.agency(), new WorkList.Choice("", sum.who(), "", "")));
    }

    private static Workload workload(WorkList.Sum sum) {
        return new Workload(sum.open(), sum.over(), sum.arrived(), sum.done(), sum.people(), WEEKS);
    }

    private static LoadLinks links(Scope scope, String agency, WorkList.Choice choice) {
        return new LoadLinks(
                link(WorkFigure.OPEN, scope, agency, choice),
                link(WorkFigure.OVER, scope, agency, choice),
                link(WorkFigure.ARRIVED, scope, agency, choice),
                link(WorkFigure.DONE, scope, agency, choice));
    }

    static String link(WorkFigure figure, Scope scope, String agency, WorkList.Choice choice) {
        var link = new StringBuilder("/leader/work?figure=").append(figure.key());
        part(link, "agency", agency);
        part(link, "unit", choice.unit());
        part(link, "officer", choice.officer());
        part(link, "procedure", choice.procedure());
        part(link, "step", choice.step());
        part(link, "from", scope.from().toString());
        part(link, "to", scope.to().toString());
        return link.toString();
    }

    private static void part(StringBuilder link, String name, String value) {
        if (value.isEmpty()) return;
        link.append('&').append(name).append('=');
        link.append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
    }

    ReasonsView reasons(Asked asked) {
        var scope = scope(asked);
        var counts = new LinkedHashMap<String, long[]>();
        for (var reason : work.reasons(scope))
            counts.computeIfAbsent(reason.reason(), _ -> new long[2])[
                            reason.stage().equals("APOLOGY") ? 0 : 1] +=
                    reason.times();
        long total = counts.values().stream().mapToLong(c -> c[0] + c[1]).sum();
        return new ReasonsView(
                frame(asked, scope),
                total,
                counts.entrySet().stream()
                        .sorted(
                                Comparator.comparingLong(
                                        one -> -(one.getValue()[0] + one.getValue()[1])))
                        .map(
                                one ->
                                        new ReasonLine(
                                                LatenessReasons.name(one.getKey()),
                                                one.getValue()[0],
                                                one.getValue()[1],
                                                (one.getValue()[0] + one.getValue()[1])
                                                        / (double) Math.max(1, total),
                                                said(scope, one.getKey(), "APOLOGY"),
                                                said(scope, one.getKey(), "COMPLETED")))
                        .toList());
    }

    static String said(Scope scope, String reason, String stage) {
        var link = new StringBuilder("/leader/said?agency=").append(scope.agency());
        part(link, "reason", reason);
        part(link, "stage", stage);
        part(link, "from", scope.from().toString());
        part(link, "to", scope.to().toString());
        return link.toString();
    }

    /// @param count of all pieces, not of this page alone
    record Found(List<WorkList.Line> lines, long count, boolean more) {}

    Found pieces(WorkFigure figure, Scope scope, WorkList.Choice choice, @Nullable String after) {
        var lines = work.page(figure, scope, choice, after, PAGE + 1);
        return new Found(
                lines.subList(0, Math.min(PAGE, lines.size())),
                work.count(figure, scope, choice),
                lines.size() > PAGE);
    }

    void each(
            WorkFigure figure, Scope scope, WorkList.Choice choice, Consumer<WorkList.Line> take) {
        work.each(figure, scope, choice, take);
    }

    /// The reasons given, and how often in all.
    record Told(List<WorkList.Said> lines, long count, boolean more) {}

    Told told(Scope scope, String reason, String stage, @Nullable String after) {
        var lines = work.said(scope, reason, stage, after, PAGE + 1);
        long count =
                work.reasons(scope).stream()
                        .filter(one -> reason.isEmpty() || one.reason().equals(reason))
                        .filter(one -> stage.isEmpty() || one.stage().equals(stage))
                        .mapToLong(WorkList.Reason::times)
                        .sum();
        return new Told(lines.subList(0, Math.min(PAGE, lines.size())), count, lines.size() > PAGE);
    }
}
