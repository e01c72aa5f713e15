package vn.motcua.dossier.internal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.store.Worklist.Filter;

/// The page an officer's day begins on.
@Controller
class WorklistController {
    private static final int LONGEST_SEARCH = 100;

    private final WorklistReader reader;

    WorklistController(WorklistReader reader) {
        this.reader = reader;
    }

    @GetMapping("/desk")
    String list(
            @RequestParam(defaultValue = "ALL") String filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String done,
            Locale locale,
            Model model) {
        model.addAttribute("it", reader.read(chosen(filter), "", after, locale, notice(done)));
        return "dossier/desk/worklist";
    }

    /// Looking for somebody is sent by POST, each further page of what was found too: a name
    /// never stands in an address, and so in no log and no browser history.
    @PostMapping("/desk")
    String search(
            @RequestParam(defaultValue = "ALL") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var words = (q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q).strip();
        model.addAttribute("it", reader.read(chosen(filter), words, after, locale, null));
        return "dossier/desk/worklist";
    }

    private static Filter chosen(String filter) {
        return Arrays.stream(Filter.values())
                .filter(known -> known.name().equals(filter))
                .findFirst()
                .orElse(Filter.ALL);
    }

    private static @Nullable String notice(@Nullable String done) {
        return done != null && List.of("discarded").contains(done) ? "desk.done." + done : null;
    }
}
