package vn.motcua.dossier.internal.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.journal.History;
import vn.motcua.vault.ServingHeaders;
import vn.motcua.vault.Vault;

/// One dossier on the officer's desk, and its papers.
@Controller
@RequestMapping("/desk/dossiers/{id}")
class DeskDossierController {
    private static final Set<String> HANDS = Set.of("undone", "given-back", "given", "taken-away");

    private final DeskDossierReader reader;
    private final Vault vault;

    DeskDossierController(DeskDossierReader reader, Vault vault) {
        this.reader = reader;
        this.vault = vault;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID file,
            @RequestParam(required = false) @Nullable String done,
            Locale locale,
            Model model) {
        model.addAttribute("it", reader.open(id, file, locale, notice(done)));
        return "dossier/desk/dossier";
    }

    private static @Nullable String notice(@Nullable String done) {
        if (done != null && HANDS.contains(done)) return "desk-work.done." + done;
        return done == null
                ? null
                : ActKind.of(done).map(kind -> "desk.done." + kind.path()).orElse(null);
    }

    @GetMapping("/history")
    String history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(defaultValue = "0") long seq,
            Locale locale,
            Model model) {
        var before = at == null ? null : new History.Place(at, seq);
        model.addAttribute("it", reader.history(id, before, locale));
        return "dossier/desk/history-page";
    }

    @GetMapping("/files/{file}")
    void file(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        var stored = reader.file(id, file);
        ServingHeaders.of(stored, true).forEach(response::setHeader);
        try (InputStream in = vault.open(stored.id())) {
            in.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/slips/{slip}")
    ResponseEntity<byte[]> slip(@PathVariable UUID id, @PathVariable UUID slip) {
        return pdf(reader.code(id), reader.slip(id, slip));
    }

    @GetMapping("/control")
    ResponseEntity<byte[]> control(@PathVariable UUID id) {
        return pdf(reader.code(id), reader.control(id));
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
