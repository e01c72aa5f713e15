package vn.motcua.dossier.internal.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.worklist.Worklist;

/// Signing many at once, made for a phone.
@Controller
class ApprovalsController {
    private final Approvals approvals;
    private final Bulks bulks;
    private final Worklist worklist;
    private final TransactionTemplate transaction;

    ApprovalsController(
            Approvals approvals, Bulks bulks, Worklist worklist, TransactionTemplate transaction) {
        this.approvals = approvals;
        this.bulks = bulks;
        this.worklist = worklist;
        this.transaction = transaction;
    }

    @GetMapping("/desk/approvals")
    String show(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "") String done,
            Locale locale,
            Model model) {
        model.addAttribute("it", approvals.read(after, before, done.equals("none"), locale));
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

    private List<UUID> everything() {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            var ask = approvals.ask();
                            return ask == null ? List.of() : worklist.first(ask, Bulk.MOST);
                        }));
    }
}
