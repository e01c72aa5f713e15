package vn.motcua.dossier.internal.assignment;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.internal.processing.Undoing;

/// Work from hand to hand, and the last act taken back. Each names the version the officer saw.
@Controller
@RequestMapping("/desk/dossiers/{id}")
class WorkController {
    private final Hands hands;
    private final Undoing undoing;

    WorkController(Hands hands, Undoing undoing) {
        this.hands = hands;
        this.undoing = undoing;
    }

    @PostMapping("/undo")
    String undo(@PathVariable UUID id, @RequestParam int version) {
        undoing.undo(id, version);
        return "redirect:/desk/dossiers/" + id + "?done=undone";
    }

    @PostMapping("/tasks/{task}/back")
    String giveBack(@PathVariable UUID id, @PathVariable UUID task, @RequestParam int version) {
        hands.giveBack(id, version, task);
        return "redirect:/desk/dossiers/" + id + "?done=given-back";
    }

    @GetMapping("/tasks/{task}")
    String choose(@PathVariable UUID id, @PathVariable UUID task, Locale locale, Model model) {
        var choice = hands.choice(id, task, locale);
        model.addAttribute(
                "it",
                new HandView(
                        id,
                        choice.code(),
                        choice.version(),
                        task,
                        choice.step(),
                        choice.task().claimedName(),
                        choice.candidates().stream()
                                .map(
                                        one ->
                                                new HandView.Officer(
                                                        one.account(),
                                                        one.name(),
                                                        one.load(),
                                                        one.away(),
                                                        one.absent() == null
                                                                ? null
                                                                : one.absent().name(),
                                                        one.account()
                                                                .equals(choice.task().claimedBy())))
                                .toList()));
        return "dossier/desk/hand";
    }

    /// Nobody chosen takes the work back into the common list.
    @PostMapping("/tasks/{task}")
    String hand(
            @PathVariable UUID id,
            @PathVariable UUID task,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String to) {
        hands.hand(id, version, task, to.isEmpty() ? null : AbsenceController.id(to));
        return "redirect:/desk/dossiers/"
                + id
                + (to.isEmpty() ? "?done=taken-away" : "?done=given");
    }
}
