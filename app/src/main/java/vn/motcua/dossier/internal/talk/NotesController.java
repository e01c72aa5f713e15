package vn.motcua.dossier.internal.talk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
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

/// Officers write notes to each other.
@Controller
@RequestMapping("/desk/dossiers/{id}/notes")
class NotesController {
    private final Notes notes;
    private final NotesPart part;
    private final MessageSource messages;

    NotesController(Notes notes, NotesPart part, MessageSource messages) {
        this.notes = notes;
        this.part = part;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale,
            Model model) {
        model.addAttribute("it", part.page(id, before, NotesView.Typed.NOTHING, Map.of(), locale));
        return "dossier/talk/notes-page";
    }

    /// @param note the note that is corrected; null for a new one
    /// @param stood since when its words stood
    @PostMapping
    String save(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID note,
            @RequestParam(defaultValue = "") String stood,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) @Nullable UUID mention,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var words = new DeskWords(messages, locale);
        var fault = Body.fault(body, false);
        var error = fault == null ? null : words.t(fault);
        int status = 422;
        if (error == null) {
            try {
                if (note == null) notes.write(id, Body.tidy(body), mention);
                else notes.correct(id, note, moment(stood), Body.tidy(body));
                return "redirect:/desk/dossiers/" + id + "#notes";
            } catch (ProblemException refused) {
                if (!(refused.problem() instanceof TalkProblem)) throw refused;
                error = words.detail(refused);
                status = refused.problem().status();
            }
        }
        response.setStatus(status);
        var typed = new NotesView.Typed(note, Body.tidy(body), mention);
        var errors = Map.of(note == null ? "note" : "note-" + note, error);
        model.addAttribute("it", part.page(id, null, typed, errors, locale));
        return "dossier/talk/notes-page";
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }
}
