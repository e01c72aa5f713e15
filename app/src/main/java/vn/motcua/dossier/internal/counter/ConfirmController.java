package vn.motcua.dossier.internal.counter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.print.PaperSize;
import vn.motcua.dossier.internal.print.SheetPrinter;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;

/// Reading back what was filled in for somebody, and their own word for it: at the counter with a
/// code, or on their own device with their account.
@Controller
class ConfirmController {
    private final Helped helped;
    private final Drafts drafts;
    private final Releases releases;
    private final SheetPrinter printer;
    private final MessageSource messages;

    ConfirmController(
            Helped helped,
            Drafts drafts,
            Releases releases,
            SheetPrinter printer,
            MessageSource messages) {
        this.helped = helped;
        this.drafts = drafts;
        this.releases = releases;
        this.printer = printer;
        this.messages = messages;
    }

    @GetMapping("/desk/counter/{draft}/confirm")
    String ask(@PathVariable UUID draft, Model model) {
        var there = drafts.require(draft);
        if (there.state() == DraftState.SUBMITTED || helped.confirmed(there))
            return "redirect:/desk/counter/" + draft + "/papers";
        model.addAttribute("it", atCounter(draft, Map.of()));
        return "dossier/counter/confirm";
    }

    private ConfirmView atCounter(UUID id, Map<String, String> errors) {
        var draft = drafts.require(id);
        var back = helped.find(id).filter(found -> found.version() == draft.version());
        return new ConfirmView(
                id,
                name(draft.release()),
                back.map(Helped.ReadBack::helperName).orElse(""),
                draft.version(),
                back.map(found -> HanoiTime.timeAndDate(found.prepared())).orElse(null),
                false,
                draft.account() != null,
                back.map(Helped.ReadBack::sheet).orElse(List.of()),
                errors);
    }

    private LocalText name(ReleaseId release) {
        return releases.find(release)
                .map(found -> found.record().name())
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    /// The sheet to be read back; its code is new and on no screen.
    @PostMapping("/desk/counter/{draft}/confirm/sheet")
    ResponseEntity<byte[]> sheet(@PathVariable UUID draft) {
        var fresh = helped.prepare(draft);
        return HandOutController.pdf(
                "ban-doc-lai", printer.print("read-back", fresh, PaperSize.A4, fresh.at()));
    }

    @PostMapping("/desk/counter/{draft}/confirm")
    String confirm(
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String code,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            if (code.isBlank()) throw new ProblemException(CounterProblem.NO_CODE);
            helped.confirmWith(draft, code);
            return "redirect:/desk/counter/" + draft + "/papers";
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof CounterProblem)) throw refused;
            response.setStatus(refused.problem().status());
            model.addAttribute("it", atCounter(draft, Map.of("code", detail(refused, locale))));
            return "dossier/counter/confirm";
        }
    }

    /// What waits for the person's own word.
    @GetMapping("/helped")
    String list(Model model) {
        var waiting = helped.waiting().stream().map(this::own).toList();
        model.addAttribute("it", new HelpedView(waiting));
        return "dossier/counter/helped";
    }

    private ConfirmView own(UUID id) {
        var back =
                helped.find(id).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        return new ConfirmView(
                id,
                name(back.release()),
                back.helperName(),
                back.version(),
                HanoiTime.timeAndDate(back.prepared()),
                back.confirmed() != null,
                true,
                back.sheet(),
                Map.of());
    }

    @GetMapping("/helped/{draft}")
    String show(@PathVariable UUID draft, Model model) {
        model.addAttribute("it", own(draft));
        return "dossier/counter/helped-one";
    }

    @PostMapping("/helped/{draft}")
    String agree(@PathVariable UUID draft, @RequestParam int version) {
        helped.confirm(draft, version);
        return "redirect:/helped/" + draft;
    }

    private String detail(ProblemException refused, Locale locale) {
        return messages.getMessage(
                "problem." + refused.problem().code() + ".detail",
                refused.arguments().toArray(),
                locale);
    }
}
