package vn.motcua.dossier.internal.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The person's page of who looked at their data.
@Controller
class LooksController {
    private final LooksReader reader;

    LooksController(LooksReader reader) {
        this.reader = reader;
    }

    @GetMapping("/account/looks")
    String looks(
            @RequestParam(required = false) @Nullable String before, Locale locale, Model model) {
        model.addAttribute("it", reader.page(before, locale));
        return "dossier/looks";
    }
}
