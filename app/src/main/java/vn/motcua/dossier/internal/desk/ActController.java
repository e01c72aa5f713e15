package vn.motcua.dossier.internal.desk;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.counter.HandOut;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Recall;
import vn.motcua.kernel.ProblemException;

/// One act, one page: its consequence and letter are read first, then it is done, then the
/// dossier is shown again. Whoever comes second finds what they typed and the news of who was
/// faster.
@Controller
@RequestMapping("/desk/dossiers/{id}/acts/{act}")
class ActController {
    private final ActForms forms;
    private final Desk desk;
    private final Brought brought;
    private final HandOut handOut;
    private final Recall recall;
    private final MarkedItems marked;
    private final DeskDossierReader reader;
    private final MessageSource messages;

    ActController(
            ActForms forms,
            Desk desk,
            Brought brought,
            HandOut handOut,
            Recall recall,
            MarkedItems marked,
            DeskDossierReader reader,
            MessageSource messages) {
        this.forms = forms;
        this.desk = desk;
        this.brought = brought;
        this.handOut = handOut;
        this.recall = recall;
        this.marked = marked;
        this.reader = reader;
        this.messages = messages;
    }

    @GetMapping
    String ask(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String outcome,
            Locale locale,
            Model model) {
        var kind = kind(act);
        var typed = Typed.nothing(token, outcome);
        if (handsOver(id, kind, token)) return handOver(id, token, outcome);
        if (kind == ActKind.RECEIVE_SUPPLEMENT) typed = brought.typed(id, token, outcome);
        if (kind == ActKind.SUPPLEMENT) typed = marked.prefilled(id, typed);
        return again(id, kind, typed, locale, Map.of(), model);
    }

    @PostMapping
    String send(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var kind = kind(act);
        var typed = Typed.read(sent);
        if (handsOver(id, kind, typed.token())) return handOver(id, typed.token(), typed.outcome());
        if (kind == ActKind.RECEIVE_SUPPLEMENT) {
            var scan = brought.keep(id, sent);
            if (scan.isPresent()) return "redirect:" + scan.get();
        }
        if (sent.containsKey("more")) return again(id, kind, typed, locale, Map.of(), model);
        var faults = forms.faults(id, kind, typed, locale);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return again(id, kind, typed, locale, faults, model);
        }
        var view = forms.view(id, kind, typed, locale, Map.of(), true, false);
        if (view.conflict() || !view.allowed()) {
            response.setStatus(409);
            view = forms.view(id, kind, typed, locale, Map.of(), true, true);
        }
        if (view.failed() || mustRead(view, typed)) {
            if (!view.failed()) reader.previewed(id, kind);
            model.addAttribute("it", view);
            return "dossier/desk/act";
        }
        try {
            act(id, kind, typed);
        } catch (ProblemException refused) {
            return refused(id, kind, typed, locale, refused, response, model);
        }
        return "redirect:/desk/dossiers/" + id + "?done=" + kind.path();
    }

    /// A result is handed over on a page of its own, against a signature or a code.
    private boolean handsOver(UUID id, ActKind kind, String token) {
        return kind == ActKind.STEP && handOut.applies(id, token);
    }

    private static String handOver(UUID id, String token, String outcome) {
        return UriComponentsBuilder.fromPath("redirect:/desk/dossiers/" + id + "/hand-over")
                .queryParam("token", "{token}")
                .queryParam("outcome", "{outcome}")
                .encode()
                .buildAndExpand(token, outcome)
                .toUriString();
    }

    /// A letter goes out only as it was read.
    private static boolean mustRead(ActView view, Typed typed) {
        var letter = view.letter();
        return view.previews() && letter != null && !letter.digest().equals(typed.seen());
    }

    private String again(
            UUID id,
            ActKind kind,
            Typed typed,
            Locale locale,
            Map<String, String> faults,
            Model model) {
        model.addAttribute("it", forms.view(id, kind, typed, locale, faults, false, false));
        return "dossier/desk/act";
    }

    private String refused(
            UUID id,
            ActKind kind,
            Typed typed,
            Locale locale,
            ProblemException refused,
            HttpServletResponse response,
            Model model) {
        if (refused.problem() == DossierProblem.NOT_FOUND) throw refused;
        response.setStatus(refused.problem().status());
        boolean conflict = refused.problem() == DossierProblem.CHANGED_MEANWHILE;
        var errors =
                conflict
                        ? Map.<String, String>of()
                        : Map.of("act", new DeskWords(messages, locale).detail(refused));
        model.addAttribute("it", forms.view(id, kind, typed, locale, errors, conflict, conflict));
        return "dossier/desk/act";
    }

    private static ActKind kind(String act) {
        return ActKind.of(act).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    private void act(UUID id, ActKind kind, Typed typed) {
        int version = typed.version();
        var grounds = new Desk.Grounds(typed.reason(), typed.words());
        switch (kind) {
            case ACCEPT -> desk.accept(id, version);
            case REFUSE -> desk.refuse(id, version, grounds);
            case SUPPLEMENT -> desk.requestSupplement(id, version, grounds, forms.items(id, typed));
            case CLAIM -> desk.claim(id, version, forms.task(id, typed.token()));
            case STEP ->
                    desk.completeStep(
                            id,
                            version,
                            typed.token(),
                            typed.outcome(),
                            typed.words().isBlank() ? null : typed.words(),
                            typed.facts(),
                            typed.reason().isEmpty()
                                    ? null
                                    : new Desk.Grounds(typed.reason(), typed.lateWords()));
            case EXTEND -> desk.extend(id, version, typed.moment().orElseThrow(), grounds);
            case PAUSE -> desk.pause(id, version, grounds);
            case RECEIVE_SUPPLEMENT -> brought.receive(id, typed);
            case RESUME -> desk.resume(id, version);
            case GRANT_WITHDRAWAL -> desk.grantWithdrawal(id, version, typed.words());
            case DECLINE_WITHDRAWAL -> desk.declineWithdrawal(id, version, typed.words());
            case STOP -> desk.stop(id, version, typed.words());
            case RECALL -> recall.recall(id, version, typed.words());
        }
    }
}
