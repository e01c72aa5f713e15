package vn.motcua.procedure.internal.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.procedure.ProcedureProblem;
import vn.motcua.procedure.internal.intake.ImportStore.Verdict;

/// Files of published procedures: sent, looked at, taken in, undone.
@Controller
@RequestMapping("/operator/catalogue")
class CatalogueImportController implements UploadPages {
    private final ImportDesk desk;

    CatalogueImportController(ImportDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<String> uploadPages() {
        return List.of("/operator/catalogue");
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            HttpServletResponse response,
            Model model) {
        if (tooBig != null) response.setStatus(422);
        var refused = tooBig == null ? null : new ImportsView.Refused("catalogue.refused.too-big");
        model.addAttribute("it", ImportsView.of(desk.imports(after), refused));
        return "procedure/imports";
    }

    @PostMapping
    String send(@RequestParam MultipartFile file, HttpServletResponse response, Model model)
            throws IOException {
        try {
            var name = file.getOriginalFilename();
            return "redirect:/operator/catalogue/"
                    + desk.preview(file.getBytes(), name == null ? "" : name);
        } catch (FileRefused refused) {
            response.setStatus(422);
            model.addAttribute(
                    "it",
                    ImportsView.of(
                            desk.imports(null),
                            new ImportsView.Refused(refused.key(), refused.arguments())));
            return "procedure/imports";
        }
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        var found =
                desk.find(id)
                        .orElseThrow(() -> new ProblemException(ProcedureProblem.IMPORT_UNKNOWN));
        var verdict = verdict(show, ImportView.first(found));
        model.addAttribute("it", ImportView.of(found, verdict, desk.rows(id, verdict, after)));
        return "procedure/import";
    }

    private static Verdict verdict(@Nullable String show, Verdict otherwise) {
        for (var verdict : Verdict.values()) {
            if (verdict.name().toLowerCase(Locale.ROOT).equals(show)) return verdict;
        }
        return otherwise;
    }

    @PostMapping("/{id}/apply")
    String apply(@PathVariable UUID id) {
        desk.apply(id);
        return "redirect:/operator/catalogue/" + id;
    }

    @PostMapping("/{id}/drop")
    String drop(@PathVariable UUID id) {
        desk.drop(id);
        return "redirect:/operator/catalogue";
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id) {
        desk.undo(id);
        return "redirect:/operator/catalogue/" + id;
    }
}
