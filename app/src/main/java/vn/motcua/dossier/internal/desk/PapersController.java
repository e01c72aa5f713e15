package vn.motcua.dossier.internal.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.form.DraftState;
import vn.motcua.form.Drafts;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// Ticking off the papers handed over; the last button receives the dossier.
@Controller
@RequestMapping("/desk/counter/{draft}/papers")
class PapersController {
    private final CounterPapers papers;
    private final Counter counter;
    private final Drafts drafts;
    private final Vault vault;
    private final MessageSource messages;

    PapersController(
            CounterPapers papers,
            Counter counter,
            Drafts drafts,
            Vault vault,
            MessageSource messages) {
        this.papers = papers;
        this.counter = counter;
        this.drafts = drafts;
        this.vault = vault;
        this.messages = messages;
    }

    @GetMapping
    String ask(@PathVariable UUID draft, Locale locale, Model model) {
        var there = drafts.require(draft);
        if (there.state() == DraftState.SUBMITTED && there.dossierCode() != null)
            return done(there.dossierCode());
        model.addAttribute("it", papers.view(draft, HandedOver.nothing(), Map.of(), words(locale)));
        return "dossier/desk/papers";
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String receive(
            @PathVariable UUID draft,
            @RequestParam MultiValueMap<String, String> sent,
            MultipartHttpServletRequest request,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var there = drafts.require(draft);
        if (there.state() == DraftState.SUBMITTED && there.dossierCode() != null)
            return done(there.dossierCode());
        var errors = new LinkedHashMap<String, String>();
        var handed = HandedOver.read(sent, scans(request, there.account(), errors, locale));
        if (!sent.containsKey("save")) errors.putAll(papers.faults(draft, handed, words(locale)));
        if (!errors.isEmpty() || sent.containsKey("save")) {
            if (!errors.isEmpty()) response.setStatus(422);
            model.addAttribute("it", papers.view(draft, handed, errors, words(locale)));
            return "dossier/desk/papers";
        }
        try {
            switch (papers.receive(draft, handed)) {
                case Filed.Accepted accepted -> {
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

    /// Stores what was scanned; what is refused is told beside its paper, the rest is kept.
    private Map<String, List<UUID>> scans(
            MultipartHttpServletRequest request,
            @org.jspecify.annotations.Nullable UUID owner,
            Map<String, String> errors,
            Locale locale) {
        var scans = new LinkedHashMap<String, List<UUID>>();
        request.getMultiFileMap()
                .forEach(
                        (name, files) -> {
                            if (!name.startsWith(HandedOver.SCAN)) return;
                            var component = name.substring(HandedOver.SCAN.length());
                            for (var file : files)
                                if (!file.isEmpty())
                                    store(
                                            file,
                                            owner,
                                            component,
                                            scans.computeIfAbsent(
                                                    component, _ -> new ArrayList<>()),
                                            errors,
                                            locale);
                        });
        return scans;
    }

    private void store(
            MultipartFile file,
            @org.jspecify.annotations.Nullable UUID owner,
            String component,
            List<UUID> ids,
            Map<String, String> errors,
            Locale locale) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            ids.add(vault.store(content, name, FilePurpose.COMPONENT, owner).id());
        } catch (ProblemException refused) {
            errors.put(HandedOver.FORM + component, name + ": " + words(locale).detail(refused));
        } catch (IOException broken) {
            errors.put(HandedOver.FORM + component, words(locale).t("dossier.item.broken"));
        }
    }
}
