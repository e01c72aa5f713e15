package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.ProblemCode;

/// How a refused request is answered. Pages hide what is there: what one may not see answers
/// like what does not exist; strangers are asked to sign in only where signing in could help.
@Component
class Refusals {
    private final MessageSource messages;
    private final ObjectProvider<LocaleResolver> locales;
    private final JsonMapper json;

    Refusals(MessageSource messages, ObjectProvider<LocaleResolver> locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /// A page was asked for and nobody is signed in.
    void strangerAtPage(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (!DeclaredAccess.declared(request)) {
            page(request, response, IdentityProblem.NOT_FOUND);
            return;
        }
        boolean form = !request.getMethod().equals("GET");
        boolean lost =
                request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        response.sendRedirect(
                ReturnAddress.page("/sign-in", ReturnAddress.of(request), form || lost));
    }

    /// A page was asked for by somebody signed in who may not.
    void deniedAtPage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var caller = DeclaredAccess.caller(SecurityContextHolder.getContext().getAuthentication());
        if (why instanceof CsrfException) {
            page(request, response, IdentityProblem.STALE_FORM);
        } else if (DeclaredAccess.declared(request)
                && caller.account() != null
                && !caller.signedIn()) {
            response.sendRedirect(
                    ReturnAddress.page("/sign-in/position", ReturnAddress.of(request), false));
        } else {
            page(request, response, IdentityProblem.NOT_FOUND);
        }
    }

    /// Answers with the problem's page, made where all problem pages are made.
    static void page(
            HttpServletRequest request, HttpServletResponse response, IdentityProblem problem)
            throws IOException {
        request.setAttribute(ProblemCode.class.getName(), problem);
        response.sendError(problem.status());
    }

    void strangerAtApi(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (DeclaredAccess.declared(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            api(request, response, IdentityProblem.NOT_SIGNED_IN);
        } else {
            api(request, response, IdentityProblem.NOT_FOUND);
        }
    }

    void deniedAtApi(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        api(
                request,
                response,
                DeclaredAccess.declared(request)
                        ? IdentityProblem.NOT_ALLOWED
                        : IdentityProblem.NOT_FOUND);
    }

    /// RFC 9457.
    void api(HttpServletRequest request, HttpServletResponse response, IdentityProblem problem)
            throws IOException {
        var resolver = locales.getIfAvailable();
        var locale = resolver == null ? request.getLocale() : resolver.resolveLocale(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:motcua:problem:" + problem.code());
        body.put(
                "title", messages.getMessage("problem." + problem.code() + ".title", null, locale));
        body.put("status", problem.status());
        body.put(
                "detail",
                messages.getMessage("problem." + problem.code() + ".detail", null, locale));
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
