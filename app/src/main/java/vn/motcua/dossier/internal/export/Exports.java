package vn.motcua.dossier.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.worklist.Column;
import vn.motcua.dossier.internal.worklist.FindQuery;
import vn.motcua.dossier.internal.worklist.Finder;
import vn.motcua.dossier.internal.worklist.Finding;
import vn.motcua.dossier.internal.worklist.Lines;
import vn.motcua.dossier.internal.worklist.ListChoices;
import vn.motcua.dossier.internal.worklist.ListWords;
import vn.motcua.dossier.internal.worklist.Sought;
import vn.motcua.dossier.internal.worklist.Whose;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.Worklist;
import vn.motcua.dossier.internal.worklist.WorklistReader;
import vn.motcua.dossier.internal.worklist.WorklistView;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.worktime.Calendars;

/// Takes a list away: of one moment, which stands in every line, in as much memory as one line
/// needs. It is first written down here at the speed of the database and then sent at the speed
/// of whoever reads it, who holds no connection meanwhile. One file at a time for each person, a
/// few for each node. Who took how much by which filter is known before the first line goes out.
@Service
class Exports {
    static final String KIND = "list.exported";

    /// More than the longest list there may be; what would fill the disk ends here.
    private static final long MOST_BYTES = 1L << 30;

    private final Turns turns = new Turns();
    private final Path folder;
    private final Worklist worklist;
    private final WorklistReader reader;
    private final Whose whose;
    private final Lines lines;
    private final ListChoices choices;
    private final Finder finder;
    private final Finding finding;
    private final Sought sought;
    private final Calendars calendars;
    private final Asking asking;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Exports(
            Worklist worklist,
            WorklistReader reader,
            Whose whose,
            Lines lines,
            ListChoices choices,
            Finder finder,
            Finding finding,
            Sought sought,
            Calendars calendars,
            Asking asking,
            MessageSource messages,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${motcua.data:data}") Path data)
            throws IOException {
        this.worklist = worklist;
        this.reader = reader;
        this.whose = whose;
        this.lines = lines;
        this.choices = choices;
        this.finder = finder;
        this.finding = finding;
        this.sought = sought;
        this.calendars = calendars;
        this.asking = asking;
        this.messages = messages;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.folder = emptied(data.resolve("exports"));
    }

    /// Where a killed platform could leave a file behind, none outlives the next start.
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var left = Files.list(folder)) {
            for (var file : (Iterable<Path>) left::iterator) Files.deleteIfExists(file);
        }
        return folder;
    }

    /// Opens the way out once nothing stands in it: what fails before can still be answered.
    @FunctionalInterface
    public interface Way {
        OutputStream open(Taken taken) throws IOException;
    }

    /// A list ready to be sent.
    ///
    /// @param at moment of which it is
    /// @param size in bytes
    public record Taken(Instant at, long size) {}

    /// Gives the heading and then every line of a list as it is at a moment.
    @FunctionalInterface
    private interface Listing {
        void each(Instant at, Consumer<List<String>> to);
    }

    /// How the file is written.
    public enum Format {
        CSV,
        XLSX
    }

    /// Puts the moment behind each line.
    private record Out(Sheet sheet, int[] count, String heading, String at)
            implements Consumer<List<String>> {
        @Override
        public void accept(List<String> cells) {
            try {
                var line = new ArrayList<>(cells);
                line.add(count[0] < 0 ? heading : at);
                sheet.line(line);
                count[0]++;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /// Words that were forgotten, or are somebody else's, must not turn into the whole list.
    private void requireKnown(@Nullable UUID words) {
        if (words != null && sought.words(words).isEmpty())
            throw new ProblemException(DossierProblem.NOT_FOUND);
    }

    /// The officer's list, with the columns they chose.
    public void work(WorkQuery query, Format format, Locale locale, Way way) {
        requireKnown(query.sought());
        var words = new ListWords(messages, locale);
        alone(
                Map.of("list", "work", "filter", query.seeking(null).text()),
                query.sought() != null,
                format,
                way,
                words,
                (at, out) -> work(query, words, at, out));
    }

    private void work(WorkQuery query, ListWords words, Instant now, Consumer<List<String>> out) {
        var who = whose.current();
        if (who == null) return;
        var by = new Lines.Reader(words, calendars.of(who.agency()), now, who.agency());
        var columns = choices.of(who.account()).columns();
        out.accept(heading(columns, words));
        worklist.each(
                reader.ask(who, query, now),
                line -> out.accept(cells(columns, line, lines.line(line, by, null), words)));
    }

    private static List<String> heading(List<Column> columns, ListWords words) {
        var cells = new ArrayList<String>();
        cells.add(words.t("desk.col.code"));
        cells.add(words.t("desk.col.due"));
        cells.add(words.t("desk-list.export.left"));
        for (var column : columns)
            if (column != Column.FORECAST) cells.add(words.t("desk-list.col." + column));
        return cells;
    }

    private static List<String> cells(
            List<Column> columns, Worklist.Line line, WorklistView.Line shown, ListWords words) {
        var cells = new ArrayList<String>();
        cells.add(line.code());
        cells.add(moment(line.due()));
        cells.add(shown.left());
        for (var column : columns)
            switch (column) {
                case PROCEDURE -> cells.add(shown.procedure());
                case OWNER -> cells.add(shown.owner());
                case SUMMARY -> cells.add(shown.summary());
                case STEP -> cells.add(shown.step());
                case UNIT -> cells.add(Objects.requireNonNullElse(shown.unit(), ""));
                case CHANNEL -> cells.add(words.t(shown.channelKey()));
                case STATE -> cells.add(words.t(shown.stateKey()));
                case RECEIVED -> cells.add(moment(line.submitted()));
                case SINCE -> cells.add(moment(line.opened()));
                case HOLDER -> cells.add(Objects.requireNonNullElse(shown.claimed(), ""));
                case FORECAST -> {}
            }
        return cells;
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : HanoiTime.timeAndDate(at);
    }

    /// What was found among all dossiers.
    public void found(FindQuery query, Format format, Locale locale, Way way) {
        requireKnown(query.sought());
        var words = new ListWords(messages, locale);
        alone(
                Map.of(
                        "list",
                        "all",
                        "filter",
                        query.seeking(null).href("", null, null).replace("?", "")),
                query.sought() != null,
                format,
                way,
                words,
                (_, out) -> {
                    out.accept(foundHeading(words));
                    var question = sought.query(sought.words(query.sought()));
                    finder.each(
                            query,
                            finding.alone(),
                            question,
                            found -> out.accept(cells(found, words)));
                });
    }

    private static List<String> foundHeading(ListWords words) {
        return List.of(
                words.t("desk.col.code"),
                words.t("desk-list.col.PROCEDURE"),
                words.t("desk-list.col.OWNER"),
                words.t("desk-list.col.SUMMARY"),
                words.t("desk-list.col.CHANNEL"),
                words.t("desk-list.col.STATE"),
                words.t("desk-list.col.RECEIVED"),
                words.t("desk.col.due"),
                words.t("desk-list.find.finished"));
    }

    private List<String> cells(Finder.Found found, ListWords words) {
        return List.of(
                found.code(),
                words.in(lines.procedure(found.procedure(), found.release())),
                found.owner(),
                found.summary(),
                words.t("dossier.channel." + found.channel()),
                words.t("dossier.state." + found.state()),
                moment(found.submitted()),
                moment(found.due()),
                moment(found.finished()));
    }

    private void alone(
            Map<String, Object> what,
            boolean words,
            Format format,
            Way way,
            ListWords language,
            Listing list) {
        var account = Objects.requireNonNull(asking.current().account());
        try (var turn = turns.begin(account);
                var spool = new Spool(folder, MOST_BYTES)) {
            var data = new LinkedHashMap<>(what);
            data.put("format", format.name());
            data.put("words", words);
            var at =
                    turn.writing(
                            () ->
                                    Objects.requireNonNull(
                                            transaction.execute(
                                                    _ -> {
                                                        if (!first(account)) throw Turns.busy();
                                                        return kept(
                                                                spool, format, language, list,
                                                                data);
                                                    })));
            // From here on nothing of the database is held, however slowly it is read.
            var out = way.open(new Taken(at, spool.size()));
            spool.sendTo(out);
            // Closed only when whole: half a list must not look like all of it.
            out.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Whether this person takes nothing else away, on whichever node.
    private boolean first(UUID account) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "export " + account)
                .query(Boolean.class)
                .single();
    }

    /// Writes the list down, and in the same transaction that it was taken: nothing has gone out
    /// yet.
    private Instant kept(
            Spool spool, Format format, ListWords words, Listing list, Map<String, Object> data) {
        var at = clock.instant();
        var count = new int[] {-1};
        try (var in = spool.in();
                var sheet =
                        format == Format.CSV
                                ? new CsvSheet(in)
                                : new XlsxSheet(in, words.t("desk-list.export.sheet"))) {
            list.each(at, new Out(sheet, count, words.t("desk-list.export.as-of"), moment(at)));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        data.put("count", Math.max(0, count[0]));
        finding.written(KIND, data);
        return at;
    }
}
