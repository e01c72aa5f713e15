package vn.motcua.dossier.internal.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.Agencies;

/// Whether a document somebody holds still stands. The key printed on it has 65 random bits; the
/// answer names no person.
@Controller
@RequestMapping("/verify")
class VerifyController {
    private final DocumentStore store;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    VerifyController(DocumentStore store, Agencies agencies, TransactionTemplate transaction) {
        this.store = store;
        this.agencies = agencies;
        this.transaction = transaction;
    }

    @GetMapping
    String look(@RequestParam(defaultValue = "") String key, Model model) {
        model.addAttribute("it", view("", key, false));
        return "dossier/document/verify";
    }

    /// By number and key as they stand on the document; both must be right.
    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String key,
            Model model) {
        model.addAttribute("it", view(number.strip(), key, key.isBlank()));
        return "dossier/document/verify";
    }

    private DocumentViews.Verify view(String number, String typed, boolean missing) {
        var key = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean asked = !key.isEmpty();
        return new DocumentViews.Verify(
                number,
                key.length() > 40 ? "" : key,
                missing,
                asked,
                asked ? found(number, key) : null);
    }

    private DocumentViews.@Nullable Found found(String number, String key) {
        if (!key.matches("[0-9A-Z]{13}")) return null;
        var verified = transaction.execute(_ -> store.verify(key));
        return java.util.Objects.requireNonNull(verified)
                .filter(document -> number.isEmpty() || document.number().equalsIgnoreCase(number))
                .map(this::shown)
                .orElse(null);
    }

    private DocumentViews.Found shown(DocumentStore.Verified document) {
        var state =
                document.ended() == null
                        ? Document.State.VALID
                        : document.replacedBy() == null
                                ? Document.State.REVOKED
                                : Document.State.REPLACED;
        return new DocumentViews.Found(
                document.number(),
                document.name(),
                agencies.require(document.agency()).name(),
                HanoiTime.date(HanoiTime.dateOf(document.issued())),
                document.sha256(),
                state.name(),
                document.ended() == null
                        ? null
                        : HanoiTime.date(HanoiTime.dateOf(document.ended())),
                document.replacedBy());
    }
}
