package vn.motcua.vault;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Response headers under which a kept file can do no harm in a browser.
public final class ServingHeaders {
    private static final Set<String> SHOWN_INLINE =
            Set.of("application/pdf", "image/jpeg", "image/png");
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private ServingHeaders() {}

    /// @param inline whether the reader asked to see it in the page; only PDF and pictures are
    public static Map<String, String> of(StoredFile file, boolean inline) {
        boolean shown = inline && SHOWN_INLINE.contains(file.mediaType());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", file.mediaType());
        headers.put("Content-Length", Long.toString(file.size()));
        headers.put("Content-Disposition", disposition(shown, file.name()));
        headers.put("Content-Security-Policy", policy(shown, file.mediaType()));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    /// Browsers refuse to start their PDF viewer in a sandbox, so an inline PDF goes without; its
    /// active content was refused when it was stored.
    private static String policy(boolean shown, String mediaType) {
        if (!shown) return "default-src 'none'; frame-ancestors 'none'; sandbox";
        if (mediaType.equals("application/pdf"))
            return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline';"
                    + " frame-ancestors 'self'";
        return "default-src 'none'; frame-ancestors 'self'; sandbox";
    }

    private static String disposition(boolean shown, String name) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(shown ? "inline" : "attachment", plain(name), encoded(name));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 ._()-]", "_");
    }

    /// RFC 8187.
    private static String encoded(String name) {
        var out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            boolean kept =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || UNRESERVED.indexOf(c) >= 0;
            if (kept) out.append((char) c);
            else out.append('%').append("%02X".formatted(c));
        }
        return out.toString();
    }
}
