package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;

/// One's own account: who am I, where am I signed in, a new password.
@Controller
class AccountController {
    private final Accounts accounts;
    private final SignInDesk desk;
    private final Sessions sessions;
    private final Asking asking;
    private final Agencies agencies;
    private final MessageSource messages;

    AccountController(
            Accounts accounts,
            SignInDesk desk,
            Sessions sessions,
            Asking asking,
            Agencies agencies,
            MessageSource messages) {
        this.accounts = accounts;
        this.desk = desk;
        this.sessions = sessions;
        this.asking = asking;
        this.agencies = agencies;
        this.messages = messages;
    }

    @GetMapping("/account")
    String page(
            @RequestParam(defaultValue = "") String done, Model model, HttpServletRequest request) {
        var notice =
                switch (done) {
                    case "password" -> "identity.account.done.password";
                    case "session" -> "identity.account.done.session";
                    case "others" -> "identity.account.done.others";
                    default -> null;
                };
        return show(model, request, notice, Map.of());
    }

    @PostMapping("/account/sessions/{handle}/end")
    String end(@PathVariable String handle) {
        if (!sessions.end(me(), handle)) throw new ProblemException(IdentityProblem.NOT_FOUND);
        return "redirect:/account?done=session";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(HttpServletRequest request) {
        sessions.endOthers(me(), current(request));
        return "redirect:/account?done=others";
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam(name = "current-password", defaultValue = "") String before,
            @RequestParam(name = "new-password", defaultValue = "") String after,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = accounts.find(me()).orElseThrow(AccountController::gone);
        var faults = faults(account, before, after, request.getRemoteAddr(), locale);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return show(model, request, null, faults);
        }
        accounts.changePassword(account.id(), after);
        sessions.endOthers(account.id(), current(request));
        return "redirect:/account?done=password";
    }

    private Map<String, String> faults(
            Account account, String before, String after, String address, Locale locale) {
        var faults = new LinkedHashMap<String, String>();
        var wrong = desk.check(account, before, address);
        if (wrong != null) faults.put("current-password", messages.getMessage(wrong, null, locale));
        var rule = PasswordRules.fault(after, AccountBook.own(account));
        if (rule != null) faults.put("new-password", messages.getMessage(rule, null, locale));
        return faults;
    }

    private String show(
            Model model,
            HttpServletRequest request,
            @Nullable String notice,
            Map<String, String> errors) {
        var caller = asking.current();
        var account = accounts.find(me()).orElseThrow(AccountController::gone);
        var code = caller.agency();
        var agency = code == null ? null : agencies.find(code).map(Agency::name).orElse(null);
        model.addAttribute(
                "it",
                new AccountView(
                        account,
                        caller.role().setting(),
                        agency,
                        code != null && several(account.id()),
                        sessions.of(account.id(), current(request)),
                        notice,
                        errors));
        return code == null ? "identity/account" : "identity/account-desk";
    }

    private boolean several(UUID account) {
        return desk.officer(account).filter(o -> o.positions().size() > 1).isPresent();
    }

    private UUID me() {
        Caller caller = asking.current();
        if (caller.account() == null) throw gone();
        return caller.account();
    }

    private static @Nullable String current(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private static ProblemException gone() {
        return new ProblemException(IdentityProblem.NOT_FOUND);
    }
}
