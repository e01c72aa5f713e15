package vn.motcua.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The switches: `POST /control/<register>?mode=down`, and `GET /control` to see them.
final class Control implements HttpHandler {
    private final Map<String, PlayedRegister> registers;

    Control(Map<String, PlayedRegister> registers) {
        this.registers = registers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var register = registers.get(path.replaceFirst("^/control/?", ""));
            if (exchange.getRequestMethod().equals("POST") && register != null) {
                register.turn(query(exchange, "mode"), query(exchange, "millis"));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var text = new StringBuilder();
            registers.forEach((name, played) -> text.append(name).append(' ').append(played).append('\n'));
            var body = text.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String query(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getQuery();
        for (var pair : (query == null ? "" : query).split("&"))
            if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
        return "";
    }
}
