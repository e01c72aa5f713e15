package vn.motcua.dossier.internal.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.kernel.HanoiTime;

/// What an officer typed on the page of an act, as it was typed, so that it can come back.
///
/// @param version of the dossier the officer had before them; 0 before the page was sent
/// @param components ids of the components ticked to be supplemented
/// @param wanted words beside a component, by its id
/// @param lines other things asked, one a line
/// @param lateWords why a late dossier is late, beside the reason chosen
/// @param seen digest of the letter the officer has read; empty before
/// @param identity whether the person's identity was checked
/// @param facts what the step asks for the result, by id
/// @param unreadable names of fields with characters no paper can carry; they were left out
public record Typed(
        int version,
        String token,
        String outcome,
        String reason,
        String words,
        List<String> components,
        Map<String, String> wanted,
        List<String> lines,
        String day,
        String month,
        String year,
        String time,
        String ground,
        String lateWords,
        String seen,
        boolean identity,
        Map<String, String> facts,
        Set<String> unreadable) {
    static final int EMPTY_LINES = 5;
    private static final int LONGEST = 4000;
    private static final int MOST_LINES = 50;
    private static final String WANTED = "wanted.";
    private static final String FACT = "fact.";

    /// What no keyboard types and no paper prints; line breaks and tabs may stand.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    static Typed nothing(String token, String outcome) {
        return new Typed(
                0,
                token,
                outcome,
                "",
                "",
                List.of(),
                Map.of(),
                empty(List.of(), EMPTY_LINES),
                "",
                "",
                "",
                "17:00",
                "",
                "",
                "",
                false,
                Map.of(),
                Set.of());
    }

    static Typed read(MultiValueMap<String, String> sent) {
        var wanted = new LinkedHashMap<String, String>();
        var facts = new LinkedHashMap<String, String>();
        var unreadable = new HashSet<String>();
        sent.forEach(
                (name, values) -> {
                    if (name.startsWith(WANTED))
                        wanted.put(name.substring(WANTED.length()), cut(values.getFirst()));
                    if (name.startsWith(FACT))
                        facts.put(name.substring(FACT.length()), cut(values.getFirst()));
                    if (values.stream().anyMatch(value -> CONTROL.matcher(value).find()))
                        unreadable.add(field(name));
                });
        var lines =
                sent.getOrDefault("line", List.of()).stream()
                        .map(Typed::cut)
                        .limit(MOST_LINES)
                        .toList();
        boolean more = sent.containsKey("more");
        return new Typed(
                version(first(sent, "version")),
                first(sent, "token"),
                first(sent, "outcome"),
                first(sent, "reason"),
                first(sent, "words"),
                sent.getOrDefault("component", List.of()).stream().map(Typed::cut).toList(),
                wanted,
                empty(
                        lines,
                        more ? lines.size() + EMPTY_LINES : Math.max(EMPTY_LINES, lines.size())),
                first(sent, "day"),
                first(sent, "month"),
                first(sent, "year"),
                first(sent, "time"),
                first(sent, "ground"),
                first(sent, "lateWords"),
                first(sent, "seen"),
                sent.containsKey("identity"),
                facts,
                unreadable);
    }

    /// A request to supplement before the officer has typed anything.
    Typed withAsked(
            List<String> asked,
            Map<String, String> wishes,
            List<String> own,
            String listed,
            String message) {
        return new Typed(
                version,
                token,
                outcome,
                listed,
                message,
                asked,
                wishes,
                empty(own.stream().limit(MOST_LINES).toList(), own.size() + 2),
                day,
                month,
                year,
                time,
                ground,
                lateWords,
                seen,
                identity,
                facts,
                unreadable);
    }

    /// The field of the page at which a fault of this name is told.
    private static String field(String name) {
        if (name.startsWith(WANTED) || name.equals("line") || name.equals("component"))
            return "items";
        return Set.of("month", "year", "time").contains(name) ? "day" : name;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : cut(value);
    }

    private static String cut(String text) {
        var tidy = CONTROL.matcher(text).replaceAll("").strip();
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    private static int version(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static List<String> empty(List<String> lines, int size) {
        var longer = new ArrayList<>(lines);
        while (longer.size() < Math.min(size, MOST_LINES)) longer.add("");
        return List.copyOf(longer);
    }

    /// The moment typed in the date fields; empty when there is none.
    Optional<Instant> moment() {
        try {
            var clock =
                    time.matches("[0-9]{1,2}:[0-9]{2}")
                            ? time.split(":")
                            : new String[] {"17", "00"};
            return Optional.of(
                    HanoiTime.instant(
                            LocalDateTime.of(
                                    Integer.parseInt(year),
                                    Integer.parseInt(month),
                                    Integer.parseInt(day),
                                    Integer.parseInt(clock[0]),
                                    Integer.parseInt(clock[1]))));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// What is asked: ticked components with their words, then the lines of one's own.
    List<Supplement.Item> items(Map<String, String> names) {
        var items = new ArrayList<Supplement.Item>();
        for (var component : components) {
            var name = names.get(component);
            if (name == null) continue;
            var more = wanted.getOrDefault(component, "");
            items.add(
                    new Supplement.Item(
                            "i" + (items.size() + 1),
                            component,
                            more.isBlank() ? name : name + ": " + more));
        }
        for (var line : lines) {
            if (!line.isBlank())
                items.add(new Supplement.Item("i" + (items.size() + 1), null, line));
        }
        return items;
    }
}
