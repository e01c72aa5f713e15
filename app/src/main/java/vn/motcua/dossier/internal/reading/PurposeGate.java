package vn.motcua.dossier.internal.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
public class PurposeGate implements HandlerInterceptor, WebMvcConfigurer {
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
            throws IOException {
        var id = named(request);
        return passes(id, "/desk/dossiers/" + id, request, response);
    }

    /// Whether the reader may go on to a page that shows something of this dossier; otherwise they
    /// are on their way to the page on which a purpose is named. Whoever does not see the dossier
    /// at all goes on: the page behind knows what is theirs.
    ///
    /// @param home page to come back to after something was sent
    public boolean passes(
            UUID dossier, String home, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean sending = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        var standing = purposes.standing(dossier, sending);
        if (standing.isEmpty()) return true;
        if (standing.get().reads()) {
            var purpose = standing.get().purpose();
            if (purpose != null) Purposes.remember(purpose);
            return true;
        }
        response.setHeader("Cache-Control", "no-store");
        var to = sending ? home : wanted(request);
        response.sendRedirect("/desk/dossiers/" + dossier + "/purpose?to=" + encoded(to));
        return false;
    }

    private static String wanted(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /// The identifier exactly as the page behind reads it from its address, however it was
    /// written there.
    ///
    /// @throws ProblemException when the address names none: then there is nothing to read
    public static UUID named(HttpServletRequest request) {
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
