package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A browser without scripts: it sends forms, with files too, and remembers its cookies.
final class Surfer {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String site;
    private String token = "";

    /// A file of a form.
    record Upload(String field, String name, byte[] content) {}

    private Surfer(DeskHouse house) {
        site =
                "http://localhost:"
                        + house.context.getEnvironment().getProperty("local.server.port");
    }

    static Surfer stranger(DeskHouse house) {
        return new Surfer(house);
    }

    static Surfer signedIn(DeskHouse house, String login) {
        var surfer = new Surfer(house);
        surfer.get("/sign-in");
        var answer =
                surfer.post("/sign-in", "login", login, "password", DeskHouse.PASSWORD, "to", "");
        assertThat(answer.statusCode()).isBetween(302, 303);
        return surfer;
    }

    /// A page that must be there.
    String page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1").doesNotContain("??");
        return answer.body();
    }

    HttpResponse<String> get(String path) {
        var answer = send(request(path).GET(), HttpResponse.BodyHandlers.ofString());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer;
    }

    byte[] bytes(String path) {
        var answer = send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /// Sends a form with the token of the last page that had one.
    HttpResponse<String> post(String path, String... fields) {
        var parts = new ArrayList<String>(List.of("_csrf=" + encoded(token)));
        for (int i = 0; i < fields.length; i += 2)
            parts.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        var answer =
                send(
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", site)
                                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", parts))),
                        HttpResponse.BodyHandlers.ofString());
        return answer;
    }

    /// Sends a form and says where it leads.
    String sent(String path, String... fields) {
        return location(post(path, fields));
    }

    HttpResponse<String> upload(String path, Upload... files) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        for (var file : files)
            part(
                    body,
                    "name=\"" + file.field() + "\"; filename=\"" + file.name() + "\"",
                    file.content());
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("Origin", site)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
                HttpResponse.BodyHandlers.ofString());
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }

    static String group(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + "\n" + page).isTrue();
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site + path.replace(" ", "%20")));
    }

    private static void part(ByteArrayOutputStream body, String about, byte[] content) {
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; " + about + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> reader) {
        try {
            return http.send(request.build(), reader);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
