package vn.motcua.dossier.internal.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

/// A browser without scripts. Forms are sent with the hidden fields of the page they stand on.
public final class Browser {
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(_csrf|version|number|seen)\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String site;

    /// Nobody signed in.
    public Browser(TogetherHouse house) {
        this(house.context);
    }

    public Browser(TogetherHouse house, String login) {
        this(house.context, login);
    }

    /// Nobody signed in.
    public Browser(ApplicationContext platform) {
        site = "http://localhost:" + platform.getEnvironment().getProperty("local.server.port");
    }

    /// The houses of tests give everybody the same password.
    public Browser(ApplicationContext platform, String login) {
        this(platform);
        var signed =
                post(
                        "/sign-in",
                        get("/sign-in").body(),
                        "login",
                        login,
                        "password",
                        TogetherHouse.PASSWORD,
                        "to",
                        "");
        assertThat(signed.statusCode()).isBetween(302, 303);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    /// A page that must be there.
    public String page(String path) {
        var response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /// Says why a dossier is read that is nobody's work of theirs.
    public Browser reads(UUID dossier) {
        var path = "/desk/dossiers/" + dossier + "/purpose";
        var page = get(path).body();
        post(path, page, "purpose", "SUPERVISION", "words", "Kiểm tra việc giải quyết");
        return this;
    }

    public HttpResponse<String> post(String path, String page, String... fields) {
        var parts = new ArrayList<String>();
        var hidden = HIDDEN.matcher(page);
        var seen = new java.util.HashSet<String>();
        for (int i = 0; i < fields.length; i += 2) seen.add(fields[i]);
        while (hidden.find())
            if (seen.add(hidden.group(1)))
                parts.add(hidden.group(1) + "=" + encoded(hidden.group(2)));
        for (int i = 0; i < fields.length; i += 2)
            parts.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", site)
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", parts))));
    }

    /// Sends a form with files' encoding and no files.
    public HttpResponse<String> postParts(String path, String page, Map<String, String> fields) {
        var body = new StringBuilder();
        var hidden = HIDDEN.matcher(page);
        while (hidden.find())
            if (!fields.containsKey(hidden.group(1))) part(body, hidden.group(1), hidden.group(2));
        fields.forEach((name, value) -> part(body, name, value));
        body.append("--b--\r\n");
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("Origin", site)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static void part(StringBuilder body, String name, String value) {
        body.append(
                "--b\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
