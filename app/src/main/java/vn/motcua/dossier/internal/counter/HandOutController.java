package vn.motcua.dossier.internal.counter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.ServingHeaders;
import vn.motcua.vault.Vault;

/// Handing a result over at the counter: against a drawn signature, a code, or a receipt signed on
/// paper.
@Controller
@RequestMapping("/desk/dossiers/{id}")
class HandOutController {
    private final HandOutReader reader;
    private final HandOut handOut;
    private final PickupCodes codes;
    private final KeptTyping typing;
    private final ScanTray tray;
    private final Vault vault;
    private final MessageSource messages;

    HandOutController(
            HandOutReader reader,
            HandOut handOut,
            PickupCodes codes,
            KeptTyping typing,
            ScanTray tray,
            Vault vault,
            MessageSource messages) {
        this.reader = reader;
        this.handOut = handOut;
        this.codes = codes;
        this.typing = typing;
        this.tray = tray;
        this.vault = vault;
        this.messages = messages;
    }

    @GetMapping("/hand-over")
    String ask(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model) {
        var kept = typing.of(id, KeptTyping.On.HAND_OVER).orElseGet(LinkedMultiValueMap::new);
        var typed = new LinkedHashMap<>(kept.toSingleValueMap());
        for (var name : new String[] {"token", "outcome"})
            if (asked.getFirst(name) != null) typed.put(name, asked.getFirst(name));
        if (!handOut.applies(id, typed.getOrDefault("token", "")))
            return "redirect:/desk/dossiers/" + id;
        model.addAttribute("it", reader.view(id, typed, Map.of(), locale));
        return "dossier/counter/hand-over";
    }

    @PostMapping("/hand-over")
    String give(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed = sent.toSingleValueMap();
        if (sent.containsKey("scan") || sent.containsKey("unscan")) {
            var kept = new LinkedMultiValueMap<>(sent);
            kept.remove("signature");
            typing.keep(id, KeptTyping.On.HAND_OVER, kept);
            var remove = sent.getFirst("unscan");
            if (remove != null) tray.removePaper(id, paper(remove));
            return remove != null
                    ? "redirect:/desk/dossiers/" + id + "/hand-over"
                    : "redirect:/desk/scan/" + HandOutReader.PLACE + "/" + id + "/" + HandOut.SHEET;
        }
        var view = reader.view(id, typed, Map.of(), locale);
        var faults = new LinkedHashMap<>(faults(view, locale));
        if (faults.isEmpty()) {
            try {
                handOut.handOver(id, given(view));
                typing.forget(id, KeptTyping.On.HAND_OVER);
                return "redirect:/desk/dossiers/" + id + "?done=step";
            } catch (ProblemException refused) {
                if (refused.problem() == DossierProblem.NOT_FOUND) throw refused;
                response.setStatus(refused.problem().status());
                faults.put(field(refused), detail(refused, locale));
            }
        } else response.setStatus(422);
        model.addAttribute("it", reader.view(id, typed, faults, locale));
        return "dossier/counter/hand-over";
    }

    private static UUID paper(String text) {
        var paper = WorkQuery.id(text);
        if (paper == null) throw new ProblemException(DossierProblem.NOT_FOUND);
        return paper;
    }

    private static String field(ProblemException refused) {
        if (!(refused.problem() instanceof CounterProblem known)) return "hand";
        return switch (known) {
            case WRONG_CODE, CODE_USED_UP, NO_CODE, CODE_PRINTED_BY_YOU -> "code";
            case SIGNATURE_UNREADABLE, NO_PAGES -> "proof";
            default -> "hand";
        };
    }

    private Map<String, String> faults(HandOutView view, Locale locale) {
        var faults = new LinkedHashMap<String, String>();
        if (view.value("receiverName").isBlank())
            faults.put("receiverName", text("counter.hand.fault.name", locale));
        boolean mandated = view.value("receiver").equals(HandOut.Receiver.MANDATED.name());
        if (mandated && view.value("mandate").isBlank())
            faults.put("mandate", text("counter.hand.fault.mandate", locale));
        if (view.value("identity").isEmpty())
            faults.put("identity", text("counter.hand.fault.identity", locale));
        if (!view.originals().isEmpty() && view.value("originals").isEmpty())
            faults.put("originals", text("counter.hand.fault.originals", locale));
        switch (view.value("proof")) {
            case "SIGNATURE" -> {
                if (Signature.read(view.value("signature")).isEmpty())
                    faults.put("proof", text("counter.hand.fault.signature", locale));
            }
            case "CODE" -> {
                if (view.value("code").isBlank())
                    faults.put("code", text("counter.hand.fault.code", locale));
            }
            case "SHEET" -> {
                if (view.sheets().isEmpty())
                    faults.put("proof", text("counter.hand.fault.sheet", locale));
            }
            default -> faults.put("proof", text("counter.hand.fault.proof", locale));
        }
        return faults;
    }

    private static HandOut.Given given(HandOutView view) {
        boolean mandated = view.value("receiver").equals(HandOut.Receiver.MANDATED.name());
        var proof = HandOut.Proof.valueOf(view.value("proof"));
        var version = view.value("version");
        return new HandOut.Given(
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0,
                view.token(),
                view.outcome(),
                mandated ? HandOut.Receiver.MANDATED : HandOut.Receiver.OWNER,
                cut(view.value("receiverName"), 200),
                mandated ? cut(view.value("mandate"), 300) : null,
                proof,
                view.value(proof == HandOut.Proof.CODE ? "code" : "signature"),
                !view.value("originals").isEmpty());
    }

    private static String cut(String text, int most) {
        var tidy = text.replaceAll("\\p{Cc}", " ").strip();
        return tidy.length() > most ? tidy.substring(0, most) : tidy;
    }

    @GetMapping("/hand-over/sheet")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id) {
        return pdf("giay-nhan-ket-qua", reader.sheet(id));
    }

    @GetMapping("/hand-over/proof")
    void proof(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var file = reader.proof(id);
        ServingHeaders.of(file, true).forEach(response::setHeader);
        try (var in = vault.open(file.id())) {
            in.transferTo(response.getOutputStream());
        }
    }

    /// A code for whoever will come for the result, on paper. Nobody sees it again.
    @PostMapping("/pickup-code")
    ResponseEntity<byte[]> code(@PathVariable UUID id) {
        return pdf("ma-nhan-ket-qua", reader.printed(codes.issue(id)));
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private String detail(ProblemException refused, Locale locale) {
        return messages.getMessage(
                "problem." + refused.problem().code() + ".detail",
                refused.arguments().toArray(),
                locale);
    }
}
