package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.SampleSignIns;
import vn.motcua.identity.SampleSignIns.SampleSignIn;
import vn.motcua.kernel.HanoiTime;

@Controller
class SignInController {
    private final SignInDesk desk;
    private final SessionCallers sessions;
    private final CsrfCookies csrf;
    private final Asking asking;
    private final Homes homes;
    private final MessageSource messages;
    private final ObjectProvider<SampleSignIns> samples;
    private final boolean sample;
    private final Clock clock;

    SignInController(
            SignInDesk desk,
            SessionCallers sessions,
            CsrfCookies csrf,
            Asking asking,
            Homes homes,
            MessageSource messages,
            ObjectProvider<SampleSignIns> samples,
            @Value("${motcua.sample:false}") boolean sample,
            Clock clock) {
        this.desk = desk;
        this.sessions = sessions;
        this.csrf = csrf;
        this.asking = asking;
        this.homes = homes;
        this.messages = messages;
        this.samples = samples;
        this.sample = sample;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String expired,
            Model model) {
        var caller = asking.current();
        var next = ReturnAddress.ours(to);
        if (caller.signedIn()) return "redirect:" + homes.after(caller, next);
        var notice = expired.isEmpty() ? null : "identity.sign-in.expired";
        return show(model, "", next, notice, null, Map.of());
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var next = ReturnAddress.ours(to);
        var faults = faults(login, password, locale);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(model, login, next, null, null, faults);
        }
        return switch (desk.signIn(login, password, request.getRemoteAddr())) {
            case SignInOutcome.Citizen(var account) -> {
                var caller = Caller.citizen(account.id(), account.fullName());
                begin(request, response, caller);
                yield "redirect:" + homes.after(caller, next);
            }
            case SignInOutcome.Officer(var account, var positions) -> {
                if (positions.size() == 1) {
                    var caller = positions.getFirst().caller(account);
                    begin(request, response, caller);
                    yield "redirect:" + homes.after(caller, next);
                }
                var undecided = new Caller(Role.ANONYMOUS, account.id(), null, account.fullName());
                begin(request, response, undecided);
                yield "redirect:" + ReturnAddress.page("/sign-in/position", next, false);
            }
            case SignInOutcome.Closed() -> {
                response.setStatus(403);
                yield show(model, login, next, "identity.sign-in.closed", null, Map.of());
            }
            case SignInOutcome.Wrong() -> {
                response.setStatus(422);
                var words = messages.getMessage("identity.sign-in.wrong", null, locale);
                yield show(model, login, next, null, null, Map.of("login", words));
            }
            case SignInOutcome.TooEarly(var comeBack) -> {
                tooEarly(response, comeBack);
                yield show(model, login, next, null, roundedUp(comeBack), Map.of());
            }
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request);
        csrf.renew(request, response);
        return "redirect:/";
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        sessions.open(request, caller);
        csrf.renew(request, response);
    }

    private Map<String, String> faults(String login, String password, Locale locale) {
        var faults = new LinkedHashMap<String, String>();
        if (login.isBlank()) {
            faults.put(
                    "login", messages.getMessage("identity.sign-in.login.missing", null, locale));
        }
        if (password.isEmpty() || password.length() > 4 * PasswordRules.LONGEST) {
            faults.put(
                    "password",
                    messages.getMessage("identity.sign-in.password.missing", null, locale));
        }
        return faults;
    }

    private void tooEarly(HttpServletResponse response, Instant comeBack) {
        long seconds = Math.max(1, Duration.between(clock.instant(), comeBack).toSeconds() + 1);
        response.setStatus(429);
        response.setHeader("Retry-After", String.valueOf(seconds));
    }

    /// To the full minute after, since that is what a clock on the wall shows.
    private static String roundedUp(Instant comeBack) {
        return HanoiTime.time(comeBack.plusSeconds(59));
    }

    private String show(
            Model model,
            String login,
            String to,
            @Nullable String notice,
            @Nullable String comeBack,
            Map<String, String> errors) {
        model.addAttribute(
                "it", new SignInView(login.strip(), to, notice, comeBack, errors, samples()));
        return "identity/sign-in";
    }

    private List<SampleSignIn> samples() {
        var listed = sample ? samples.getIfAvailable() : null;
        return listed == null ? List.of() : listed.list();
    }
}
