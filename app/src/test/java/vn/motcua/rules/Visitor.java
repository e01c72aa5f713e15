package vn.motcua.rules;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser: keeps cookies, follows nothing by itself, knows the form token of the
/// page it was given.
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String site;

    public Visitor(String site) {
        this.site = site;
    }

    public static Visitor signedIn(String site, String login, String password) {
        var visitor = new Visitor(site);
        var answer =
                visitor.post("/sign-in", Map.of("login", login, "password", password, "to", ""));
        if (answer.statusCode() / 100 != 3
                || answer.headers().firstValue("Location").orElse("").contains("sign-in"))
            throw new IllegalStateException(login + " could not sign in: " + answer.statusCode());
        return visitor;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        return postWithoutToken(path, all);
    }

    HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(
                                f ->
                                        f.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        f.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends a file as browsers do.
    public HttpResponse<String> send(String path, String field, String name, String content) {
        var edge = "----" + name.hashCode();
        var part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"";
        var body =
                part.formatted(edge, "_csrf")
                        + "\r\n\r\n"
                        + token()
                        + "\r\n"
                        + part.formatted(edge, field)
                        + "; filename=\"%s\"\r\n\r\n".formatted(name)
                        + content
                        + "\r\n--"
                        + edge
                        + "--\r\n";
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String token() {
        for (var page : new String[] {"/sign-in", "/account"}) {
            var found = TOKEN.matcher(get(page).body());
            if (found.find()) return found.group(1);
        }
        throw new IllegalStateException("no page with a form token");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path));
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) keep(cookie);
            return response;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }
}
