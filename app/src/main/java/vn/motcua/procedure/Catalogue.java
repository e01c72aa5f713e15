package vn.motcua.procedure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The procedures in force, to be found by words or by filters. Words may lack marks, be
/// misspelt, be typed with an input method switched off, stand in any order or be abbreviated
/// as people do (CCCD, GPLX).
public interface Catalogue {
    Found search(Query query);

    /// @param text what somebody typed; blank to browse
    /// @param field code of a field, null for all
    /// @param agency unit group of the agency that settles it, as `commune-police`; null for all
    /// @param online only what can be filed online
    /// @param literal take the typed letters as they are, without mending
    /// @param after key of the last hit of the page before, null for the first page
    /// @param size hits on a page
    /// @param reach only what goes exactly this far online; null for all
    record Query(
            String text,
            @Nullable LifeEvent event,
            @Nullable String field,
            @Nullable String agency,
            @Nullable Audience audience,
            @Nullable Level level,
            boolean online,
            boolean literal,
            @Nullable String after,
            int size,
            @Nullable OnlineLevel reach) {
        public static final int MAX_TEXT = 200;

        public Query {
            if (text.length() > MAX_TEXT) text = text.substring(0, MAX_TEXT);
            size = Math.clamp(size, 1, 100);
        }

        public Query(
                String text,
                @Nullable LifeEvent event,
                @Nullable String field,
                @Nullable String agency,
                @Nullable Audience audience,
                @Nullable Level level,
                boolean online,
                boolean literal,
                @Nullable String after,
                int size) {
            this(text, event, field, agency, audience, level, online, literal, after, size, null);
        }

        public static Query of(String text) {
            return new Query(text, null, null, null, null, null, false, false, null, 10);
        }
    }

    /// @param hits best first
    /// @param total how many there are on all pages
    /// @param next key for [Query#after]; null on the last page
    /// @param mended the words searched for instead of the typed ones; null when they are the same
    /// @param partly no procedure has all the words; these have most of them
    /// @param nearest words of the catalogue that look like the typed ones, when nothing was found
    record Found(
            List<Release> hits,
            int total,
            @Nullable String next,
            Facets facets,
            @Nullable String mended,
            boolean partly,
            List<String> nearest) {
        public Found {
            hits = List.copyOf(hits);
            nearest = List.copyOf(nearest);
        }
    }

    /// How many procedures each further filter would leave.
    ///
    /// @param fields the most frequent fields, most frequent first
    /// @param agencies unit groups, most frequent first
    record Facets(
            Map<LifeEvent, Integer> events,
            List<FieldCount> fields,
            List<AgencyCount> agencies,
            Map<Audience, Integer> audiences,
            Map<Level, Integer> levels,
            int online,
            Map<OnlineLevel, Integer> reach) {
        public static final Facets NONE =
                new Facets(
                        new EnumMap<>(LifeEvent.class),
                        List.of(),
                        List.of(),
                        new EnumMap<>(Audience.class),
                        new EnumMap<>(Level.class),
                        0,
                        new EnumMap<>(OnlineLevel.class));
    }

    record FieldCount(ProcedureRecord.Field field, int count) {}

    record AgencyCount(String unitGroup, int count) {}
}
