package vn.motcua.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where to go on after sign-in: always a page of our own (U5).
final class ReturnAddress {
    private static final int LONGEST = 2000;

    private ReturnAddress() {}

    /// The address if it is one of ours, else empty.
    static String ours(@Nullable String address) {
        if (address == null || address.length() > LONGEST) return "";
        boolean local =
                address.startsWith("/")
                        && !address.startsWith("//")
                        && address.chars().noneMatch(c -> c <= ' ' || "\\{}\u007f".indexOf(c) >= 0);
        return local && !address.startsWith("/sign-") ? address : "";
    }

    /// The page a refused request came for; for a refused form the page that held the form.
    static String of(HttpServletRequest request) {
        if (request.getMethod().equals("GET")) {
            var query = request.getQueryString();
            return ours(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        return ours(referringPage(request));
    }

    private static @Nullable String referringPage(HttpServletRequest request) {
        var referrer = request.getHeader("Referer");
        if (referrer == null) return null;
        try {
            var page = new URI(referrer);
            if (!request.getServerName().equalsIgnoreCase(page.getHost())) return null;
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (URISyntaxException broken) {
            return null;
        }
    }

    /// `/sign-in` with the way back.
    static String page(String page, String to, boolean expired) {
        var query = new StringBuilder();
        if (!to.isEmpty()) {
            query.append("?to=").append(URLEncoder.encode(to, StandardCharsets.UTF_8));
        }
        if (expired) query.append(query.isEmpty() ? "?" : "&").append("expired=1");
        return page + query;
    }

    static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
