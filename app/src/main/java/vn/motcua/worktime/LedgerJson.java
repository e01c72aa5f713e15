package vn.motcua.worktime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The stored form of a ledger: `{"lines":[{"type":"accepted","at":"…",…},…]}`.
final class LedgerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerJson() {}

    static String write(DeadlineLedger ledger) {
        var root = JSON.createObjectNode();
        var lines = root.putArray("lines");
        for (var line : ledger.lines()) write(line, lines.addObject());
        return JSON.writeValueAsString(root);
    }

    private static void write(DeadlineLine line, ObjectNode into) {
        into.put("type", type(line)).put("at", line.at().toString());
        switch (line) {
            case DeadlineLine.Accepted it -> {
                into.put("quantity", it.limit().quantity()).put("unit", it.limit().unit().name());
                if (it.limit().cutoff() != null) into.put("cutoff", it.limit().cutoff().toString());
            }
            case DeadlineLine.Paused it -> into.put("ground", it.ground());
            case DeadlineLine.Resumed it -> into.put("how", it.how().name());
            case DeadlineLine.Extended it ->
                    into.put("newDue", it.newDue().toString()).put("reason", it.reason());
            case DeadlineLine.HandedOver it -> into.put("agency", it.agency());
            case DeadlineLine.Finished _ -> {}
        }
    }

    private static String type(DeadlineLine line) {
        return switch (line) {
            case DeadlineLine.Accepted _ -> "accepted";
            case DeadlineLine.Paused _ -> "paused";
            case DeadlineLine.Resumed _ -> "resumed";
            case DeadlineLine.Extended _ -> "extended";
            case DeadlineLine.HandedOver _ -> "handed-over";
            case DeadlineLine.Finished _ -> "finished";
        };
    }

    static DeadlineLedger read(String json) {
        try {
            var lines = new ArrayList<DeadlineLine>();
            for (var node : JSON.readTree(json).path("lines")) lines.add(line(node));
            return new DeadlineLedger(lines);
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("not a deadline ledger", e);
        }
    }

    private static DeadlineLine line(JsonNode node) {
        var at = Instant.parse(text(node, "at"));
        return switch (text(node, "type")) {
            case "accepted" -> new DeadlineLine.Accepted(at, limit(node));
            case "paused" -> new DeadlineLine.Paused(at, text(node, "ground"));
            case "resumed" -> new DeadlineLine.Resumed(at, Resumption.valueOf(text(node, "how")));
            case "extended" ->
                    new DeadlineLine.Extended(
                            at, Instant.parse(text(node, "newDue")), text(node, "reason"));
            case "handed-over" -> new DeadlineLine.HandedOver(at, text(node, "agency"));
            case "finished" -> new DeadlineLine.Finished(at);
            default -> throw new IllegalArgumentException("unknown deadline line");
        };
    }

    private static TimeLimit limit(JsonNode node) {
        var cutoff = node.has("cutoff") ? LocalTime.parse(text(node, "cutoff")) : null;
        return new TimeLimit(
                node.path("quantity").asInt(0), TermUnit.valueOf(text(node, "unit")), cutoff);
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isString()) throw new IllegalArgumentException("deadline line without " + name);
        return value.stringValue();
    }
}
