package vn.motcua.dossier.internal.talk;

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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.dossier.internal.desk.DeskWords;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.ProblemException;
import vn.motcua.kernel.UploadPages;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.ServingHeaders;
import vn.motcua.vault.Vault;

/// The person writes to the office, with files.
@Controller
@RequestMapping("/dossiers/{code}/messages")
class OwnTalkController {
    static final int MOST_FILES = 5;

    private final TalkDoor door;
    private final Vault vault;
    private final Asking asking;
    private final MessageSource messages;

    OwnTalkController(TalkDoor door, Vault vault, Asking asking, MessageSource messages) {
        this.door = door;
        this.vault = vault;
        this.asking = asking;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(name = UploadPages.TOO_BIG, required = false) @Nullable String tooBig,
            Locale locale,
            Model model) {
        var happened = done == null ? TalkPages.Before.NOTHING : TalkPages.Before.SENT;
        if (tooBig != null)
            happened =
                    TalkDoor.unsent(
                            null,
                            "",
                            Map.of(
                                    TalkView.fileField(null),
                                    words(locale).t("web.problem.too-big.detail")),
                            List.of());
        return page(code, new TalkDoor.Shown(before, false, happened), locale, model);
    }

    private String page(String code, TalkDoor.Shown shown, Locale locale, Model model) {
        model.addAttribute("it", door.own(code, shown, locale));
        return "dossier/talk/person";
    }

    @GetMapping("/print")
    String print(@PathVariable String code, Locale locale, Model model) {
        var shown = new TalkDoor.Shown(null, true, TalkPages.Before.NOTHING);
        model.addAttribute("it", door.own(code, shown, locale));
        return "dossier/talk/print";
    }

    @PostMapping
    String send(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID topic,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        var sent =
                (files == null ? List.<MultipartFile>of() : files)
                        .stream().filter(file -> !file.isEmpty()).toList();
        var fault = Body.fault(body, !sent.isEmpty());
        if (fault != null) errors.put(TalkView.field(topic), words(locale).t(fault));
        if (sent.size() > MOST_FILES)
            errors.put(TalkView.fileField(topic), words(locale).t("talk.fault.files", MOST_FILES));
        var kept =
                errors.isEmpty()
                        ? keep(sent, TalkView.fileField(topic), locale, errors)
                        : List.<Message.Sent>of();
        if (errors.isEmpty()) {
            try {
                door.answer(code, new Talk.Written(topic, Body.tidy(body), kept));
                return "redirect:/dossiers/" + code + "/messages?done=sent";
            } catch (ProblemException refused) {
                if (!(refused.problem() instanceof TalkProblem)) throw refused;
                errors.put(TalkView.field(topic), words(locale).detail(refused));
                response.setStatus(refused.problem().status());
            }
        } else response.setStatus(422);
        var happened = TalkDoor.unsent(topic, body, errors, List.of());
        return page(code, new TalkDoor.Shown(null, false, happened), locale, model);
    }

    private List<Message.Sent> keep(
            List<MultipartFile> files, String field, Locale locale, Map<String, String> errors) {
        var kept = new ArrayList<Message.Sent>();
        for (var file : files) {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try (InputStream in = file.getInputStream()) {
                var stored =
                        vault.store(in, name, FilePurpose.COMPONENT, asking.current().account());
                kept.add(new Message.Sent(stored.id(), stored.name(), stored.size()));
            } catch (ProblemException refused) {
                errors.put(field, words(locale).detail(refused));
            } catch (IOException broken) {
                errors.put(field, words(locale).t("talk.fault.broken"));
            }
        }
        if (!errors.isEmpty()) kept.forEach(file -> vault.discard(file.id()));
        return kept;
    }

    private DeskWords words(Locale locale) {
        return new DeskWords(messages, locale);
    }

    @GetMapping("/files/{file}")
    void file(@PathVariable String code, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        var stored = door.ownFile(code, file);
        ServingHeaders.of(stored, false).forEach(response::setHeader);
        try (InputStream in = vault.open(stored.id())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
