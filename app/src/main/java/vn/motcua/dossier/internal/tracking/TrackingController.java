package vn.motcua.dossier.internal.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Slips;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.talk.Talk;
import vn.motcua.dossier.internal.talk.TalkLink;
import vn.motcua.kernel.ProblemException;

/// Tracking without an account. The digits of the phone number are posted and answered with the
/// tracking key, so that no address bar ever holds them.
@Controller
@RequestMapping("/tracking")
class TrackingController {
    private final Tracking tracking;
    private final ProgressReader reader;
    private final DossierStore dossiers;
    private final Talk talk;
    private final Slips slips;
    private final MessageSource messages;

    TrackingController(
            Tracking tracking,
            ProgressReader reader,
            DossierStore dossiers,
            Talk talk,
            Slips slips,
            MessageSource messages) {
        this.tracking = tracking;
        this.reader = reader;
        this.dossiers = dossiers;
        this.talk = talk;
        this.slips = slips;
        this.messages = messages;
    }

    @GetMapping
    String look(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var parsed = DossierCode.parse(code);
        if (key.isBlank() || parsed.isEmpty()) {
            model.addAttribute("it", TrackingView.asking(code.strip(), Map.of()));
            return "dossier/tracking";
        }
        try {
            var view = tracking.readByKey(parsed.get(), key, dossier -> found(dossier, key));
            response.setHeader("Cache-Control", "no-store");
            model.addAttribute("it", view);
        } catch (ProblemException problem) {
            response.setStatus(problem.problem().status());
            model.addAttribute("it", refused(code, problem, locale));
        }
        return "dossier/tracking";
    }

    /// A letter about what is to be paid; no other paper is read by the key alone.
    @GetMapping("/notice")
    ResponseEntity<byte[]> notice(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam UUID slip) {
        var parsed =
                DossierCode.parse(code)
                        .orElseThrow(() -> new ProblemException(DossierProblem.TRACKING_NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"thong-bao.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(
                        tracking.readByKey(
                                parsed, key, dossier -> slips.printPayment(dossier, slip)));
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String fact,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        var parsed = DossierCode.parse(code);
        if (parsed.isEmpty()) errors.put("code", text("dossier.tracking.code.bad", locale));
        if (fact.isBlank()) errors.put("fact", text("dossier.tracking.fact.missing", locale));
        if (!errors.isEmpty()) {
            model.addAttribute("it", TrackingView.asking(code.strip(), errors));
            return "dossier/tracking";
        }
        try {
            var key = tracking.read(parsed.get(), fact, request.getRemoteAddr(), this::keyOf);
            return "redirect:/tracking?code=" + parsed.get() + "&key=" + key;
        } catch (ProblemException problem) {
            response.setStatus(problem.problem().status());
            model.addAttribute("it", refused(code, problem, locale));
            return "dossier/tracking";
        }
    }

    private TrackingView found(Dossier dossier, String key) {
        var code = dossier.code().value();
        var query = "?code=" + code + "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        var href = "/tracking/messages" + query;
        int unread = talk.unread(List.of(dossier.id())).getOrDefault(dossier.id(), 0);
        return new TrackingView(
                code,
                Map.of(),
                reader.whole(dossier),
                new TalkLink(href, unread),
                "/tracking/notice" + query + "&slip=");
    }

    private String keyOf(Dossier dossier) {
        return dossiers.trackingKey(dossier.code());
    }

    private TrackingView refused(String code, ProblemException problem, Locale locale) {
        var text =
                messages.getMessage(
                        "problem." + problem.problem().code() + ".detail",
                        problem.arguments().toArray(),
                        locale);
        return TrackingView.asking(code.strip(), Map.of("code", text));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
