package vn.motcua.dossier.internal.document;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;

/// The register of documents an agency has issued, each document with what may become of it, and
/// the books their numbers come from.
@Controller
@RequestMapping("/desk/documents")
class DocumentController {
    private static final Set<String> STATES = Set.of("VALID", "REVOKED", "REPLACED");

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("M/uuuu");

    private final DocumentDesk desk;
    private final DocumentActs acts;
    private final MessageSource messages;
    private final Clock clock;

    DocumentController(DocumentDesk desk, DocumentActs acts, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.acts = acts;
        this.messages = messages;
        this.clock = clock;
    }

    /// `11/2026` as people write it, or `2026-11` as addresses carry it.
    private YearMonth month(String text) {
        try {
            var typed = text.strip();
            var month =
                    typed.contains("/") ? YearMonth.parse(typed, TYPED) : YearMonth.parse(typed);
            if (month.getYear() > 2000 && month.getYear() < 2200) return month;
        } catch (DateTimeException unreadable) {
            // this month, below
        }
        return YearMonth.from(HanoiTime.dateOf(clock.instant()));
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("it", desk.list(month(month), known(state), "", after(after)));
        return "dossier/document/list";
    }

    /// Names of people are looked for by POST: they stand in no address.
    @PostMapping
    String search(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var words = q.strip().length() > 100 ? q.strip().substring(0, 100) : q.strip();
        model.addAttribute("it", desk.list(month(month), known(state), words, null));
        return "dossier/document/list";
    }

    private static String known(String state) {
        return STATES.contains(state) ? state : "";
    }

    private static DocumentStore.@Nullable After after(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,16}") || parts[1].length() != 36)
            return null;
        try {
            long micros = Long.parseLong(parts[0]);
            var at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
            return new DocumentStore.After(at, UUID.fromString(parts[1]));
        } catch (IllegalArgumentException cut) {
            return null;
        }
    }

    @GetMapping("/print")
    ResponseEntity<byte[]> print(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String state) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"so-van-ban.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(desk.print(month(month), known(state)));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("it", desk.one(id, Map.of(), Map.of()));
        return "dossier/document/one";
    }

    @PostMapping("/{id}/propose")
    String propose(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var kind =
                "REPLACE".equals(sent.get("kind"))
                        ? DocumentStore.ActKind.REPLACE
                        : DocumentStore.ActKind.REVOKE;
        var facts = new LinkedHashMap<String, String>();
        sent.forEach(
                (name, value) -> {
                    if (name.startsWith("fact.")) facts.put(name.substring(5), cut(value, 2000));
                });
        try {
            acts.propose(
                    id,
                    kind,
                    cut(sent.getOrDefault("ground", ""), 2000),
                    cut(sent.getOrDefault("basis", ""), 500),
                    facts);
            return "redirect:/desk/documents/" + id;
        } catch (ProblemException refused) {
            return refused(id, sent, refused, locale, response, model);
        }
    }

    @PostMapping("/{id}/decide")
    String decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            acts.decide(
                    id,
                    seen(sent.getOrDefault("act", "")),
                    "approve".equals(sent.get("decision")),
                    cut(sent.getOrDefault("words", ""), 2000));
            return "redirect:/desk/documents/" + id;
        } catch (ProblemException refused) {
            return refused(id, sent, refused, locale, response, model);
        }
    }

    private static @Nullable UUID seen(String act) {
        try {
            return act.length() == 36 ? UUID.fromString(act) : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private String refused(
            UUID id,
            Map<String, String> sent,
            ProblemException refused,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (!(refused.problem() instanceof DocumentProblem)
                || refused.problem() == DocumentProblem.NOT_FOUND) throw refused;
        response.setStatus(refused.problem().status());
        var errors = Map.of("ground", detail(refused, locale));
        model.addAttribute("it", desk.one(id, sent, errors));
        return "dossier/document/one";
    }

    @GetMapping("/books")
    String books(Model model) {
        model.addAttribute("it", desk.books(Map.of()));
        return "dossier/document/books";
    }

    @PostMapping("/books")
    String arrange(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String book,
            @RequestParam(defaultValue = "") String format,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            desk.arrange(cut(kind, 60), cut(book, 30), cut(format, 60));
            return "redirect:/desk/documents/books";
        } catch (ProblemException refused) {
            if (refused.problem() != DocumentProblem.FORMAT) throw refused;
            response.setStatus(422);
            model.addAttribute("it", desk.books(Map.of("format", detail(refused, locale))));
            return "dossier/document/books";
        }
    }

    private static String cut(String text, int most) {
        var tidy = Objects.requireNonNullElse(text, "").replaceAll("[\\p{Cc}&&[^\\n]]", "").strip();
        return tidy.length() > most ? tidy.substring(0, most) : tidy;
    }

    private String detail(ProblemException refused, Locale locale) {
        return messages.getMessage(
                "problem." + refused.problem().code() + ".detail",
                List.copyOf(refused.arguments()).toArray(),
                locale);
    }
}
