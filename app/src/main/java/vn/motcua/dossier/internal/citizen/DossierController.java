package vn.motcua.dossier.internal.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.dossier.internal.processing.PublicAddress;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.ServingHeaders;
import vn.motcua.vault.StoredFile;
import vn.motcua.vault.Vault;

/// The pages of the person who filed: their list, one dossier, what is asked of them, what they
/// have received.
@Controller
@RequestMapping("/dossiers")
class DossierController {
    private final DossierReader reader;
    private final Applicant applicant;
    private final Vault vault;
    private final Asking asking;
    private final MessageSource messages;
    private final PublicAddress address;

    DossierController(
            DossierReader reader,
            Applicant applicant,
            Vault vault,
            Asking asking,
            MessageSource messages,
            PublicAddress address) {
        this.reader = reader;
        this.applicant = applicant;
        this.vault = vault;
        this.asking = asking;
        this.messages = messages;
        this.address = address;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("it", reader.list(after));
        return "dossier/list";
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String done,
            Locale locale,
            Model model) {
        model.addAttribute("it", reader.page(code, locale, notice(done)));
        return "dossier/show";
    }

    private static @Nullable String notice(@Nullable String done) {
        return done != null && List.of("supplement", "withdrawal", "step", "result").contains(done)
                ? "dossier.notice." + done
                : null;
    }

    @GetMapping("/{code}/confirmation")
    String confirmation(@PathVariable String code, Model model) {
        model.addAttribute("it", reader.confirmation(code, address));
        return "dossier/confirmation";
    }

    @GetMapping("/{code}/slips/{slip}")
    ResponseEntity<byte[]> slip(@PathVariable String code, @PathVariable UUID slip) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + code + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(reader.slip(code, slip));
    }

    @GetMapping("/{code}/results/{result}")
    void result(@PathVariable String code, @PathVariable UUID result, HttpServletResponse response)
            throws IOException {
        send(reader.result(code, result), response);
    }

    private void send(StoredFile file, HttpServletResponse response) throws IOException {
        ServingHeaders.of(file, false).forEach(response::setHeader);
        try (InputStream in = vault.open(file.id())) {
            in.transferTo(response.getOutputStream());
        }
    }

    /// Receiving the result electronically; the page then offers the file.
    @PostMapping("/{code}/collect")
    String collect(@PathVariable String code) {
        applicant.collect(reader.own(code).id());
        return "redirect:/dossiers/" + code + "?done=result";
    }

    @GetMapping("/{code}/supplement/{item}")
    String item(
            @PathVariable String code,
            @PathVariable String item,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            Locale locale,
            Model model) {
        var shown = reader.item(code, item);
        var errors =
                tooBig == null
                        ? Map.<String, String>of()
                        : Map.of("files", message("web.problem.too-big.detail", locale));
        model.addAttribute("it", shown.with(shown.text(), errors));
        return "dossier/item";
    }

    @PostMapping("/{code}/supplement/{item}")
    String keep(
            @PathVariable String code,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable UUID remove,
            @RequestParam(defaultValue = "false") boolean more,
            Locale locale,
            Model model) {
        var before = reader.item(code, item);
        var errors = new LinkedHashMap<String, String>();
        var odd = FreeText.fault(text, FreeText.ANSWER);
        if (odd != null) errors.put("text", message(odd, locale));
        var added = new ArrayList<UUID>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) upload(file, locale, errors).ifPresent(added::add);
        }
        boolean nothing = added.isEmpty() && before.files().isEmpty() && text.isBlank();
        if (nothing && remove == null && errors.isEmpty())
            errors.put("files", message("dossier.item.missing", locale));
        var words = odd != null ? before.text() : text.isBlank() ? null : text.strip();
        var removed = remove == null ? List.<UUID>of() : List.of(remove);
        applicant.keep(reader.own(code).id(), item, words, added, removed);
        if (errors.isEmpty() && remove == null && !more)
            return "redirect:/dossiers/" + code + "#supplement";
        if (errors.isEmpty()) return "redirect:/dossiers/" + code + "/supplement/" + item;
        model.addAttribute("it", reader.item(code, item).with(FreeText.shown(text), errors));
        return "dossier/item";
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private java.util.Optional<UUID> upload(
            MultipartFile file, Locale locale, Map<String, String> errors) {
        try (InputStream in = file.getInputStream()) {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return java.util.Optional.of(
                    vault.store(in, name, FilePurpose.COMPONENT, asking.current().account()).id());
        } catch (ProblemException refused) {
            errors.put(
                    "files",
                    messages.getMessage(
                            "problem." + refused.problem().code() + ".detail",
                            refused.arguments().toArray(),
                            locale));
        } catch (IOException broken) {
            errors.put("files", message("dossier.item.broken", locale));
        }
        return java.util.Optional.empty();
    }

    @PostMapping("/{code}/supplement")
    String sendSupplement(@PathVariable String code) {
        applicant.sendSupplement(reader.own(code).id());
        return "redirect:/dossiers/" + code + "?done=supplement";
    }

    @PostMapping("/{code}/step")
    String step(
            @PathVariable String code,
            @RequestParam String token,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            Model model) {
        var odd = FreeText.fault(note, FreeText.NOTE);
        if (odd != null) {
            var faults = Map.of("note", message(odd, locale));
            model.addAttribute(
                    "it", reader.page(code, locale, null).with(FreeText.shown(note), faults));
            return "dossier/show";
        }
        applicant.completeStep(
                reader.own(code).id(), token, outcome, note.isBlank() ? null : note.strip());
        return "redirect:/dossiers/" + code + "?done=step";
    }

    @GetMapping("/{code}/withdraw")
    String withdraw(@PathVariable String code, Locale locale, Model model) {
        var view = reader.page(code, locale, null);
        model.addAttribute("it", new WithdrawView(code, view.progress().procedure(), "", Map.of()));
        return "dossier/withdraw";
    }

    @PostMapping("/{code}/withdraw")
    String withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model) {
        var fault =
                reason.isBlank()
                        ? "dossier.withdraw.reason.missing"
                        : FreeText.fault(reason, FreeText.NOTE);
        if (fault != null) {
            var view = reader.page(code, locale, null);
            var errors = Map.of("reason", message(fault, locale));
            var procedure = view.progress().procedure();
            model.addAttribute(
                    "it", new WithdrawView(code, procedure, FreeText.shown(reason), errors));
            return "dossier/withdraw";
        }
        applicant.requestWithdrawal(reader.own(code).id(), reason.strip());
        return "redirect:/dossiers/" + code + "?done=withdrawal";
    }
}
