package vn.motcua.insight.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.LatenessReasons;
import vn.motcua.kernel.LocalText;

/// The leader's pages of time in step, load and reasons for lateness, the rows behind each
/// figure, and both as CSV.
@Controller("leaderWorkController")
@RequestMapping("/leader")
class WorkController {
    private static final List<String> WORK_HEADS =
            List.of("procedure", "step", "unit", "officer", "opened", "due", "closed", "worked");
    private static final List<String> SAID_HEADS = List.of("procedure", "reason", "stage", "said");

    private final WorkDesk desk;
    private final Names names;
    private final MessageSource messages;

    WorkController(WorkDesk desk, Names names, MessageSource messages) {
        this.desk = desk;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/time")
    String time(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Model model) {
        model.addAttribute("it", desk.time(asked(agency, days)));
        return "insight/time";
    }

    @GetMapping("/load")
    String load(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Model model) {
        model.addAttribute("it", desk.load(asked(agency, days)));
        return "insight/load";
    }

    @GetMapping("/reasons")
    String reasons(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Model model) {
        model.addAttribute("it", desk.reasons(asked(agency, days)));
        return "insight/reasons";
    }

    private static WorkDesk.Asked asked(@Nullable String agency, int days) {
        return new WorkDesk.Asked(agency, days, null, null);
    }

    @GetMapping("/work")
    String work(
            @RequestParam(defaultValue = "open") String figure,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var which = WorkFigure.of(figure).orElse(WorkFigure.OPEN);
        var scope = desk.scope(new WorkDesk.Asked(agency, 30, from, to));
        var choice = new WorkList.Choice(unit, officer, procedure, step);
        var found = desk.pieces(which, scope, choice, after);
        var link = WorkDesk.link(which, scope, scope.agency(), choice);
        var lines = found.lines();
        model.addAttribute(
                "it",
                new RowsView(
                        text("leader.work." + which.key(), locale),
                        names.agency(scope.agency()),
                        narrowed(choice, scope, which, locale),
                        found.count(),
                        WORK_HEADS,
                        lines.stream().map(line -> row(line, locale)).toList(),
                        after == null,
                        found.more() ? link + "&after=" + encoded(lines.getLast().key()) : null,
                        link,
                        link.replace("/leader/work?", "/leader/work.csv?"),
                        back(step.isEmpty() ? "load" : "time", scope)));
        return "insight/rows";
    }

    @GetMapping("/said")
    String said(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var scope = desk.scope(new WorkDesk.Asked(agency, 30, from, to));
        var told = desk.told(scope, reason, stage, after);
        var link = WorkDesk.said(scope, reason, stage);
        model.addAttribute(
                "it",
                new RowsView(
                        reason.isEmpty()
                                ? text("leader.reasons.heading", locale)
                                : LatenessReasons.name(reason).in(locale),
                        names.agency(scope.agency()),
                        text(
                                "leader.period",
                                locale,
                                Show.date(scope.from()),
                                Show.date(scope.to())),
                        told.count(),
                        SAID_HEADS,
                        told.lines().stream().map(line -> row(line, locale)).toList(),
                        after == null,
                        told.more()
                                ? link + "&after=" + encoded(told.lines().getLast().key())
                                : null,
                        link,
                        link.replace("/leader/said?", "/leader/said.csv?"),
                        back("reasons", scope)));
        return "insight/rows";
    }

    private static String back(String page, Scope scope) {
        return "/leader/" + page + "?agency=" + scope.agency();
    }

    private @Nullable String narrowed(
            WorkList.Choice choice, Scope scope, WorkFigure figure, Locale locale) {
        var parts = new ArrayList<String>();
        if (!choice.procedure().isEmpty())
            parts.add(names.procedure(choice.procedure()).in(locale));
        if (!choice.step().isEmpty())
            parts.add(names.step(choice.procedure(), choice.step()).in(locale));
        if (!choice.unit().isEmpty()) parts.add(unit(scope.agency(), choice.unit(), locale));
        parts.add(
                figure.isOfNow()
                        ? text("leader.now", locale)
                        : text(
                                "leader.period",
                                locale,
                                Show.date(scope.from()),
                                Show.date(scope.to())));
        return String.join(". ", parts);
    }

    private RowLine row(WorkList.Line line, Locale locale) {
        return new RowLine("/desk/dossiers/" + line.dossier(), line.code(), cells(line, locale));
    }

    private List<String> cells(WorkList.Line line, Locale locale) {
        var worked = line.worked();
        var officer = line.officer();
        return List.of(
                names.procedure(line.procedure()).in(locale),
                names.step(line.procedure(), line.step()).in(locale),
                unit(line.agency(), line.unit(), locale),
                officer == null ? "" : names.person(line.agency(), officer).orElse("–"),
                Show.moment(line.opened()),
                Show.moment(line.due()),
                Show.moment(line.closed()),
                worked == null ? "" : Hours.of(worked, locale));
    }

    private RowLine row(WorkList.Said said, Locale locale) {
        return new RowLine(
                "/desk/dossiers/" + said.dossier(),
                said.code(),
                List.of(
                        names.procedure(said.procedure()).in(locale),
                        LatenessReasons.name(said.reason()).in(locale),
                        text("leader.stage." + said.stage(), locale),
                        Show.moment(said.at())));
    }

    private String unit(String agency, String unit, Locale locale) {
        return names.unit(agency, unit)
                .map(name -> name.in(locale))
                .orElseGet(
                        () ->
                                messages.getMessage("leader.position." + unit, null, unit, locale)
                                        + "");
    }

    @GetMapping("/work.csv")
    void workAsCsv(
            @RequestParam(defaultValue = "open") String figure,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var which = WorkFigure.of(figure).orElse(WorkFigure.OPEN);
        var scope = desk.scope(new WorkDesk.Asked(agency, 30, from, to));
        var choice = new WorkList.Choice(unit, officer, procedure, step);
        var csv = csv(response, "work-" + which.key());
        csv.row(heads("code", WORK_HEADS, locale));
        desk.each(which, scope, choice, line -> csv.row(with(line.code(), cells(line, locale))));
    }

    @GetMapping("/said.csv")
    void saidAsCsv(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var scope = desk.scope(new WorkDesk.Asked(agency, 30, from, to));
        var csv = csv(response, "reasons");
        csv.row(heads("code", SAID_HEADS, locale));
        @Nullable String after = null;
        while (true) {
            var told = desk.told(scope, reason, stage, after);
            for (var line : told.lines()) csv.row(with(line.code(), row(line, locale).cells()));
            if (!told.more()) return;
            after = told.lines().getLast().key();
        }
    }

    @GetMapping("/time.csv")
    void timeAsCsv(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var view = desk.time(asked(agency, days));
        var csv = csv(response, "time");
        csv.row(
                heads(
                        "code",
                        List.of("procedure", "step", "pieces", "median", "nine", "planned"),
                        locale));
        for (var row : view.rows())
            for (var cell : row.cells())
                csv.row(
                        List.of(
                                row.procedure(),
                                row.name().in(locale),
                                cell.step().in(locale),
                                Long.toString(cell.pieces()),
                                Hours.of(cell.median(), locale),
                                Hours.of(cell.nine(), locale),
                                Hours.of(cell.planned(), locale)));
    }

    @GetMapping("/load.csv")
    void loadAsCsv(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var view = desk.load(asked(agency, days));
        var csv = csv(response, "load");
        csv.row(
                heads(
                        "agency",
                        List.of("unit", "officer", "open", "over", "arrived", "done"),
                        locale));
        for (var unit : view.units())
            csv.row(sums(unit.agency(), name(unit, locale), "", unit.load(), locale));
        for (var person : view.people())
            csv.row(
                    sums(
                            person.agency(),
                            "",
                            person.name() == null ? "–" : person.name(),
                            person.load(),
                            locale));
    }

    private String name(UnitLoad unit, Locale locale) {
        return unit.position() == null
                ? unit.name().in(locale)
                : text("leader.position." + unit.position(), locale);
    }

    private static List<String> sums(
            LocalText agency, String unit, String officer, Workload load, Locale locale) {
        return List.of(
                agency.in(locale),
                unit,
                officer,
                Long.toString(load.open()),
                Long.toString(load.over()),
                Long.toString(load.arrived()),
                Long.toString(load.done()));
    }

    @GetMapping("/reasons.csv")
    void reasonsAsCsv(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var view = desk.reasons(asked(agency, days));
        var csv = csv(response, "reasons");
        csv.row(heads("reason", List.of("apology", "completed"), locale));
        for (var reason : view.reasons())
            csv.row(
                    List.of(
                            reason.name().in(locale),
                            Long.toString(reason.apology()),
                            Long.toString(reason.completed())));
    }

    private static Csv csv(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        return new Csv(response.getWriter());
    }

    private List<String> heads(String first, List<String> keys, Locale locale) {
        return with(
                text("leader.head." + first, locale),
                keys.stream().map(key -> text("leader.head." + key, locale)).toList());
    }

    private static List<String> with(String first, List<String> others) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
