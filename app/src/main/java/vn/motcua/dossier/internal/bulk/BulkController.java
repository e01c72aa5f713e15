package vn.motcua.dossier.internal.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorklistReader;
import vn.motcua.kernel.Fold;

/// Acts on many dossiers, page by page; all of it works without scripts.
@Controller
class BulkController {
    private static final int LONGEST_NOTE = 1000;

    private final Bulks bulks;
    private final SlipBundle slips;
    private final WorklistReader list;

    BulkController(Bulks bulks, SlipBundle slips, WorklistReader list) {
        this.bulks = bulks;
        this.slips = slips;
        this.list = list;
    }

    /// @param chosen ids of pieces of work
    /// @param all whether everything of the list is meant instead, as far as one act reaches
    @PostMapping("/desk/bulk")
    String choose(
            @RequestParam(name = "task", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String act,
            @RequestParam Map<String, String> sent) {
        var query = WorkQuery.read(sent);
        var tasks = all ? list.first(query, Bulk.MOST) : chosen;
        var known = act(act);
        var id = known == null ? null : bulks.choose(known, tasks);
        if (id != null) return "redirect:/desk/bulk/" + id;
        return "redirect:" + query.href("/desk", "done", "none");
    }

    private static @Nullable BulkAct act(String name) {
        return Arrays.stream(BulkAct.values())
                .filter(act -> act.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/desk/bulk/{id}")
    String show(@PathVariable UUID id, Locale locale, HttpServletResponse response, Model model) {
        var view = bulks.view(id, locale);
        if (view.state() == BulkState.CONFIRMED) response.setHeader("Refresh", "3");
        model.addAttribute("it", view);
        return "dossier/desk/bulk";
    }

    @PostMapping("/desk/bulk/{id}/outcome")
    String outcome(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String note) {
        var parts = choice.split("\\|", 2);
        var words =
                Fold.tidy(note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note);
        var person = WorkQuery.id(choice);
        if (person != null) bulks.give(id, person);
        else if (parts.length == 2)
            bulks.outcome(id, parts[0], parts[1], words.isEmpty() ? null : words);
        return "redirect:/desk/bulk/" + id;
    }

    /// Why those that are late are late: once for all of them.
    @PostMapping("/desk/bulk/{id}/late")
    String late(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words) {
        boolean said =
                bulks.late(
                        id,
                        reason,
                        Fold.tidy(
                                words.length() > LONGEST_NOTE
                                        ? words.substring(0, LONGEST_NOTE)
                                        : words));
        return "redirect:/desk/bulk/" + id + (said ? "" : "#late");
    }

    @PostMapping("/desk/bulk/{id}/confirm")
    String confirm(@PathVariable UUID id) {
        bulks.confirm(id);
        return "redirect:/desk/bulk/" + id;
    }

    /// All slips one after the other, on paper.
    @GetMapping("/desk/bulk/{id}/slips.pdf")
    ResponseEntity<byte[]> slips(@PathVariable UUID id) {
        return slips.print(id);
    }
}
