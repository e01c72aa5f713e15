package vn.motcua.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.web.Page;

/// Gives every rendered page its `page`.
@Component
class PageModel implements HandlerInterceptor {
    private final MessageSource messages;
    private final Assets assets;

    PageModel(MessageSource messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
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
        var principal = request.getUserPrincipal();
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
                principal == null ? null : principal.getName(),
                path.startsWith("/desk"),
                path.startsWith("/leader"),
                path.startsWith("/operator"),
                null,
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? null : csrf.getToken(),
                "on".equalsIgnoreCase(request.getHeader("Save-Data")));
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
