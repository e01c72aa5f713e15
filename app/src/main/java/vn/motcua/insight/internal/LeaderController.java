package vn.motcua.insight.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
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

/// The leader's pages: figures, and the dossiers behind each of them.
@Controller
@RequestMapping("/leader")
class LeaderController {
    private final LeaderDesk desk;
    private final MessageSource messages;

    LeaderController(LeaderDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String figures(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Model model) {
        model.addAttribute("it", desk.view(agency, days));
        return "insight/leader";
    }

    @GetMapping("/dossiers")
    String dossiers(
            @RequestParam(defaultValue = "received") String figure,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("it", desk.list(asked(figure, agency, procedure, from, to), after));
        return "insight/dossiers";
    }

    @GetMapping("/dossiers.csv")
    void dossiersAsCsv(
            @RequestParam(defaultValue = "received") String figure,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var asked = asked(figure, agency, procedure, from, to);
        desk.demand(asked);
        var csv = open(response, asked.figure().key());
        csv.row(
                heads(
                        locale,
                        "code",
                        "procedure",
                        "channel",
                        "received",
                        "due",
                        "finished",
                        "state"));
        desk.each(
                asked,
                row ->
                        csv.row(
                                List.of(
                                        row.code(),
                                        row.procedure().in(locale),
                                        text("insight.channel." + row.channel(), locale),
                                        Show.moment(row.submittedAt()),
                                        Show.moment(row.dueAt()),
                                        Show.moment(row.finishedAt()),
                                        text("insight.state." + row.state(), locale))));
    }

    @GetMapping("/figures.csv")
    void figuresAsCsv(
            @RequestParam(defaultValue = "weeks") String table,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "30") int days,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var view = desk.view(agency, days);
        var csv = open(response, table.matches("[a-z]{1,20}") ? table : "figures");
        switch (table) {
            case "agencies" -> places(csv, view.agencies(), "agency", locale);
            case "procedures" -> places(csv, view.procedures(), "procedure", locale);
            case "overdue" -> counts(csv, view.overdue(), locale);
            case "channels" -> counts(csv, view.channels(), locale);
            case "causes" -> counts(csv, view.causes(), locale);
            default -> {
                csv.row(heads(locale, "week", "counted", "late", "on-time"));
                for (var week : view.trend().weeks())
                    csv.row(
                            List.of(
                                    week.monday().toString(),
                                    Long.toString(week.counted()),
                                    Long.toString(week.late()),
                                    Show.rate(locale, week.rate())));
            }
        }
    }

    private void places(Csv csv, List<PlaceRow> rows, String head, Locale locale) {
        csv.row(
                heads(
                        locale,
                        "code",
                        head,
                        "received",
                        "counted",
                        "late",
                        "on-time",
                        "judged",
                        "proven",
                        "end-to-end"));
        for (var row : rows)
            csv.row(
                    List.of(
                            row.key(),
                            row.name().in(locale),
                            Long.toString(row.received()),
                            Long.toString(row.counted()),
                            Long.toString(row.late()),
                            Show.rate(locale, row.onTime()),
                            Long.toString(row.judged()),
                            Long.toString(row.proven()),
                            Show.rate(locale, row.endToEnd())));
    }

    private void counts(Csv csv, List<LeaderView.Count> counts, Locale locale) {
        csv.row(heads(locale, "figure", "dossiers"));
        for (var count : counts)
            csv.row(
                    List.of(
                            text("insight.figure." + count.key(), locale),
                            Long.toString(count.count())));
    }

    private static Csv open(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        return new Csv(response.getWriter());
    }

    private List<String> heads(Locale locale, String... keys) {
        return java.util.Arrays.stream(keys).map(k -> text("insight.head." + k, locale)).toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static LeaderDesk.Asked asked(
            String figure,
            @Nullable String agency,
            @Nullable String procedure,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new LeaderDesk.Asked(
                Figure.of(figure).orElse(Figure.RECEIVED),
                agency,
                procedure == null || procedure.isBlank() ? null : procedure,
                from,
                to);
    }
}
