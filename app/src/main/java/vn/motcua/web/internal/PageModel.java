package vn.motcua.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.organization.Agencies;
import vn.motcua.web.Page;

/// Gives every rendered page its `page`.
@Component
class PageModel implements HandlerInterceptor {
    private final MessageSource messages;
    private final Assets assets;
    private final Asking asking;
    private final Agencies agencies;

    PageModel(MessageSource messages, Assets assets, Asking asking, Agencies agencies) {
        this.messages = messages;
        this.assets = assets;
        this.asking = asking;
        this.agencies = agencies;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView view) {
        if (view == null
                || view.getViewName() == null
                || view.getViewName().startsWith("redirect:")) return;
        view.addObject("page", page(request));
    }

    Page page(HttpServletRequest request) {
        var locale = LocaleContextHolder.getLocale();
        var caller = asking.current();
        var path = request.getRequestURI();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                messages,
                locale,
                assets.names(),
                path,
                "/language?to="
                        + (locale.getLanguage().equals("en") ? "vi" : "en")
                        + "&next="
                        + encoded(request),
                caller.signedIn() ? shortName(caller.name()) : null,
                caller.is(Role.OFFICER),
                caller.is(Role.LEADER),
                caller.is(Role.OPERATOR),
                place(caller, locale),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? null : csrf.getToken(),
                "on".equalsIgnoreCase(request.getHeader("Save-Data")));
    }

    /// Vietnamese are called by their given name, the last words of the full name.
    private static String shortName(String fullName) {
        var words = fullName.strip().split(" ");
        return words.length < 3
                ? fullName
                : words[words.length - 2] + " " + words[words.length - 1];
    }

    private @Nullable String place(Caller caller, Locale locale) {
        if (caller.agency() == null) return null;
        return agencies.find(caller.agency()).map(agency -> agency.name().in(locale)).orElse(null);
    }

    private static String encoded(HttpServletRequest request) {
        var query = request.getQueryString();
        var here =
                request.getMethod().equals("GET")
                        ? request.getRequestURI() + (query == null ? "" : "?" + query)
                        : "/";
        return java.net.URLEncoder.encode(here, java.nio.charset.StandardCharsets.UTF_8);
    }
}
