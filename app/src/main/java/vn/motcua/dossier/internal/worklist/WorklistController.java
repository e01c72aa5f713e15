package vn.motcua.dossier.internal.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page an officer's day begins on.
@Controller
class WorklistController {
    private final WorklistReader reader;
    private final Sought sought;

    WorklistController(WorklistReader reader, Sought sought) {
        this.reader = reader;
        this.sought = sought;
    }

    @GetMapping("/desk")
    String list(
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String done,
            Locale locale,
            Model model) {
        var at = new WorklistReader.At(after, before);
        model.addAttribute("it", reader.read(WorkQuery.read(sent), at, locale, notice(done)));
        return "dossier/desk/worklist";
    }

    /// What is looked for comes by POST and is kept; the address says which, not what.
    @PostMapping("/desk")
    String choose(
            @RequestParam Map<String, String> sent, @RequestParam(defaultValue = "") String q) {
        var query = WorkQuery.read(sent).seeking(sought.keep(q));
        return "redirect:" + query.href("/desk", null, null);
    }

    private static @Nullable String notice(@Nullable String done) {
        if (done != null && List.of("chosen", "none").contains(done))
            return "desk-list.done." + done;
        return done != null && List.of("discarded").contains(done) ? "desk.done." + done : null;
    }
}
