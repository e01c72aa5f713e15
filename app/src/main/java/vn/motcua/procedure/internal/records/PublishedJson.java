package vn.motcua.procedure.internal.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.LocalText;

/// Published records as JSON text: always the same text for the same record.
public final class PublishedJson {
    /// Names a record does not have are refused rather than lost.
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .addModule(
                            new SimpleModule().addDeserializer(LocalText.class, new TextReader()))
                    .build();

    private PublishedJson() {}

    /// A text without a translation is shown in Vietnamese to everybody.
    private static final class TextReader extends ValueDeserializer<LocalText> {
        @Override
        public LocalText deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            if (!(tree instanceof ObjectNode text)) return refused(context);
            for (var name : text.propertyNames()) {
                if (!name.equals("vi") && !name.equals("en")) return refused(context);
            }
            var vi = text.path("vi");
            var en = text.path("en");
            boolean translated = !en.isMissingNode() && !en.isNull();
            if (!vi.isString() || translated && !en.isString()) return refused(context);
            return new LocalText(vi.asString(), translated ? en.asString() : vi.asString());
        }

        private LocalText refused(DeserializationContext context) {
            return context.reportInputMismatch(this, "a text has vi and en");
        }
    }

    public static String write(Published record) {
        return JSON.writeValueAsString(record);
    }

    public static Published read(String text) {
        return JSON.readValue(text, Published.class);
    }

    public static Published read(JsonNode tree) {
        return JSON.treeToValue(tree, Published.class);
    }

    public static ObjectNode tree(Published record) {
        return (ObjectNode) JSON.valueToTree(record);
    }

    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The national record with everything its variant names in the variant's words.
    public static Published overlaid(Published national, Published variant) {
        var tree = tree(national);
        tree.setAll(tree(variant));
        return read(tree);
    }
}
