package vn.motcua.dossier.internal.talk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.ServingHeaders;
import vn.motcua.vault.Vault;

/// Officers ask and answer.
@Controller
@RequestMapping("/desk/dossiers/{id}/talk")
class DeskTalkController {
    private final TalkDoor door;
    private final Talk talk;
    private final Vault vault;
    private final MessageSource messages;

    DeskTalkController(TalkDoor door, Talk talk, Vault vault, MessageSource messages) {
        this.door = door;
        this.talk = talk;
        this.vault = vault;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable String done,
            Locale locale,
            Model model) {
        var happened = done == null ? TalkPages.Before.NOTHING : TalkPages.Before.SENT;
        model.addAttribute("it", door.desk(id, shown(before, happened), locale));
        return "dossier/talk/desk";
    }

    private static TalkDoor.Shown shown(@Nullable UUID before, TalkPages.Before happened) {
        return new TalkDoor.Shown(before, false, happened);
    }

    @GetMapping("/print")
    String print(@PathVariable UUID id, Locale locale, Model model) {
        var shown = new TalkDoor.Shown(null, true, TalkPages.Before.NOTHING);
        model.addAttribute("it", door.desk(id, shown, locale));
        return "dossier/talk/print";
    }

    /// A colleague who answered first is shown before a second answer goes out.
    @PostMapping
    String send(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID topic,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "0") int seen,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var errors = faults(topic, body, locale);
        List<Message> others = List.of();
        if (errors.isEmpty()) {
            try {
                others = talk.office(id, new Talk.Written(topic, Body.tidy(body), List.of()), seen);
                if (others.isEmpty()) return "redirect:/desk/dossiers/" + id + "/talk?done=sent";
                response.setStatus(409);
            } catch (ProblemException refused) {
                if (!(refused.problem() instanceof TalkProblem)) throw refused;
                response.setStatus(refused.problem().status());
                errors = Map.of(TalkView.field(topic), words(locale).detail(refused));
            }
        } else response.setStatus(422);
        var happened = TalkDoor.unsent(topic, body, errors, others);
        model.addAttribute("it", door.desk(id, shown(null, happened), locale));
        return "dossier/talk/desk";
    }

    private Map<String, String> faults(@Nullable UUID topic, String body, Locale locale) {
        var fault = Body.fault(body, false);
        return fault == null ? Map.of() : Map.of(TalkView.field(topic), words(locale).t(fault));
    }

    private DeskWords words(Locale locale) {
        return new DeskWords(messages, locale);
    }

    @GetMapping("/files/{file}")
    void file(@PathVariable UUID id, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        var stored = door.deskFile(id, file);
        ServingHeaders.of(stored, true).forEach(response::setHeader);
        try (InputStream in = vault.open(stored.id())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
