package vn.motcua.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody may upload without having signed in, and looking for the form token of an upload, or
/// showing a problem's page, means writing all of it to disk. A stranger's upload is sent to
/// sign-in before a byte of it is read.
final class StrangerUploads extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                || SecurityContextHolder.getContext().getAuthentication() != null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Connection", "close");
        response.sendRedirect(ReturnAddress.page("/sign-in", ReturnAddress.of(request), true));
        response.flushBuffer();
    }
}
