package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A citizen's program that files dossiers over the interface for machines.
final class Submitter implements Load.Client {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

    private final Http http;
    private final List<String> tokens;
    private final Filings filings;
    private final Consumer<String> acknowledged;

    Submitter(int port, List<String> tokens, Filings filings, Consumer<String> acknowledged) {
        this.http = new Http(port);
        this.tokens = tokens;
        this.filings = filings;
        this.acknowledged = acknowledged;
    }

    @Override
    public void once(long number) throws Exception {
        var answer =
                http.post(
                                "/api/v1/dossiers",
                                "application/json",
                                filings.next(number).body(),
                                "Authorization: Bearer "
                                        + tokens.get((int) (number % tokens.size())),
                                "Idempotency-Key: " + key(number),
                                "Accept: application/json")
                        .must(201);
        var code = CODE.matcher(answer.text());
        if (!code.find()) throw new IllegalStateException("no number in " + answer.text());
        acknowledged.accept(code.group(1));
    }

    private static UUID key(long number) {
        return UUID.nameUUIDFromBytes(("bench-" + number).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
