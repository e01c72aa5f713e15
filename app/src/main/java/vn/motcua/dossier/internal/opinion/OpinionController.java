package vn.motcua.dossier.internal.opinion;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.ServingHeaders;
import vn.motcua.vault.Vault;

/// Asking others about a dossier, and the page of whoever is asked.
@Controller
class OpinionController implements UploadPages {
    private final Opinions opinions;
    private final AskForm form;
    private final Rules rules;
    private final Vault vault;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    OpinionController(
            Opinions opinions,
            AskForm form,
            Rules rules,
            Vault vault,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.opinions = opinions;
        this.form = form;
        this.rules = rules;
        this.vault = vault;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<String> uploadPages() {
        return List.of("/desk/opinions/{id}");
    }

    @GetMapping("/desk/dossiers/{id}/opinions")
    String ask(@PathVariable UUID id, Locale locale, Model model) {
        model.addAttribute("it", form.view(id, AskForm.Typed.nothing(), Map.of(), locale));
        return "dossier/desk/opinion-ask";
    }

    @PostMapping("/desk/dossiers/{id}/opinions")
    String ask(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed = AskForm.Typed.read(sent);
        var faults = form.faults(typed, locale);
        if (faults.isEmpty()) {
            try {
                opinions.ask(id, typed.version(), form.question(typed));
                return "redirect:/desk/dossiers/" + id + "#opinions";
            } catch (ProblemException refused) {
                if (refused.problem() == DossierProblem.NOT_FOUND) throw refused;
                response.setStatus(refused.problem().status());
                faults = Map.of("question", detail(refused, locale));
            }
        } else response.setStatus(422);
        model.addAttribute("it", form.view(id, typed, faults, locale));
        return "dossier/desk/opinion-ask";
    }

    @GetMapping("/desk/opinions/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            Locale locale,
            Model model) {
        var errors =
                tooBig == null
                        ? Map.<String, String>of()
                        : Map.of("file", text("web.problem.too-big.detail", locale));
        model.addAttribute("it", view(opinions.read(id), "", "", errors));
        return "dossier/desk/opinion";
    }

    @PostMapping("/desk/opinions/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var opinion = opinions.read(id);
        var errors = faults(answer, words, locale);
        if (errors.isEmpty() && opinions.mayAnswer(opinion)) {
            var kept = file == null || file.isEmpty() ? null : store(file, errors, locale);
            if (errors.isEmpty())
                try {
                    opinions.answer(id, version, Opinion.Answer.valueOf(answer), words, kept);
                    return "redirect:/desk/opinions/" + id;
                } catch (ProblemException refused) {
                    if (kept != null) vault.discard(kept);
                    response.setStatus(refused.problem().status());
                    errors.put("answer", detail(refused, locale));
                    opinion = opinions.read(id);
                }
        }
        if (response.getStatus() < 400) response.setStatus(errors.isEmpty() ? 409 : 422);
        model.addAttribute("it", view(opinion, answer, words, errors));
        return "dossier/desk/opinion";
    }

    private Map<String, String> faults(String answer, String words, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        boolean known =
                java.util.Arrays.stream(Opinion.Answer.values())
                        .anyMatch(each -> each.name().equals(answer));
        if (!known) errors.put("answer", text("opinion.fault.answer", locale));
        if (known && words.isBlank() && !answer.equals(Opinion.Answer.AGREES.name()))
            errors.put("words", text("opinion.fault.why", locale));
        if (words.length() > Question.LONGEST || AskForm.odd(words))
            errors.put("words", text("opinion.fault.words", locale));
        return errors;
    }

    private @Nullable UUID store(MultipartFile file, Map<String, String> errors, Locale locale) {
        try (InputStream in = file.getInputStream()) {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return vault.store(in, name, FilePurpose.WORKING_PAPER, null).id();
        } catch (ProblemException refused) {
            errors.put("file", detail(refused, locale));
        } catch (IOException broken) {
            errors.put("file", text("dossier.item.broken", locale));
        }
        return null;
    }

    private AnswerView view(
            Opinion opinion, String answer, String words, Map<String, String> errors) {
        var reply = opinion.reply();
        var release = new ReleaseId(opinion.procedure(), opinion.release());
        return new AnswerView(
                opinion,
                rules.release(release).record().name(),
                opinions.name(opinion.agency(), null),
                opinions.name(opinion.askedAgency(), opinion.askedUnit()),
                HanoiTime.timeAndDate(opinion.asked()),
                HanoiTime.timeAndDate(opinion.due()),
                reply == null ? clock.instant().isAfter(opinion.due()) : opinion.late(),
                opinions.mayAnswer(opinion),
                reply == null ? null : HanoiTime.timeAndDate(reply.at()),
                answer,
                AskForm.odd(words) ? "" : words,
                errors);
    }

    /// A paper chosen for the reader. It is not the reader's otherwise, so the platform fetches
    /// it.
    @GetMapping("/desk/opinions/{id}/files/{file}")
    void file(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        var chosen = opinions.paper(id, file);
        var in = asking.as(Caller.system(), () -> vault.open(chosen));
        var stored = asking.as(Caller.system(), () -> vault.find(chosen).orElseThrow());
        try (in) {
            ServingHeaders.of(stored, true).forEach(response::setHeader);
            in.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/desk/opinions/{id}/reply")
    void reply(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var stored =
                vault.find(opinions.replyFile(id))
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        ServingHeaders.of(stored, true).forEach(response::setHeader);
        try (InputStream in = vault.open(stored.id())) {
            in.transferTo(response.getOutputStream());
        }
    }

    private String detail(ProblemException problem, Locale locale) {
        return Objects.requireNonNull(
                messages.getMessage(
                        "problem." + problem.problem().code() + ".detail",
                        problem.arguments().toArray(),
                        locale));
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
