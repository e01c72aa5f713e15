package vn.motcua.dossier.internal.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.ProblemException;

/// The counters as those who lead the agency arrange them; one thing a page.
@Controller
@RequestMapping("/desk/queue/arrange")
class ArrangeController {
    private static final String NEW = "new";
    private static final String DONE = "redirect:/desk/queue/arrange?done=true";

    private final Arranging arranging;
    private final Asking asking;
    private final MessageSource messages;

    ArrangeController(Arranging arranging, Asking asking, MessageSource messages) {
        this.arranging = arranging;
        this.asking = asking;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "false") boolean done, Model model) {
        var now = arranging.now();
        var names =
                now.kinds().stream()
                        .collect(Collectors.toMap(ArrangeStore.Kind::id, ArrangeStore.Kind::name));
        model.addAttribute(
                "it",
                new ArrangeView(
                        Objects.requireNonNullElse(asking.current().agency(), ""),
                        kinds(now),
                        now.desks().stream()
                                .map(
                                        desk ->
                                                new ArrangeView.Desk(
                                                        desk.number(),
                                                        desk.name(),
                                                        desk.kinds().stream()
                                                                .map(names::get)
                                                                .filter(Objects::nonNull)
                                                                .toList(),
                                                        desk.open()))
                                .toList(),
                        now.hours(),
                        done));
        return "dossier/queue/arrange";
    }

    private static List<ArrangeView.Kind> kinds(Arranging.Arranged now) {
        return now.kinds().stream()
                .map(
                        kind ->
                                new ArrangeView.Kind(
                                        kind.id(),
                                        kind.prefix(),
                                        kind.name(),
                                        kind.minutes(),
                                        kind.open(),
                                        now.desks().stream()
                                                .filter(desk -> desk.open())
                                                .filter(desk -> desk.kinds().contains(kind.id()))
                                                .map(desk -> String.valueOf(desk.number()))
                                                .collect(Collectors.joining(", "))))
                .toList();
    }

    @GetMapping("/kinds/{id}")
    String kind(@PathVariable String id, Model model) {
        var typed =
                id.equals(NEW)
                        ? KindTyped.fresh()
                        : arranging.now().kinds().stream()
                                .filter(kind -> kind.id().equals(id))
                                .findFirst()
                                .map(KindTyped::of)
                                .orElseThrow(() -> new ProblemException(QueueProblem.NOT_FOUND));
        return kind(typed, Map.of(), model);
    }

    private static String kind(KindTyped typed, Map<String, String> errors, Model model) {
        model.addAttribute("it", new ArrangeView.KindForm(typed, errors));
        return "dossier/queue/arrange-kind";
    }

    @PostMapping("/kinds/{id}")
    String keepKind(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed =
                new KindTyped(
                        id.equals(NEW) ? null : id,
                        text(sent, "prefix").toUpperCase(Locale.ROOT),
                        text(sent, "nameVi"),
                        text(sent, "nameEn"),
                        text(sent, "minutes"),
                        sent.containsKey("open"),
                        number(sent, "seen"));
        var faults = arranging.keep(typed);
        if (faults.isEmpty()) return DONE;
        response.setStatus(422);
        return kind(typed, said(faults, locale), model);
    }

    @GetMapping("/desks/{number}")
    String desk(@PathVariable String number, Model model) {
        var now = arranging.now();
        var typed =
                number.equals(NEW)
                        ? DeskTyped.fresh(now.kinds())
                        : now.desks().stream()
                                .filter(desk -> number.equals(String.valueOf(desk.number())))
                                .findFirst()
                                .map(DeskTyped::of)
                                .orElseThrow(() -> new ProblemException(QueueProblem.NOT_FOUND));
        return desk(typed, now, Map.of(), model);
    }

    private static String desk(
            DeskTyped typed, Arranging.Arranged now, Map<String, String> errors, Model model) {
        model.addAttribute("it", new ArrangeView.DeskForm(typed, kinds(now), errors));
        return "dossier/queue/arrange-desk";
    }

    @PostMapping("/desks/{number}")
    String keepDesk(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        boolean fresh = number.equals(NEW);
        var typed =
                new DeskTyped(
                        fresh ? text(sent, "number") : number,
                        fresh,
                        text(sent, "nameVi"),
                        text(sent, "nameEn"),
                        sent.getOrDefault("kinds", List.of()),
                        sent.containsKey("open"),
                        number(sent, "seen"));
        var faults = arranging.keep(typed);
        if (faults.isEmpty()) return DONE;
        response.setStatus(422);
        return desk(typed, arranging.now(), said(faults, locale), model);
    }

    @GetMapping("/hours")
    String hours(Model model) {
        return hours(HoursTyped.of(arranging.now().hours()), Map.of(), model);
    }

    private static String hours(HoursTyped typed, Map<String, String> errors, Model model) {
        model.addAttribute("it", new ArrangeView.HoursForm(typed, errors));
        return "dossier/queue/arrange-hours";
    }

    @PostMapping("/hours")
    String keepHours(
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed =
                new HoursTyped(
                        text(sent, "always").equals("true"),
                        sent.getOrDefault("days", List.of()),
                        text(sent, "morningFrom"),
                        text(sent, "morningTo"),
                        text(sent, "afternoonFrom"),
                        text(sent, "afternoonTo"),
                        number(sent, "seen"));
        var faults = arranging.keep(typed);
        if (faults.isEmpty()) return DONE;
        response.setStatus(422);
        return hours(typed, said(faults, locale), model);
    }

    private Map<String, String> said(Map<String, String> faults, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        faults.forEach((field, key) -> said.put(field, messages.getMessage(key, null, locale)));
        return said;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        @Nullable String value = sent.getFirst(name);
        return value == null ? "" : value.replaceAll("\\p{Cc}", "").strip();
    }

    private static int number(MultiValueMap<String, String> sent, String name) {
        var text = text(sent, name);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
