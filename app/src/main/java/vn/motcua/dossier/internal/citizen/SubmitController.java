package vn.motcua.dossier.internal.citizen;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.form.Draft;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.form.FormProblem;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Channel;

/// The one button of the check page. Pressing it twice files once.
@Controller
class SubmitController {
    private final Drafts drafts;
    private final Intake intake;
    private final Asking asking;

    SubmitController(Drafts drafts, Intake intake, Asking asking) {
        this.drafts = drafts;
        this.intake = intake;
        this.asking = asking;
    }

    @PostMapping("/drafts/{id}/submit")
    String submit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "ELECTRONIC") ReturnWay returnWay) {
        var draft = drafts.require(id);
        if (draft.state() == DraftState.SUBMITTED && draft.dossierCode() != null)
            return "redirect:/dossiers/" + draft.dossierCode() + "/confirmation";
        if (version == null || version != draft.version()) return changed(id);
        try {
            return switch (intake.file(filing(draft, key, returnWay))) {
                case Filed.Accepted accepted ->
                        "redirect:/dossiers/" + accepted.code() + "/confirmation";
                case Filed.Incomplete _ -> "redirect:/drafts/" + id + "/check";
            };
        } catch (ProblemException meanwhile) {
            if (meanwhile.problem() != FormProblem.DRAFT_CHANGED) throw meanwhile;
            return changed(id);
        }
    }

    /// What is filed is what was checked: a draft changed since then is checked again.
    private static String changed(UUID id) {
        return "redirect:/drafts/" + id + "/check?changed=1";
    }

    private Filing filing(Draft draft, String key, ReturnWay returnWay) {
        return new Filing(
                draft.release(),
                Channel.valueOf(draft.channel()),
                draft.caseCode(),
                draft.agency(),
                draft.answers(),
                asking.current().account(),
                null,
                List.of(),
                returnWay,
                key,
                draft.id(),
                draft.version());
    }
}
