package vn.motcua.dossier.internal.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.Worklist;

/// Signing many at once, made for a phone.
@Controller
class ApprovalsController {
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9:._-]{1,120}");

    private final Approvals approvals;
    private final DraftReading drafts;
    private final Bulks bulks;
    private final Worklist worklist;
    private final TransactionTemplate transaction;

    ApprovalsController(
            Approvals approvals,
            DraftReading drafts,
            Bulks bulks,
            Worklist worklist,
            TransactionTemplate transaction) {
        this.approvals = approvals;
        this.drafts = drafts;
        this.bulks = bulks;
        this.worklist = worklist;
        this.transaction = transaction;
    }

    @GetMapping("/desk/approvals")
    String show(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String with,
            Locale locale,
            Model model) {
        var chosen = drafts.kept(WorkQuery.id(kept), WorkQuery.id(with));
        model.addAttribute(
                "it", approvals.read(after, before, done.equals("none"), chosen, locale));
        return "dossier/desk/approvals";
    }

    /// @param all whether everything that waits is meant, as far as one act reaches
    @PostMapping("/desk/approvals")
    String choose(
            @RequestParam(name = "task", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "false") boolean all) {
        var tasks = all ? everything() : chosen;
        var id = bulks.choose(BulkAct.APPROVE, tasks);
        return id == null ? "redirect:/desk/approvals?done=none" : "redirect:/desk/bulk/" + id;
    }

    /// Opens the document of one line and keeps what is chosen.
    ///
    /// @param read dossier and piece of work
    @PostMapping("/desk/approvals/read")
    String open(
            @RequestParam(name = "task", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "") String read,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before) {
        var parts = read.split("/", 2);
        var dossier = WorkQuery.id(parts[0]);
        var task = parts.length == 2 ? WorkQuery.id(parts[1]) : null;
        if (dossier == null || task == null) return "redirect:/desk/approvals";
        var way = new DraftReading.Way(drafts.keep(chosen), page(after, before));
        return "redirect:"
                + way.to(null).replaceFirst("approvals", "approvals/" + dossier + "/" + task);
    }

    @GetMapping("/desk/approvals/{dossier}/{task}")
    String read(
            @PathVariable UUID dossier,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        var way = new DraftReading.Way(WorkQuery.id(kept), page(after, before));
        model.addAttribute("it", drafts.read(dossier, task, way));
        return "dossier/desk/draft";
    }

    private static String page(String after, String before) {
        if (PLACE.matcher(before).matches()) return "before=" + before;
        return PLACE.matcher(after).matches() ? "after=" + after : "";
    }

    private List<UUID> everything() {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            var ask = approvals.ask();
                            return ask == null ? List.of() : worklist.first(ask, Bulk.MOST);
                        }));
    }
}
