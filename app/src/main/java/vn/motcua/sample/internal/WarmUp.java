package vn.motcua.sample.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// The command `train`: walks the most used ways once over real HTTP, so that a run recorded
/// for the class archive or the compiler's profile knows them.
@Component
class WarmUp {
    private static final List<String> WAYS =
            List.of(
                    "/",
                    "/procedures",
                    "/procedures?q=khai+sinh",
                    "/procedures/1.001193",
                    "/tracking",
                    "/tracking?code=H29.101-260101-0001&fact=0000",
                    "/sign-in",
                    "/desk",
                    "/api/v1/procedures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Screen screen;

    WarmUp(Screen screen) {
        this.screen = screen;
    }

    void run(String address) {
        try (var browser =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build()) {
            for (var way : WAYS) walk(browser, address + way);
        }
        screen.progress("đã chạy thử " + WAYS.size() + " trang", WAYS.size() + " pages walked");
    }

    private static void walk(HttpClient browser, String address) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .header("Accept", "text/html, application/json")
                            .build();
            var _ = browser.send(request, BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
