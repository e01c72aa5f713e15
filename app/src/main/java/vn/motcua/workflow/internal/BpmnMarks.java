package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.ExtensionElement;
import org.jspecify.annotations.Nullable;

/// What BPMN has no word for stands in extension elements of our namespace: maps as elements
/// named after their keys, lists as `item` elements.
final class BpmnMarks {
    static final String NAMESPACE = "urn:motcua:bpmn";
    static final String PREFIX = "motcua";
    static final String ROW = "row";
    static final String TIMER = "timer";
    static final String JOIN = "join";
    static final String SKIPS = "skips";
    static final String CHOOSES = "chooses";
    private static final String ITEM = "item";
    private static final Set<String> FLAGS =
            Set.of("counted", "waits", "supplement", "required", "warn");
    private static final Set<String> NUMBERS = Set.of("count", "quorum", "quantity", "atMost");

    private BpmnMarks() {}

    static void put(BaseElement element, String name, Object value) {
        element.addExtensionElement(element(name, value));
    }

    private static ExtensionElement element(String name, Object value) {
        var element = new ExtensionElement();
        element.setName(name);
        element.setNamespace(NAMESPACE);
        element.setNamespacePrefix(PREFIX);
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, each) -> element.addChildElement(element("" + key, each)));
            case List<?> list -> list.forEach(each -> element.addChildElement(element(ITEM, each)));
            // The end of a character section cannot stand inside one.
            default -> element.setElementText(value.toString().replace("]]>", "]] >"));
        }
        return element;
    }

    static @Nullable String text(BaseElement element, String name) {
        var found = find(element, name);
        return found == null ? null : found.getElementText();
    }

    static @Nullable Map<String, Object> map(BaseElement element, String name) {
        var found = find(element, name);
        return found == null ? null : map(found);
    }

    private static @Nullable ExtensionElement find(BaseElement element, String name) {
        for (var found : element.getExtensionElements().getOrDefault(name, List.of())) {
            if (NAMESPACE.equals(found.getNamespace())) return found;
        }
        return null;
    }

    private static Map<String, Object> map(ExtensionElement element) {
        var map = new LinkedHashMap<String, Object>();
        element.getChildElements()
                .forEach((name, found) -> map.put(name, value(name, found.getFirst())));
        return map;
    }

    private static Object value(String name, ExtensionElement element) {
        var children = element.getChildElements();
        if (children.isEmpty()) return scalar(name, element.getElementText());
        if (!children.containsKey(ITEM)) return map(element);
        var list = new ArrayList<Object>();
        for (var item : children.getOrDefault(ITEM, List.of())) list.add(value(name, item));
        return list;
    }

    private static Object scalar(String name, @Nullable String text) {
        var given = text == null ? "" : text;
        if (FLAGS.contains(name)) return Boolean.parseBoolean(given);
        if (NUMBERS.contains(name) && given.matches("\\d{1,6}")) return Integer.parseInt(given);
        return given;
    }
}
