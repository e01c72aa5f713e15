package vn.motcua.procedure.internal.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Published records as JSON text: always the same text for the same record.
public final class PublishedJson {
    /// Names a record does not have are refused rather than lost.
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    private PublishedJson() {}

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
