package vn.motcua.dossier.internal.talk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.kernel.ProblemException;

/// Reading and answering without an account, for whoever holds the key of the dossier. Words
/// only: files are taken from people who are signed in, or at the counter.
@Controller
@RequestMapping("/tracking/messages")
class TrackedTalkController {
    private final TalkDoor door;
    private final MessageSource messages;

    TrackedTalkController(TalkDoor door, MessageSource messages) {
        this.door = door;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable String done,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var happened = done == null ? TalkPages.Before.NOTHING : TalkPages.Before.SENT;
        var shown = new TalkDoor.Shown(before, false, happened);
        return page("dossier/talk/person", code, key, shown, response, locale, model);
    }

    @GetMapping("/print")
    String print(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var shown = new TalkDoor.Shown(null, true, TalkPages.Before.NOTHING);
        return page("dossier/talk/print", code, key, shown, response, locale, model);
    }

    private String page(
            String template,
            String code,
            String key,
            TalkDoor.Shown shown,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("it", door.tracked(parsed(code), key, shown, locale));
        return template;
    }

    @PostMapping
    String send(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable UUID topic,
            @RequestParam(defaultValue = "") String body,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var words = new DeskWords(messages, locale);
        var fault = Body.fault(body, false);
        var error = fault == null ? null : words.t(fault);
        int status = 422;
        if (error == null) {
            try {
                door.answerTracked(
                        parsed(code), key, new Talk.Written(topic, Body.tidy(body), List.of()));
                return "redirect:/tracking/messages?code="
                        + parsed(code)
                        + "&key="
                        + java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8)
                        + "&done=sent";
            } catch (ProblemException refused) {
                if (!(refused.problem() instanceof TalkProblem)) throw refused;
                status = refused.problem().status();
                error = words.detail(refused);
            }
        }
        response.setStatus(status);
        var happened =
                TalkDoor.unsent(topic, body, Map.of(TalkView.field(topic), error), List.of());
        var shown = new TalkDoor.Shown(null, false, happened);
        return page("dossier/talk/person", code, key, shown, response, locale, model);
    }

    private static DossierCode parsed(String code) {
        return DossierCode.parse(code)
                .orElseThrow(() -> new ProblemException(DossierProblem.TRACKING_NOT_FOUND));
    }
}
