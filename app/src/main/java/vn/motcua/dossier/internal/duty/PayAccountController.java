package vn.motcua.dossier.internal.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.kernel.Fold;

/// The account notices of what is to be paid name.
@Controller
@RequestMapping("/desk/pay-account")
class PayAccountController {
    private final PayAccounts accounts;
    private final MessageSource messages;

    PayAccountController(PayAccounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("it", accounts.view(Map.of(), Map.of()));
        return "dossier/desk/pay-account";
    }

    @PostMapping
    String set(
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var account =
                new PayAccounts.Account(
                        Fold.tidy(sent.getOrDefault("holder", "")),
                        sent.getOrDefault("number", "")
                                .replaceAll("\\s", "")
                                .toUpperCase(Locale.ROOT),
                        Fold.tidy(sent.getOrDefault("bank", "")));
        if (account.sound()) {
            accounts.set(account);
            return "redirect:/desk/pay-account";
        }
        var errors = new LinkedHashMap<String, String>();
        for (var field : new String[] {"holder", "number", "bank"}) {
            boolean alone =
                    switch (field) {
                        case "holder" ->
                                new PayAccounts.Account(account.holder(), "0000", "x").sound();
                        case "number" ->
                                new PayAccounts.Account("x", account.number(), "x").sound();
                        default -> new PayAccounts.Account("x", "0000", account.bank()).sound();
                    };
            if (!alone)
                errors.put(field, messages.getMessage("notice.fault." + field, null, locale));
        }
        response.setStatus(422);
        model.addAttribute("it", accounts.view(sent, errors));
        return "dossier/desk/pay-account";
    }
}
