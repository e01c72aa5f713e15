package vn.motcua.dossier.internal.appointment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The working calendar: what it says, and a change of it: typed, previewed, entered.
@Controller
@RequestMapping("/operator/calendar")
class CalendarController {
    private final CalendarEntering desk;
    private final CalendarPreview preview;
    private final MessageSource messages;

    CalendarController(CalendarEntering desk, CalendarPreview preview, MessageSource messages) {
        this.desk = desk;
        this.preview = preview;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "HOLIDAY") String what,
            @RequestParam(defaultValue = "false") boolean done,
            Model model) {
        return page(CalendarTyped.nothing(what), Map.of(), null, done, model);
    }

    /// Without `confirm`, or with something else than what was previewed, it is only shown what
    /// would move.
    @PostMapping
    String change(
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var typed = CalendarTyped.read(sent);
        var faults = desk.faults(typed);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(typed, said(faults, locale), null, false, model);
        }
        if (!sent.containsKey("confirm") || !typed.digest().equals(sent.getFirst("seen")))
            return page(typed, Map.of(), preview.of(typed.change()), false, model);
        desk.decide(typed.change());
        return "redirect:/operator/calendar?done=true";
    }

    private Map<String, String> said(Map<String, String> faults, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        faults.forEach((field, key) -> said.put(field, messages.getMessage(key, null, locale)));
        return said;
    }

    private String page(
            CalendarTyped typed,
            Map<String, String> errors,
            CalendarView.@Nullable Moves moves,
            boolean done,
            Model model) {
        model.addAttribute(
                "it", new CalendarView(desk.days(), desk.hours(), typed, errors, moves, done));
        return "dossier/desk/calendar";
    }
}
