package vn.motcua.worktime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.LocalText;

/// The stored form of a ledger: `{"paused":false,"lines":[{"type":"accepted","at":"…",…},…]}`.
/// Whether it is paused stands there for whoever asks in SQL; it is never read back.
final class LedgerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerJson() {}

    static String write(DeadlineLedger ledger) {
        var root = JSON.createObjectNode();
        root.put("paused", ledger.paused());
        var lines = root.putArray("lines");
        for (var line : ledger.lines()) write(line, lines.addObject());
        return JSON.writeValueAsString(root);
    }

    private static void write(DeadlineLine line, ObjectNode into) {
        into.put("type", type(line)).put("at", line.at().toString());
        switch (line) {
            case DeadlineLine.Accepted it -> accepted(it, into);
            case DeadlineLine.Paused it -> {
                into.put("ground", it.ground());
                if (it.text() != null) text(it.text(), into.putObject("text"));
                if (it.until() != null) into.put("until", it.until().toString());
            }
            case DeadlineLine.Resumed it -> {
                into.put("how", it.how().name());
                if (it.byItself()) into.put("byItself", true);
            }
            case DeadlineLine.Extended it -> {
                into.put("newDue", it.newDue().toString()).put("reason", it.reason());
                if (it.listed() != null) text(it.listed(), into.putObject("listed"));
            }
            case DeadlineLine.HandedOver it -> {
                into.put("agency", it.agency());
                if (it.name() != null) text(it.name(), into.putObject("name"));
                if (it.share() != null) limit(it.share(), into.putObject("share"));
            }
            case DeadlineLine.Moved it ->
                    into.put("decision", it.decision())
                            .put("from", it.from().toString())
                            .put("to", it.to().toString());
            case DeadlineLine.Finished _ -> {}
        }
    }

    private static void accepted(DeadlineLine.Accepted it, ObjectNode into) {
        limit(it.limit(), into);
        if (it.by() != DeadlineLine.Start.COMPLETE_DOSSIER) into.put("by", it.by().name());
        if (it.shortened() == null) return;
        into.put("decision", it.shortened().decision());
        limit(it.shortened().usual(), into.putObject("usual"));
    }

    private static void limit(TimeLimit limit, ObjectNode into) {
        into.put("quantity", limit.quantity()).put("unit", limit.unit().name());
        if (limit.cutoff() != null) into.put("cutoff", limit.cutoff().toString());
    }

    private static void text(LocalText text, ObjectNode into) {
        into.put("vi", text.vi()).put("en", text.en());
    }

    private static String type(DeadlineLine line) {
        return switch (line) {
            case DeadlineLine.Accepted _ -> "accepted";
            case DeadlineLine.Paused _ -> "paused";
            case DeadlineLine.Resumed _ -> "resumed";
            case DeadlineLine.Extended _ -> "extended";
            case DeadlineLine.HandedOver _ -> "handed-over";
            case DeadlineLine.Moved _ -> "moved";
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
            case "accepted" -> accepted(node, at);
            case "paused" ->
                    new DeadlineLine.Paused(
                            at,
                            text(node, "ground"),
                            both(node.path("text")),
                            node.has("until") ? Instant.parse(text(node, "until")) : null);
            case "resumed" ->
                    new DeadlineLine.Resumed(
                            at,
                            Resumption.valueOf(text(node, "how")),
                            node.path("byItself").asBoolean(false));
            case "extended" ->
                    new DeadlineLine.Extended(
                            at,
                            Instant.parse(text(node, "newDue")),
                            text(node, "reason"),
                            both(node.path("listed")));
            case "handed-over" ->
                    new DeadlineLine.HandedOver(
                            at,
                            text(node, "agency"),
                            both(node.path("name")),
                            node.has("share") ? limit(node.path("share")) : null);
            case "moved" ->
                    new DeadlineLine.Moved(
                            at,
                            text(node, "decision"),
                            Instant.parse(text(node, "from")),
                            Instant.parse(text(node, "to")));
            case "finished" -> new DeadlineLine.Finished(at);
            default -> throw new IllegalArgumentException("unknown deadline line");
        };
    }

    private static DeadlineLine accepted(JsonNode node, Instant at) {
        var shortened =
                node.has("usual")
                        ? new DeadlineLine.Shortened(
                                limit(node.path("usual")), text(node, "decision"))
                        : null;
        var by = DeadlineLine.Start.COMPLETE_DOSSIER;
        if (node.has("by")) by = DeadlineLine.Start.valueOf(text(node, "by"));
        return new DeadlineLine.Accepted(at, limit(node), by, shortened);
    }

    private static @Nullable LocalText both(JsonNode node) {
        return node.isObject() ? LocalText.of(text(node, "vi"), text(node, "en")) : null;
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
