package vn.motcua.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.identity.IdentityProblem;

/// Refuses state changes that another site's page sent (S9), besides and before the form token.
final class SameSiteFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || fromHere(request)) {
            chain.doFilter(request, response);
        } else {
            Refusals.page(request, response, IdentityProblem.OTHER_SITE);
        }
    }

    /// Browsers say where a request comes from; a program that says nothing carries nobody's
    /// cookies.
    static boolean fromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) return false;
        var origin = request.getHeader("Origin");
        return origin == null || origin.equalsIgnoreCase(own(request));
    }

    private static String own(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
