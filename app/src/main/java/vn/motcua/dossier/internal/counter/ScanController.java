package vn.motcua.dossier.internal.counter;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.organization.PositionKind;

/// Photographing or scanning one paper, page by page: order, turning, leaving out, and the end,
/// when the pages become one file.
@Controller
@RequestMapping("/desk/scan/{place}/{subject}/{slot}")
class ScanController {
    private final List<ScanPlace> places;
    private final ScanTray tray;
    private final Permissions permissions;
    private final MessageSource messages;

    ScanController(
            List<ScanPlace> places,
            ScanTray tray,
            Permissions permissions,
            MessageSource messages) {
        this.places = places;
        this.tray = tray;
        this.permissions = permissions;
        this.messages = messages;
    }

    /// What the address names.
    record Wanted(String place, UUID subject, String slot) {
        String address() {
            return "/desk/scan/" + place + "/" + subject + "/" + slot;
        }
    }

    private ScanPlace.Slot require(Wanted wanted, Locale locale) {
        permissions.require(PositionKind.RECEPTIONIST);
        return places.stream()
                .filter(place -> place.place().equals(wanted.place()))
                .findFirst()
                .flatMap(place -> place.slot(wanted.subject(), wanted.slot(), locale))
                .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
    }

    @GetMapping
    String show(
            Wanted wanted,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var slot = require(wanted, locale);
        var errors =
                tooBig == null
                        ? Map.<String, String>of()
                        : Map.of("files", text("web.problem.too-big.detail", locale));
        if (!errors.isEmpty()) response.setStatus(422);
        model.addAttribute("it", view(wanted, slot, errors));
        return "dossier/counter/scan";
    }

    @PostMapping
    String add(
            Wanted wanted,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var slot = require(wanted, locale);
        var errors = new LinkedHashMap<String, String>();
        int taken = 0;
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (file.isEmpty()) continue;
            taken++;
            add(wanted, file, locale, errors);
        }
        if (taken == 0) errors.put("files", text("counter.fault.no-file", locale));
        if (errors.isEmpty()) return "redirect:" + wanted.address();
        response.setStatus(422);
        model.addAttribute("it", view(wanted, slot, errors));
        return "dossier/counter/scan";
    }

    private void add(Wanted wanted, MultipartFile file, Locale locale, Map<String, String> errors) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (InputStream in = file.getInputStream()) {
            tray.add(wanted.subject(), wanted.slot(), in, name);
        } catch (ProblemException refused) {
            errors.put("files", name + ": " + detail(refused, locale));
        } catch (IOException broken) {
            errors.put("files", text("dossier.item.broken", locale));
        }
    }

    /// One change of the order, or of one page.
    @PostMapping("/pages")
    String change(
            Wanted wanted,
            @RequestParam(required = false) @Nullable UUID up,
            @RequestParam(required = false) @Nullable UUID down,
            @RequestParam(required = false) @Nullable UUID turn,
            @RequestParam(required = false) @Nullable UUID remove,
            Locale locale) {
        var _ = require(wanted, locale);
        if (up != null) tray.move(wanted.subject(), wanted.slot(), up, true);
        if (down != null) tray.move(wanted.subject(), wanted.slot(), down, false);
        if (turn != null) tray.turn(wanted.subject(), wanted.slot(), turn);
        if (remove != null) tray.remove(wanted.subject(), wanted.slot(), remove);
        return "redirect:" + wanted.address();
    }

    @PostMapping("/finish")
    String finish(Wanted wanted, Locale locale, HttpServletResponse response, Model model) {
        var slot = require(wanted, locale);
        try {
            var _ = tray.finish(wanted.subject(), wanted.slot(), slot.name(), slot.person());
        } catch (ProblemException refused) {
            response.setStatus(refused.problem().status());
            model.addAttribute("it", view(wanted, slot, Map.of("files", detail(refused, locale))));
            return "dossier/counter/scan";
        }
        return "redirect:" + slot.back();
    }

    /// A small picture of a page.
    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(Wanted wanted, @PathVariable UUID page, Locale locale) {
        var _ = require(wanted, locale);
        var found =
                tray.pages(wanted.subject(), wanted.slot()).stream()
                        .filter(sheet -> sheet.id().equals(page))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
        if (!found.picture()) throw new ProblemException(DossierProblem.NOT_FOUND);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(tray.preview(found));
    }

    private ScanView view(Wanted wanted, ScanPlace.Slot slot, Map<String, String> errors) {
        var sheets =
                tray.pages(wanted.subject(), wanted.slot()).stream()
                        .map(
                                page ->
                                        new ScanView.Sheet(
                                                page.id(),
                                                page.file().name(),
                                                page.picture(),
                                                page.turn()))
                        .toList();
        return new ScanView(
                wanted.address(), slot.name(), slot.back(), sheets, ScanTray.MOST_PAGES, errors);
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
