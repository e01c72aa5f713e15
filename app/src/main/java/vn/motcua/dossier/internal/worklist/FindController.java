package vn.motcua.dossier.internal.worklist;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Looking through all dossiers of an agency.
@Controller
class FindController {
    private final Finding finding;
    private final Sought sought;

    FindController(Finding finding, Sought sought) {
        this.finding = finding;
        this.sought = sought;
    }

    @GetMapping("/desk/search")
    String show(
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable String before,
            Locale locale,
            Model model) {
        model.addAttribute("it", finding.read(FindQuery.read(sent), WorkQuery.id(before), locale));
        return "dossier/desk/search";
    }

    /// What is looked for comes by POST and is kept; the address says which, not what.
    @PostMapping("/desk/search")
    String seek(@RequestParam Map<String, String> sent, @RequestParam(defaultValue = "") String q) {
        var query = FindQuery.read(sent).seeking(sought.keep(q));
        return "redirect:" + query.href("/desk/search", null, null);
    }
}
