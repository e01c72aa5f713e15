package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// The form token sits in a cookie of its own and comes back with the form, so a visitor needs
/// no session. Pages show it masked, differently each time.
@Component
class CsrfCookies implements CsrfTokenRepository {
    private final CsrfTokenRepository secure = cookie("__Host-motcua-form", true);
    private final CsrfTokenRepository plain = cookie("motcua-form", false);

    private static CsrfTokenRepository cookie(String name, boolean secure) {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(c -> c.secure(secure).httpOnly(true).sameSite("Lax"));
        return cookie;
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    /// A new token with a new session: what was seen before sign-in is worth nothing after it.
    void renew(HttpServletRequest request, HttpServletResponse response) {
        saveToken(generateToken(request), request, response);
    }
}
