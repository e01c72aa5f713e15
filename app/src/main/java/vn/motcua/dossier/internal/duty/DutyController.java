package vn.motcua.dossier.internal.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// The page of a duty: an officer says the amount, the cash desk confirms the receipt.
@Controller
@RequestMapping("/desk/dossiers/{id}/duty")
class DutyController {
    private static final int LONGEST = 500;

    private final DutyReader reader;
    private final Duties duties;
    private final MessageSource messages;
    private final Clock clock;

    DutyController(DutyReader reader, Duties duties, MessageSource messages, Clock clock) {
        this.reader = reader;
        this.duties = duties;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("it", reader.page(id, Map.of(), Map.of(), 0));
        return "dossier/desk/duty-page";
    }

    @PostMapping("/amount")
    String ask(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        long amount = amount(sent);
        if (amount < 1) errors.put("amount", text("duty.fault.amount", locale));
        words(sent, "ground", errors, locale);
        var ground = sent.getOrDefault("ground", "");
        if (errors.isEmpty() && !DutyReader.seen(amount, ground).equals(sent.get("seen"))) {
            model.addAttribute("it", reader.page(id, sent, errors, amount));
            return "dossier/desk/duty-page";
        }
        return answer(
                id,
                sent,
                errors,
                () -> duties.ask(id, version(sent), amount, ground),
                "amount",
                locale,
                response,
                model);
    }

    /// The letter before it is sent.
    @GetMapping("/notice")
    ResponseEntity<byte[]> notice(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long amount,
            @RequestParam(defaultValue = "") String ground) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"thong-bao.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(reader.draft(id, amount, ground));
    }

    @PostMapping("/receipt")
    String confirm(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        words(sent, "receipt", errors, locale);
        var date = date(sent);
        if (date.isEmpty()) errors.put("day", text("duty.fault.date", locale));
        long amount = amount(sent);
        if (amount < 1) errors.put("amount", text("duty.fault.amount", locale));
        words(sent, "payer", errors, locale);
        var place = place(sent.get("place"));
        if (place == null) errors.put("place", text("duty.fault.place", locale));
        return answer(
                id,
                sent,
                errors,
                () ->
                        duties.confirm(
                                id,
                                version(sent),
                                new Duty.Receipt(
                                        sent.getOrDefault("receipt", "").strip(),
                                        date.orElseThrow(),
                                        amount,
                                        sent.getOrDefault("payer", "").strip(),
                                        Objects.requireNonNull(place),
                                        null,
                                        clock.instant())),
                "receipt",
                locale,
                response,
                model);
    }

    private String answer(
            UUID id,
            Map<String, String> sent,
            Map<String, String> errors,
            Runnable act,
            String field,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (errors.isEmpty())
            try {
                act.run();
                return "redirect:/desk/dossiers/" + id + "#duty";
            } catch (ProblemException refused) {
                if (refused.problem() == DossierProblem.NOT_FOUND) throw refused;
                response.setStatus(refused.problem().status());
                errors.put(field, detail(refused, locale));
            }
        else response.setStatus(422);
        model.addAttribute("it", reader.page(id, sent, errors, 0));
        return "dossier/desk/duty-page";
    }

    private void words(
            Map<String, String> sent, String field, Map<String, String> errors, Locale locale) {
        var words = sent.getOrDefault(field, "");
        boolean odd = words.chars().anyMatch(Character::isISOControl);
        if (words.isBlank() || words.length() > LONGEST || odd)
            errors.put(field, text("duty.fault." + field, locale));
    }

    private static int version(Map<String, String> sent) {
        var version = sent.getOrDefault("version", "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    /// People write amounts with dots, blanks and the sign.
    private static long amount(Map<String, String> sent) {
        var digits = sent.getOrDefault("amount", "").replaceAll("[.\\s\\u00a0₫đ]", "");
        return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : 0;
    }

    private static Optional<LocalDate> date(Map<String, String> sent) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(sent.getOrDefault("year", "").strip()),
                            Integer.parseInt(sent.getOrDefault("month", "").strip()),
                            Integer.parseInt(sent.getOrDefault("day", "").strip())));
        } catch (DateTimeException | NumberFormatException mistyped) {
            return Optional.empty();
        }
    }

    private static Duty.@Nullable Place place(@Nullable String sent) {
        return List.of(Duty.Place.values()).stream()
                .filter(place -> place.name().equals(sent))
                .findFirst()
                .orElse(null);
    }

    private String detail(ProblemException problem, Locale locale) {
        return Objects.requireNonNull(
                messages.getMessage(
                        "problem." + problem.problem().code() + ".detail",
                        problem.arguments().toArray(),
                        locale));
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
