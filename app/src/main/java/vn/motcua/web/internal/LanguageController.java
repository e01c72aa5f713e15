package vn.motcua.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/// Changes the reader's language and returns to the page they were on.
@Controller
class LanguageController {
    private static final int LONGEST = 2000;

    private final LocaleResolver locales;

    LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/language")
    RedirectView change(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, Locale.of(to.equals("en") ? "en" : "vi"));
        var back = new RedirectView(ours(next) ? next : "/");
        back.setExpandUriTemplateVariables(false);
        return back;
    }

    private static boolean ours(String address) {
        return address.length() <= LONGEST
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(c -> c <= ' ' || "\\{}\u007f".indexOf(c) >= 0);
    }
}
