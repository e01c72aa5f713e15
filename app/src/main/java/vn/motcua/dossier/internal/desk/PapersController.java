package vn.motcua.dossier.internal.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.counter.Helped;
import vn.motcua.dossier.internal.counter.KeptTyping;
import vn.motcua.dossier.internal.counter.ScanTray;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.queue.TicketAtCounter;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.kernel.ProblemException;

/// Ticking off the papers handed over; the last button receives the dossier.
@Controller
@RequestMapping("/desk/counter/{draft}/papers")
class PapersController {
    private final CounterPapers papers;
    private final Counter counter;
    private final Drafts drafts;
    private final ScanTray tray;
    private final KeptTyping typing;
    private final Helped helped;
    private final TicketAtCounter queue;
    private final MessageSource messages;

    PapersController(
            CounterPapers papers,
            Counter counter,
            Drafts drafts,
            ScanTray tray,
            KeptTyping typing,
            Helped helped,
            TicketAtCounter queue,
            MessageSource messages) {
        this.papers = papers;
        this.counter = counter;
        this.drafts = drafts;
        this.tray = tray;
        this.typing = typing;
        this.helped = helped;
        this.queue = queue;
        this.messages = messages;
    }

    @GetMapping
    String ask(@PathVariable UUID draft, Locale locale, Model model) {
        var there = drafts.require(draft);
        if (there.state() == DraftState.SUBMITTED && there.dossierCode() != null)
            return done(there.dossierCode());
        var scans = tray.papers(draft);
        var handed =
                typing.of(draft, KeptTyping.On.PAPERS)
                        .map(kept -> HandedOver.read(kept, scans))
                        .orElseGet(() -> HandedOver.nothing(scans));
        model.addAttribute("it", papers.view(draft, handed, Map.of(), words(locale)));
        return "dossier/desk/papers";
    }

    /// Whatever button is pressed, what is typed is kept first.
    @PostMapping
    String receive(
            @PathVariable UUID draft,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        counter.requireReception();
        var there = drafts.require(draft);
        if (there.state() == DraftState.SUBMITTED && there.dossierCode() != null)
            return done(there.dossierCode());
        typing.keep(draft, KeptTyping.On.PAPERS, sent);
        var scan = sent.getFirst("scan");
        if (scan != null && papers.component(draft, scan).isPresent())
            return "redirect:/desk/scan/papers/" + draft + "/" + scan;
        var remove = sent.getFirst("remove");
        if (remove != null) tray.removePaper(draft, HandedOver.id(remove));
        var handed = HandedOver.read(sent, tray.papers(draft));
        boolean kept = remove != null || sent.containsKey("save");
        if (kept) return "redirect:/desk/counter/" + draft + "/papers";
        var errors = new LinkedHashMap<>(papers.faults(draft, handed, words(locale)));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("it", papers.view(draft, handed, errors, words(locale)));
            return "dossier/desk/papers";
        }
        try {
            switch (papers.receive(draft, handed)) {
                case Filed.Accepted accepted -> {
                    tray.forget(draft);
                    typing.forget(draft, KeptTyping.On.PAPERS);
                    var dossier = counter.dossier(accepted.code());
                    helped.filed(draft, dossier);
                    queue.came(dossier);
                    return done(accepted.code().value());
                }
                case Filed.Incomplete incomplete -> {
                    response.setStatus(422);
                    errors.put(PapersView.ANSWERS, faults(incomplete, words(locale)));
                }
            }
        } catch (ProblemException refused) {
            if (refused.problem() == DossierProblem.NOT_FOUND) throw refused;
            response.setStatus(refused.problem().status());
            errors.put(PapersView.RECEIVE, words(locale).detail(refused));
        }
        // What was ticked off, typed and scanned stays on the page.
        model.addAttribute("it", papers.view(draft, handed, errors, words(locale)));
        return "dossier/desk/papers";
    }

    /// What is wrong in the form, in one sentence.
    private static String faults(Filed.Incomplete incomplete, DeskWords words) {
        var each =
                incomplete.faults().stream()
                        .map(fault -> words.fault(fault).replaceFirst("[.]+$", ""))
                        .distinct()
                        .toList();
        return words.t("desk.fault.answers", String.join("; ", each));
    }

    private String done(String code) {
        return "redirect:/desk/counter/filed/" + counter.dossier(new DossierCode(code));
    }

    private DeskWords words(Locale locale) {
        return new DeskWords(messages, locale);
    }
}
