package vn.motcua.dossier.internal.shortened;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shortened terms: those there are; a new one typed, previewed, entered; one ended.
@Controller
@RequestMapping("/operator/terms")
class TermsController {
    private final Shortening desk;
    private final MessageSource messages;

    TermsController(Shortening desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String done, Model model) {
        var known = "entered".equals(done) || "ended".equals(done) ? done : null;
        return page(TermTyped.nothing(), Map.of(), null, known, model);
    }

    /// Without `confirm`, or with something else than what was previewed, it is only shown what
    /// would change.
    @PostMapping
    String enter(
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed = TermTyped.read(sent);
        var faults = desk.faults(typed);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(typed, said(faults, locale), null, null, model);
        }
        if (!sent.containsKey("confirm") || !typed.digest().equals(sent.getFirst("seen")))
            return page(typed, Map.of(), desk.preview(typed).orElseThrow(), null, model);
        desk.decide(typed);
        return "redirect:/operator/terms?done=entered";
    }

    private String page(
            TermTyped typed,
            Map<String, String> errors,
            TermsView.@Nullable Preview preview,
            @Nullable String done,
            Model model) {
        model.addAttribute("it", new TermsView(desk.lines(), typed, errors, preview, done));
        return "dossier/shortened/terms";
    }

    @GetMapping("/end")
    String ending(@RequestParam String term, Model model) {
        model.addAttribute("it", new TermsView.End(desk.one(term), "", "", "", Map.of()));
        return "dossier/shortened/end";
    }

    @PostMapping("/end")
    String end(
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var key = TermTyped.text(sent, "term");
        var last = TermTyped.text(sent, "last");
        var decision = TermTyped.text(sent, "decision");
        var decided = TermTyped.text(sent, "decided");
        var faults = desk.end(key, last, decision, decided);
        if (faults.isEmpty()) return "redirect:/operator/terms?done=ended";
        response.setStatus(422);
        model.addAttribute(
                "it",
                new TermsView.End(desk.one(key), last, decision, decided, said(faults, locale)));
        return "dossier/shortened/end";
    }

    private Map<String, String> said(Map<String, String> faults, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        faults.forEach((field, key) -> said.put(field, messages.getMessage(key, null, locale)));
        return said;
    }
}
