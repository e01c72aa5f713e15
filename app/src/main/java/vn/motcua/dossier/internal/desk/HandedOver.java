package vn.motcua.dossier.internal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/// What a receptionist typed about the papers on the counter.
///
/// @param filerName who stands there
/// @param forms how each paper was handed over, by component; absent when it was not
record HandedOver(
        String filerName,
        Map<String, String> forms,
        Map<String, String> quantities,
        Map<String, String> words,
        Map<String, List<UUID>> scans,
        String returnWay) {
    static final String FORM = "form.";
    static final String SCAN = "scan.";
    private static final String QUANTITY = "quantity.";
    private static final String WORDS = "words.";
    private static final String KEPT = "kept.";

    static HandedOver nothing() {
        return new HandedOver("", Map.of(), Map.of(), Map.of(), Map.of(), "COUNTER");
    }

    /// @param fresh files stored just now, by component
    static HandedOver read(MultiValueMap<String, String> sent, Map<String, List<UUID>> fresh) {
        var forms = new LinkedHashMap<String, String>();
        var quantities = new LinkedHashMap<String, String>();
        var words = new LinkedHashMap<String, String>();
        var scans = new LinkedHashMap<String, List<UUID>>();
        sent.forEach(
                (name, values) -> {
                    var first = values.getFirst().strip();
                    if (name.startsWith(FORM)) forms.put(name.substring(FORM.length()), first);
                    if (name.startsWith(QUANTITY))
                        quantities.put(name.substring(QUANTITY.length()), first);
                    if (name.startsWith(WORDS))
                        words.put(name.substring(WORDS.length()), cut(first, 500));
                    if (name.startsWith(KEPT))
                        scans.put(name.substring(KEPT.length()), ids(values));
                });
        fresh.forEach(
                (component, ids) ->
                        scans.computeIfAbsent(component, _ -> new ArrayList<>()).addAll(ids));
        return new HandedOver(
                cut(sent.getOrDefault("filerName", List.of("")).getFirst().strip(), 200),
                forms,
                quantities,
                words,
                scans,
                sent.getOrDefault("returnWay", List.of("COUNTER")).getFirst());
    }

    private static List<UUID> ids(List<String> texts) {
        var ids = new ArrayList<UUID>();
        for (var text : texts)
            if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                ids.add(UUID.fromString(text));
        return ids;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
