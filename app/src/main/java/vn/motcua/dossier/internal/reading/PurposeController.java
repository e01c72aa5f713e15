package vn.motcua.dossier.internal.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;

/// The short page on which a purpose is named. It shows the dossier's number and procedure, and
/// nothing about the person.
@Controller
@RequestMapping("/desk/dossiers/{id}/purpose")
class PurposeController {
    private static final int LONGEST = 1000;

    private final Purposes purposes;
    private final DossierStore dossiers;
    private final Rules rules;
    private final MessageSource messages;

    PurposeController(
            Purposes purposes, DossierStore dossiers, Rules rules, MessageSource messages) {
        this.purposes = purposes;
        this.dossiers = dossiers;
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String ask(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("it", view(id, to, "", "", Map.of()));
        return "dossier/desk/purpose";
    }

    @PostMapping
    @Transactional
    public String name(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String words,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var chosen = Purpose.of(purpose);
        var tidy = words.replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]", "").strip();
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) errors.put("purpose", text("desk-page.purpose.fault", locale));
        if (tidy.isEmpty()) errors.put("words", text("desk-page.purpose.words.fault", locale));
        if (tidy.length() > LONGEST)
            errors.put("words", text("desk-page.purpose.words.long", locale));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("it", view(id, to, purpose, tidy, errors));
            return "dossier/desk/purpose";
        }
        purposes.name(id, chosen.get(), tidy);
        return "redirect:" + inside(id, to);
    }

    /// Only to a page of this dossier, or of an opinion asked for.
    private static String inside(UUID id, String to) {
        var home = "/desk/dossiers/" + id;
        boolean here =
                to.equals(home)
                        || to.startsWith(home + "/")
                        || to.startsWith(home + "?")
                        || to.startsWith("/desk/opinions/");
        return here && !to.contains("..") && !to.matches("(?s).*[\\s\\\\].*") ? to : home;
    }

    private PurposeView view(
            UUID id, String to, String chosen, String words, Map<String, String> errors) {
        var dossier = dossiers.require(id);
        return new PurposeView(
                id,
                dossier.code().value(),
                rules.record(dossier).name(),
                inside(id, to),
                Purposes.all().stream().map(Purpose::name).toList(),
                chosen,
                words,
                purposes.hours(),
                errors);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
