package vn.motcua.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// An officer's browser: signs in by the form and keeps the cookies.
final class Desk implements AutoCloseable {
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern DOSSIER = Pattern.compile("href=\"(/desk/dossiers/[^\"#?]+)\"");

    private final String site;
    private final Http http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Desk(int port) {
        this.site = "http://127.0.0.1:" + port;
        this.http = new Http(port);
    }

    /// @param officer `login:password`
    static Desk signIn(int port, String officer) throws IOException {
        var parts = officer.split(":", 2);
        if (parts.length < 2) throw new IOException("--officer login:password");
        var desk = new Desk(port);
        var page = desk.get("/sign-in").must(200).text();
        var fields = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(page);
        while (hidden.find()) fields.put(hidden.group(1), hidden.group(2));
        fields.put("login", parts[0]);
        fields.put("password", parts[1]);
        var form = new StringBuilder();
        fields.forEach(
                (name, value) ->
                        form.append(form.isEmpty() ? "" : "&")
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var answer =
                desk.http.post(
                        "/sign-in",
                        "application/x-www-form-urlencoded",
                        form.toString().getBytes(StandardCharsets.UTF_8),
                        "Cookie: " + desk.cookie(),
                        "Origin: http://127.0.0.1:" + port);
        desk.keep(answer);
        if (answer.status() != 302 && answer.status() != 303)
            throw new IOException("signing in was answered with " + answer.status());
        return desk;
    }

    void page(String path) throws IOException {
        var _ = get(path).must(200);
    }

    /// Looks for something by the form of a page.
    ///
    /// @return the address on which the answer stands
    String seek(String path, String words) throws IOException {
        var form = new StringBuilder();
        var hidden = HIDDEN.matcher(get(path).must(200).text());
        if (hidden.find())
            form.append(hidden.group(1)).append('=').append(encoded(hidden.group(2))).append('&');
        form.append("q=").append(encoded(words));
        var answer =
                http.post(
                        path,
                        "application/x-www-form-urlencoded",
                        form.toString().getBytes(StandardCharsets.UTF_8),
                        "Cookie: " + cookie(),
                        "Origin: " + site);
        keep(answer);
        if (answer.status() != 302 && answer.status() != 303)
            throw new IOException("looking for something was answered with " + answer.status());
        return answer.headers("Location").getFirst().replaceFirst("^https?://[^/]+", "");
    }

    /// Sends a file by the form of a page.
    ///
    /// @return the address of the answer
    String upload(String path, String name, byte[] file) throws IOException {
        var edge = "----motcua-bench";
        var part = "--" + edge + "\r\nContent-Disposition: form-data; name=";
        var body = new ByteArrayOutputStream(file.length + 1_024);
        var hidden = HIDDEN.matcher(get(path).must(200).text());
        if (hidden.find())
            body.writeBytes(
                    (part + "\"" + hidden.group(1) + "\"\r\n\r\n" + hidden.group(2) + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(
                (part + "\"file\"; filename=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return sent(path, "multipart/form-data; boundary=" + edge, body.toByteArray());
    }

    /// Presses a button that needs nothing but the page's token.
    String press(String page, String path) throws IOException {
        var hidden = HIDDEN.matcher(get(page).must(200).text());
        var form = hidden.find() ? hidden.group(1) + "=" + encoded(hidden.group(2)) : "";
        return sent(
                path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private String sent(String path, String type, byte[] body) throws IOException {
        var answer = http.post(path, type, body, "Cookie: " + cookie(), "Origin: " + site);
        keep(answer);
        if (answer.status() != 302 && answer.status() != 303)
            throw new IOException(path + " was answered with " + answer.status());
        return answer.headers("Location").getFirst().replaceFirst("^https?://[^/]+", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Takes a file as it comes and keeps nothing of it.
    ///
    /// @return its bytes
    long download(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(site + path).toURL().openConnection();
        connection.setRequestProperty("Cookie", cookie());
        if (connection.getResponseCode() != 200)
            throw new IOException(path + " was answered with " + connection.getResponseCode());
        try (var in = connection.getInputStream()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// Addresses of dossiers on the worklist.
    List<String> dossiers() throws IOException {
        var found = DOSSIER.matcher(get("/desk").must(200).text());
        var paths = found.results().map(r -> r.group(1)).distinct().toList();
        if (paths.isEmpty()) throw new IOException("the worklist of this officer is empty");
        return paths;
    }

    private Http.Answer get(String path) throws IOException {
        var answer = http.get(path, "Cookie: " + cookie());
        keep(answer);
        return answer;
    }

    private void keep(Http.Answer answer) {
        for (var set : answer.headers("Set-Cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) cookies.put(pair[0], pair[1]);
        }
    }

    private String cookie() {
        return String.join(
                "; ",
                cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList());
    }

    @Override
    public void close() {
        http.close();
    }
}
