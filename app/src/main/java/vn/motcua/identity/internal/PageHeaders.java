package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/// What browsers are told about each answer (S8), besides the headers Spring Security writes by
/// itself.
final class PageHeaders implements HeaderWriter {
    private static final String ASSETS = "/assets/";

    private final String policy;

    /// @param formTargets hosts a form may lead to besides our own, for example a payment gateway's
    PageHeaders(List<String> formTargets) {
        var targets = formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets);
        policy =
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'"
                        + targets;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        set(response, "Content-Security-Policy", policy);
        set(response, "Cross-Origin-Opener-Policy", "same-origin");
        set(response, "Cross-Origin-Resource-Policy", "same-origin");
        set(response, "Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
        if (path.startsWith(ASSETS) && response.getStatus() < 400) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            set(response, "Cache-Control", personal(request) ? "no-store" : "private, no-cache");
        }
    }

    /// A page somebody signed in sees, or one that is not for everybody.
    private static boolean personal(HttpServletRequest request) {
        return request.getRequestedSessionId() != null || !DeclaredAccess.open(request);
    }

    private static void set(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) response.setHeader(name, value);
    }
}
