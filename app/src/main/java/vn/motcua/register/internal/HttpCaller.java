package vn.motcua.register.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.register.Asked;
import vn.motcua.register.Register;
import vn.motcua.register.Trouble;

/// Speaks to registers: one POST of JSON a question, with the question's own id, so that a question
/// sent twice is one. Goes nowhere it was not told to go, waits no longer and reads no more
/// than the description of the register allows.
@Component
class HttpCaller {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

    private HttpClient client(Duration connect) {
        return clients.computeIfAbsent(
                connect,
                most ->
                        HttpClient.newBuilder()
                                .connectTimeout(most)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build());
    }

    Reply ask(Register register, Connections.Connection to, Asked asked) {
        var question = asked.question();
        var sent = new LinkedHashMap<String, Object>();
        sent.put("requestId", asked.id().toString());
        sent.put("register", register.id());
        sent.put("purpose", question.purpose().vi());
        sent.put("basis", register.basis().vi());
        sent.put("dossier", question.code());
        sent.put("agency", question.agency());
        sent.put("inputs", new TreeMap<>(question.inputs()));
        var request =
                request(register, to)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Idempotency-Key", asked.id().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(sent)))
                        .build();
        return send(register, request, asked);
    }

    private Reply send(Register register, HttpRequest request, Asked asked) {
        var answer = exchange(register, request);
        if (answer instanceof Came.Nothing(var trouble)) return new Reply.Failed(trouble);
        var response = ((Came.Response) answer).response();
        var trouble = trouble(response.statusCode());
        return trouble.<Reply>map(Reply.Failed::new)
                .orElseGet(() -> AnswerReading.read(register, response.body(), asked.id()));
    }

    /// Asks for nothing: any answer but that of a broken server shows that somebody is there.
    Optional<Trouble> knock(Register register, Connections.Connection to) {
        var answer = exchange(register, request(register, to).GET().build());
        if (answer instanceof Came.Nothing(var trouble)) return Optional.of(trouble);
        int status = ((Came.Response) answer).response().statusCode();
        return status == 401 || status == 403
                ? Optional.of(Trouble.REFUSED)
                : status >= 500 ? Optional.of(Trouble.UNREACHABLE) : Optional.empty();
    }

    private static HttpRequest.Builder request(Register register, Connections.Connection to) {
        URI url = to.url();
        var builder =
                HttpRequest.newBuilder(url)
                        .timeout(register.manner().read())
                        .header("Accept", "application/json");
        var credential = to.credential();
        if (credential != null) builder.header("Authorization", "Bearer " + credential.reveal());
        return builder;
    }

    private sealed interface Came {
        record Response(HttpResponse<byte[]> response) implements Came {}

        record Nothing(Trouble trouble) implements Came {}
    }

    /// The whole of it within the time, also when the answer comes drop by drop.
    private Came exchange(Register register, HttpRequest request) {
        var manner = register.manner();
        var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), manner.largest());
        var coming = client(manner.connect()).sendAsync(request, handler);
        try {
            return new Came.Response(coming.get(manner.read().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            coming.cancel(true);
            return new Came.Nothing(Trouble.TIMED_OUT);
        } catch (ExecutionException failed) {
            return new Came.Nothing(trouble(failed.getCause()));
        } catch (InterruptedException stopping) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return new Came.Nothing(Trouble.UNREACHABLE);
        }
    }

    private static Trouble trouble(@Nullable Throwable cause) {
        if (cause instanceof java.net.http.HttpConnectTimeoutException) return Trouble.UNREACHABLE;
        if (cause instanceof java.net.http.HttpTimeoutException) return Trouble.TIMED_OUT;
        boolean large =
                cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("capacity");
        return large ? Trouble.GARBLED : Trouble.UNREACHABLE;
    }

    private static Optional<Trouble> trouble(int status) {
        if (status == 200) return Optional.empty();
        boolean busy = status == 408 || status == 429 || status >= 500;
        return Optional.of(busy ? Trouble.UNREACHABLE : Trouble.REFUSED);
    }
}
