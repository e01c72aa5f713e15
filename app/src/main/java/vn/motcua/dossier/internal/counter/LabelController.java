package vn.motcua.dossier.internal.counter;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Issue;

/// Labels for the papers of a dossier, and its documents as drafts.
@Controller
@RequestMapping("/desk/dossiers/{id}")
class LabelController {
    private final LabelSheets sheets;

    LabelController(LabelSheets sheets) {
        this.sheets = sheets;
    }

    /// @param size `single` for a roll of labels; a sheet of 24 otherwise
    @GetMapping("/labels")
    ResponseEntity<byte[]> labels(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String size) {
        return HandOutController.pdf("nhan-ho-so", sheets.labels(id, size.equals("single")));
    }

    @GetMapping("/draft/{issue}")
    ResponseEntity<byte[]> draft(@PathVariable UUID id, @PathVariable String issue) {
        var wanted =
                Arrays.stream(Issue.values())
                        .filter(known -> known.name().equals(issue))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        return HandOutController.pdf("du-thao", sheets.draft(id, wanted));
    }
}
