package vn.motcua.procedure.internal.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.ProcedureProblem;
import vn.motcua.procedure.internal.CatalogueBooks;
import vn.motcua.procedure.internal.intake.OwnShape;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.PublishedJson;
import vn.motcua.procedure.internal.records.RecordStore;
import vn.motcua.procedure.internal.records.RecordStore.Change;

/// The open data of the catalogue. Whoever has the newest is told so and sent nothing.
@Controller
class OpenDataController {
    private static final int FEED = 50;
    private static final String LAST_KEY = "~";

    private final OpenData data;
    private final CatalogueBooks books;
    private final RecordStore store;
    private final Clock clock;

    OpenDataController(OpenData data, CatalogueBooks books, RecordStore store, Clock clock) {
        this.data = data;
        this.books = books;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/data/procedures.json")
    void json(WebRequest request, HttpServletResponse response) throws IOException {
        var now = books.now();
        if (known(request, "j" + now.version() + "-" + now.day())) return;
        var out = writer(response, "application/json");
        out.write("{\"day\":\"" + now.day() + "\",\"procedures\":[");
        boolean[] first = {true};
        data.all(
                now,
                record -> {
                    out.write(first[0] ? "\n" : ",\n");
                    first[0] = false;
                    out.write(PublishedJson.write(record));
                });
        out.write("\n]}\n");
        out.flush();
    }

    @GetMapping("/data/procedures.csv")
    void csv(WebRequest request, HttpServletResponse response) throws IOException {
        var now = books.now();
        if (known(request, "c" + now.version() + "-" + now.day())) return;
        var out = writer(response, "text/csv");
        out.write('\ufeff');
        out.write(line(OwnShape.COLUMNS));
        data.all(now, record -> out.write(line(OwnShape.cells(record))));
        out.flush();
    }

    /// One line of CSV [RFC 4180].
    static String line(List<String> cells) {
        var line = new StringBuilder();
        for (var cell : cells) {
            if (!line.isEmpty()) line.append(',');
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
        return line.append("\r\n").toString();
    }

    @GetMapping("/data/procedures.ttl")
    void turtle(WebRequest request, HttpServletResponse response) throws IOException {
        var now = books.now();
        if (known(request, "t" + now.version() + "-" + now.day())) return;
        var out = writer(response, "text/turtle");
        out.write(Turtle.PREFIXES);
        data.all(now, record -> out.write(Turtle.of(record)));
        out.flush();
    }

    /// One record: `1.001193` for people, `1.001193.json` and `1.001193.ttl` for programs.
    @GetMapping("/data/procedures/{name}")
    void one(@PathVariable String name, WebRequest request, HttpServletResponse response)
            throws IOException {
        boolean json = name.endsWith(".json");
        boolean turtle = name.endsWith(".ttl");
        var code = name.replaceFirst("\\.(?:json|ttl)$", "");
        Published record =
                data.one(books.now(), code)
                        .orElseThrow(() -> new ProblemException(ProcedureProblem.NOT_FOUND, code));
        if (!json && !turtle) {
            var accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
            var to =
                    accepted.contains("text/html")
                            ? "/procedures/" + record.code()
                            : "/data/procedures/"
                                    + record.code()
                                    + (accepted.contains("turtle") ? ".ttl" : ".json");
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            response.sendRedirect(to);
            return;
        }
        var text = json ? PublishedJson.write(record) + "\n" : Turtle.PREFIXES + Turtle.of(record);
        if (known(request, PublishedJson.hash(text).substring(0, 32))) return;
        var out = writer(response, json ? "application/json" : "text/turtle");
        out.write(text);
        out.flush();
    }

    /// What changed, newest first.
    ///
    /// @param before moment and key of the last entry of the page before
    @GetMapping("/data/changes.atom")
    void changes(
            @RequestParam(required = false) @Nullable String before, HttpServletResponse response)
            throws IOException {
        var from = clock.instant().plusSeconds(60);
        var key = LAST_KEY;
        int sign = before == null ? -1 : before.indexOf('_');
        if (before != null && sign > 0) {
            try {
                from = Instant.parse(before.substring(0, sign));
                key = before.substring(sign + 1);
            } catch (DateTimeParseException _) {
                throw new ProblemException(ProcedureProblem.NOT_FOUND, "");
            }
        }
        var some = store.changes(from, key, FEED + 1);
        boolean more = some.size() > FEED;
        var shown = more ? some.subList(0, FEED) : some;
        var out = writer(response, "application/atom+xml");
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n");
        out.write("<id>" + urn("feed") + "</id><title>Một Cửa</title>");
        out.write(
                "<updated>"
                        + (shown.isEmpty() ? Instant.EPOCH : shown.getFirst().at())
                        + "</updated>");
        out.write("<link rel=\"self\" href=\"/data/changes.atom\"/>");
        if (more) {
            var last = shown.getLast();
            out.write(
                    "<link rel=\"next\" href=\"/data/changes.atom?before="
                            + last.at()
                            + "_"
                            + last.key()
                            + "\"/>");
        }
        for (var change : shown) out.write(entry(change));
        out.write("\n</feed>\n");
        out.flush();
    }

    private static String entry(Change change) {
        return "\n<entry><id>%s</id><title>%s</title><updated>%s</updated><category term=\"%s\"/><link href=\"/data/procedures/%s\"/><author><name>Một Cửa</name></author></entry>"
                .formatted(
                        urn(change.key()),
                        escaped(change.title()),
                        change.at(),
                        change.what(),
                        change.code());
    }

    private static String urn(String key) {
        return "urn:uuid:"
                + UUID.nameUUIDFromBytes(("motcua:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    private boolean known(WebRequest request, String etag) {
        return request.checkNotModified("\"" + etag + "\"", changedAt());
    }

    private long changedAt() {
        var last = store.changes(clock.instant().plusSeconds(60), LAST_KEY, 1);
        return last.isEmpty() ? -1 : last.getFirst().at().toEpochMilli();
    }

    private static Writer writer(HttpServletResponse response, String type) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        response.setHeader("Access-Control-Allow-Origin", "*");
        return new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                1 << 15);
    }
}
