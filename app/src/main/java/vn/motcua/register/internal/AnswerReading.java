package vn.motcua.register.internal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.register.Register;
import vn.motcua.register.Trouble;

/// Reads what a register sent. It may be anything: only what its description announces is taken, in
/// the type announced; what is not there though it must be, or is of another kind, spoils all.
final class AnswerReading {
    private static final int LONGEST = 500;
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxStringLength(20_000)
                                                    .maxNumberLength(30)
                                                    .build())
                                    .build())
                    .build();
    private static final Reply GARBLED = new Reply.Failed(Trouble.GARBLED);

    private AnswerReading() {}

    static Reply read(Register register, byte[] body, UUID request) {
        try {
            var root = JSON.readTree(body);
            if (!root.isObject()) return GARBLED;
            var echo = root.get("requestId");
            if (echo == null || !echo.isString()) return GARBLED;
            // An answer to somebody else's question is none.
            if (!echo.stringValue().equals(request.toString())) return GARBLED;
            var found = root.get("found");
            if (found == null || !found.isBoolean()) return GARBLED;
            if (!found.booleanValue()) return new Reply.NotFound();
            return answer(register, root.get("data"));
        } catch (JacksonException notJson) {
            return GARBLED;
        }
    }

    private static Reply answer(Register register, @Nullable JsonNode data) {
        if (data == null || !data.isObject()) return GARBLED;
        Map<String, Object> answer = new HashMap<>();
        for (var item : register.answers()) {
            var there = data.get(item.id());
            if (there == null || there.isNull()) {
                if (item.required()) return GARBLED;
                continue;
            }
            var value = value(item, there);
            if (value == null) return GARBLED;
            answer.put(item.id(), value);
        }
        return new Reply.Found(answer);
    }

    /// Null when it is of another kind.
    private static @Nullable Object value(Register.Item item, JsonNode node) {
        return switch (item.type()) {
            case TEXT -> node.isString() ? text(item, node.stringValue()) : null;
            case COMMUNE ->
                    node.isString() && COMMUNE.matcher(node.stringValue()).matches()
                            ? node.stringValue()
                            : null;
            case DATE -> node.isString() ? date(node.stringValue()) : null;
            case NUMBER ->
                    node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null;
            case YES_NO -> node.isBoolean() ? node.booleanValue() : null;
        };
    }

    private static @Nullable String text(Register.Item item, String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        if (text.isEmpty() || text.length() > LONGEST) return null;
        if (text.codePoints().anyMatch(AnswerReading::unprintable)) return null;
        boolean known =
                item.options().isEmpty()
                        || item.options().stream().anyMatch(o -> o.value().equals(text));
        return known ? text : null;
    }

    private static boolean unprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    private static @Nullable String date(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text).toString() : null;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
