package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Release files as plain Java values.
final class YamlValues {
    private YamlValues() {}

    static @Nullable Object of(YamlNode node) {
        if (node.isList()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (var item : node.items()) values.add(item.toJava());
            return values;
        }
        if (node.isMap()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (var key : node.keys()) values.put(key, node.at(key).toJava());
            return values;
        }
        return node.isScalar() ? scalar(node.scalar(), node.plain()) : null;
    }

    private static Object scalar(String text, boolean plain) {
        if (!plain) return text;
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        if (text.matches("-?(0|[1-9]\\d{0,17})")) return Long.valueOf(text);
        return text;
    }
}
