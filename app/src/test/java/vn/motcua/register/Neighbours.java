package vn.motcua.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sandbox as a program of its own, spoken to over HTTP. One for all tests of a JVM.
public final class Neighbours {
    private static @Nullable Neighbours running;

    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    public static synchronized Neighbours open() {
        if (running == null) running = new Neighbours();
        return running;
    }

    private Neighbours() {
        var root = Files.isDirectory(Path.of("sandbox")) ? Path.of("") : Path.of("..");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            var process =
                    new ProcessBuilder(
                                    java,
                                    "-Xmx64m",
                                    root.resolve("sandbox/vn/motcua/sandbox/Sandbox.java")
                                            .toString(),
                                    "--port",
                                    "0",
                                    "--people",
                                    root.resolve("sandbox").toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            url = process.inputReader(StandardCharsets.UTF_8).readLine();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public URI of(String register) {
        return URI.create(url + "/" + register);
    }

    /// What the platform is told of them.
    public Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        for (var register : new String[] {"population", "assistance"}) {
            settings.put("motcua.register." + register + ".url", of(register).toString());
            settings.put("motcua.register." + register + ".credential", "sandbox-secret-4711");
        }
        return settings;
    }

    /// @param mode for example `down`, or `slow&millis=3000`
    public void turn(String register, String mode) {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/control/" + register + "?mode=" + mode))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        if (send(request).statusCode() != 204) throw new IllegalStateException(mode);
    }

    /// How often it was asked, and how many different questions that were: `ok asked=3 distinct=2`.
    public String told(String register) {
        var all = send(HttpRequest.newBuilder(URI.create(url + "/control")).build()).body();
        return all.lines()
                .filter(line -> line.startsWith(register + " "))
                .findFirst()
                .orElseThrow()
                .substring(register.length() + 1);
    }

    private java.net.http.HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
