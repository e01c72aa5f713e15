package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;

/// An officer with several positions says in which capacity they work now, at sign-in or later.
@Controller
class PositionController {
    private final SignInDesk desk;
    private final SessionCallers sessions;
    private final CsrfCookies csrf;
    private final Asking asking;
    private final Agencies agencies;
    private final Homes homes;
    private final MessageSource messages;

    PositionController(
            SignInDesk desk,
            SessionCallers sessions,
            CsrfCookies csrf,
            Asking asking,
            Agencies agencies,
            Homes homes,
            MessageSource messages) {
        this.desk = desk;
        this.sessions = sessions;
        this.csrf = csrf;
        this.asking = asking;
        this.agencies = agencies;
        this.homes = homes;
        this.messages = messages;
    }

    @GetMapping("/sign-in/position")
    String page(@RequestParam(defaultValue = "") String to, Model model) {
        var next = ReturnAddress.ours(to);
        return show(model, asking.current(), next, Map.of());
    }

    @PostMapping("/sign-in/position")
    String choose(
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var next = ReturnAddress.ours(to);
        var caller = asking.current();
        if (caller.account() == null)
            return "redirect:" + ReturnAddress.page("/sign-in", next, true);
        var officer = desk.officer(caller.account()).orElse(null);
        if (officer == null) return "redirect:/account";
        var chosen = Position.find(officer.positions(), position).orElse(null);
        if (chosen == null) {
            response.setStatus(422);
            var words = messages.getMessage("identity.position.missing", null, locale);
            return show(model, caller, next, Map.of("position-1", words));
        }
        var worker = chosen.caller(officer.account());
        sessions.change(request, worker);
        csrf.renew(request, response);
        return "redirect:" + homes.after(worker, next);
    }

    private String show(Model model, Caller caller, String to, Map<String, String> errors) {
        if (caller.account() == null)
            return "redirect:" + ReturnAddress.page("/sign-in", to, false);
        var officer = desk.officer(caller.account()).orElse(null);
        if (officer == null || officer.positions().isEmpty()) return "redirect:/account";
        var choices = officer.positions().stream().map(p -> choice(p, caller)).toList();
        model.addAttribute("it", new PositionView(caller.name(), to, choices, errors));
        return "identity/position";
    }

    private PositionView.Choice choice(Position position, Caller caller) {
        var kinds =
                position.duties().stream()
                        .map(Caller.Duty::position)
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .toList();
        boolean current =
                position.role() == caller.role() && position.agency().equals(caller.agency());
        return new PositionView.Choice(
                position.key(),
                name(position.agency()),
                position.role().setting(),
                List.copyOf(kinds),
                current);
    }

    private LocalText name(String agency) {
        return agencies.find(agency).map(Agency::name).orElse(LocalText.of(agency));
    }
}
