package vn.motcua.dossier.internal.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.ProblemException;

/// Stands before every page of a dossier on the officers' side, whoever made the page.
@Component
class PurposeGate implements HandlerInterceptor, WebMvcConfigurer {
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
        var id = dossier(request);
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

    /// The dossier exactly as the page behind reads it from its address, however it was written
    /// there.
    ///
    /// @throws ProblemException when the address names no dossier: then there is nothing to read
    private static UUID dossier(HttpServletRequest request) {
        var named = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (named instanceof Map<?, ?> variables && variables.get("id") instanceof String id)
            try {
                return UUID.fromString(id.trim());
            } catch (IllegalArgumentException unreadable) {
                throw new ProblemException(DossierProblem.NOT_FOUND);
            }
        throw new ProblemException(DossierProblem.NOT_FOUND);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
