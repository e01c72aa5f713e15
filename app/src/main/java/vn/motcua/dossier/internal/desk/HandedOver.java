package vn.motcua.dossier.internal.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.motcua.dossier.internal.model.PaperCheck;

/// What a receptionist typed about the papers on the counter.
///
/// @param filerName who stands there
/// @param forms how each paper was handed over, by component; absent when it was not
/// @param replacing codes of earlier results that are used again, by component
/// @param ticked what was found of each paper: `seen.`, `complete.`, `legible.`, `sides.` and the
///     component
/// @param scans finished files, by component
record HandedOver(
        String filerName,
        Map<String, String> forms,
        Map<String, String> quantities,
        Map<String, String> words,
        Map<String, String> replacing,
        Set<String> ticked,
        Map<String, List<UUID>> scans,
        String returnWay) {
    static final String FORM = "form.";
    static final String REUSED = "REUSED";
    static final String DATA = "DATA";
    static final List<String> TICKS = List.of("seen.", "complete.", "legible.", "sides.");
    private static final String QUANTITY = "quantity.";
    private static final String WORDS = "words.";
    private static final String REPLACING = "replacing.";

    static HandedOver nothing(Map<String, List<UUID>> scans) {
        return new HandedOver(
                "", Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), scans, "COUNTER");
    }

    /// @param scans finished files, by component
    static HandedOver read(MultiValueMap<String, String> sent, Map<String, List<UUID>> scans) {
        var forms = new LinkedHashMap<String, String>();
        var quantities = new LinkedHashMap<String, String>();
        var words = new LinkedHashMap<String, String>();
        var replacing = new LinkedHashMap<String, String>();
        var ticked = new LinkedHashSet<String>();
        sent.forEach(
                (name, values) -> {
                    var first = values.getFirst() == null ? "" : values.getFirst().strip();
                    if (name.startsWith(FORM)) forms.put(name.substring(FORM.length()), first);
                    if (name.startsWith(QUANTITY))
                        quantities.put(name.substring(QUANTITY.length()), first);
                    if (name.startsWith(WORDS))
                        words.put(name.substring(WORDS.length()), cut(first, 500));
                    if (name.startsWith(REPLACING))
                        replacing.put(name.substring(REPLACING.length()), cut(first, 100));
                    if (TICKS.stream().anyMatch(name::startsWith)) ticked.add(name);
                });
        return new HandedOver(
                cut(sent.getOrDefault("filerName", List.of("")).getFirst().strip(), 200),
                forms,
                quantities,
                words,
                replacing,
                ticked,
                scans,
                sent.getOrDefault("returnWay", List.of("COUNTER")).getFirst());
    }

    String form(String component) {
        return forms.getOrDefault(component, "");
    }

    boolean is(String tick, String component) {
        return ticked.contains(tick + component);
    }

    List<UUID> files(String component) {
        return scans.getOrDefault(component, List.of());
    }

    /// What was found of a paper that is there.
    PaperCheck check(String component) {
        var source =
                switch (form(component)) {
                    case REUSED -> PaperCheck.Source.REUSED;
                    case DATA -> PaperCheck.Source.DATA;
                    default -> PaperCheck.Source.HANDED_IN;
                };
        boolean scanned = !files(component).isEmpty();
        return new PaperCheck(
                is("seen.", component),
                scanned && is("complete.", component),
                scanned && is("legible.", component),
                scanned && is("sides.", component),
                source,
                source == PaperCheck.Source.REUSED ? code(component) : null,
                null,
                null);
    }

    @Nullable String code(String component) {
        var code = replacing.getOrDefault(component, "");
        return code.isBlank() ? null : code;
    }

    /// An id as a page sent it; nobody's when it is none.
    static UUID id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : new UUID(0, 0);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
