package vn.motcua.dossier.internal.counter;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.kernel.ProblemException;

/// The person takes a code to collect their result with. It is shown once, so the answer is the
/// page itself.
@Controller
class OwnCodeController {
    private final DossierStore dossiers;
    private final PickupCodes codes;
    private final TransactionTemplate transaction;

    OwnCodeController(DossierStore dossiers, PickupCodes codes, TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.codes = codes;
        this.transaction = transaction;
    }

    @PostMapping("/dossiers/{code}/pickup-code")
    String take(@PathVariable String code, Model model) {
        var id =
                transaction.execute(
                        _ ->
                                DossierCode.parse(code)
                                        .flatMap(dossiers::idOf)
                                        .orElseThrow(
                                                () ->
                                                        new ProblemException(
                                                                DossierProblem.NOT_FOUND)));
        var fresh = codes.issue(java.util.Objects.requireNonNull(id));
        model.addAttribute("it", fresh);
        return "dossier/counter/pickup";
    }
}
