package vn.motcua.dossier.internal.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every page of a dossier on the officers' side, whoever made the page.
@Component
class PurposeGate implements HandlerInterceptor, WebMvcConfigurer {
    private static final Pattern DOSSIER =
            Pattern.compile("/desk/dossiers/([0-9a-fA-F-]{36})(/.*)?");

    private final Purposes purposes;

    PurposeGate(Purposes purposes) {
        this.purposes = purposes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/desk/dossiers/**")
                .excludePathPatterns("/desk/dossiers/{id}/purpose");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws java.io.IOException {
        var id = dossier(request.getRequestURI());
        if (id == null) return true;
        boolean sending = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        var standing = purposes.standing(id, sending);
        if (standing.isEmpty()) return true;
        if (standing.get().reads()) {
            var purpose = standing.get().purpose();
            if (purpose != null) Purposes.remember(purpose);
            return true;
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(
                "/desk/dossiers/" + id + "/purpose?to=" + encoded(wanted(request, id, sending)));
        return false;
    }

    private static String wanted(HttpServletRequest request, UUID id, boolean sending) {
        if (sending) return "/desk/dossiers/" + id;
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    static @Nullable UUID dossier(String path) {
        var found = DOSSIER.matcher(path);
        try {
            return found.matches() ? UUID.fromString(found.group(1)) : null;
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
