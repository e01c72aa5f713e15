package vn.motcua.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// One register: answers about the people it knows, unless its switch says otherwise.
final class PlayedRegister implements HttpHandler {
    private static final Pattern REQUEST = Pattern.compile("\"requestId\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern PERSON = Pattern.compile("\"personalId\"\\s*:\\s*\"(\\d{12})\"");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,14}");

    private final Map<String, Map<String, String>> people;
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> requests = ConcurrentHashMap.newKeySet();
    private volatile String mode = "ok";
    private volatile long millis;

    PlayedRegister(Map<String, Map<String, String>> people) {
        this.people = people;
    }

    void turn(String to, String wait) {
        millis = wait.isEmpty() ? 0 : Long.parseLong(wait);
        mode = to;
    }

    @Override
    public String toString() {
        return mode + " asked=" + asked.get() + " distinct=" + requests.size();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean knock = exchange.getRequestMethod().equals("GET");
            if (!knock) asked.incrementAndGet();
            var credential = exchange.getRequestHeaders().getFirst("Authorization");
            if (credential == null || !credential.matches("Bearer \\S+")) {
                status(exchange, 401);
                return;
            }
            if (knock) status(exchange, mode.equals("down") ? 503 : mode.equals("refused") ? 403 : 204);
            else answer(exchange, request);
        }
    }

    private void answer(HttpExchange exchange, String request) throws IOException {
        var id = REQUEST.matcher(request);
        if (!id.find()) {
            status(exchange, 400);
            return;
        }
        requests.add(id.group(1));
        var answer = json(id.group(1), request);
        switch (mode) {
            case "down" -> status(exchange, 503);
            case "refused" -> status(exchange, 403);
            case "elsewhere" -> {
                exchange.getResponseHeaders().set("Location", "https://elsewhere.example/people");
                status(exchange, 307);
            }
            case "garbled" -> send(exchange, answer.substring(0, answer.length() / 2));
            case "stranger" -> send(exchange, json(UUID.randomUUID().toString(), request));
            case "endless" -> endless(exchange);
            case "drip" -> drip(exchange, answer);
            case "slow" -> {
                rest(millis);
                send(exchange, answer);
            }
            default -> send(exchange, answer);
        }
    }

    private String json(String id, String request) {
        var number = PERSON.matcher(request);
        var person = number.find() ? people.get(number.group(1)) : null;
        if (person == null) return "{\"requestId\":\"" + id + "\",\"found\":false}";
        var data = new StringBuilder();
        person.forEach(
                (name, value) ->
                        data.append(data.isEmpty() ? "" : ",").append('"').append(name).append("\":").append(
                                        NUMBER.matcher(value).matches() && name.endsWith("Amount")
                                                ? value
                                                : '"' + value + '"'));
        return "{\"requestId\":\"" + id + "\",\"found\":true,\"source\":\"sandbox\",\"data\":{" + data + "}}";
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private static void drip(HttpExchange exchange, String text) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            exchange.getResponseBody().write(b);
            exchange.getResponseBody().flush();
            rest(1000);
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var block = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
        while (true) exchange.getResponseBody().write(block);
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
