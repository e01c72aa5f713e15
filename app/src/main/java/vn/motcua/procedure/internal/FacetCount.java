package vn.motcua.procedure.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.Catalogue.Facets;
import vn.motcua.procedure.Catalogue.FieldCount;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.ProcedureRecord;

/// Counts what further filters would leave.
final class FacetCount {
    private static final int FIELDS = 8;

    private final CatalogueIndex index;
    private final int[] events = new int[LifeEvent.values().length];
    private final int[] audiences = new int[Audience.values().length];
    private final int[] levels = new int[Level.values().length];
    private final Map<String, int[]> fields = new HashMap<>();
    private final Map<String, ProcedureRecord.Field> fieldNames = new HashMap<>();
    private int online;

    FacetCount(CatalogueIndex index) {
        this.index = index;
    }

    void add(int doc) {
        count(events, index.events[doc]);
        count(audiences, index.audiences[doc]);
        count(levels, index.levels[doc]);
        if (index.online[doc]) online++;
        var field = index.releases[doc].record().field();
        fields.computeIfAbsent(
                field.code(),
                code -> {
                    fieldNames.put(code, field);
                    return new int[1];
                })[0]++;
    }

    private static void count(int[] counts, int bits) {
        for (int i = 0; i < counts.length; i++) {
            if ((bits & 1 << i) != 0) counts[i]++;
        }
    }

    Facets counted() {
        var top =
                fields.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<String, int[]> entry) ->
                                                        -entry.getValue()[0])
                                        .thenComparing(Map.Entry::getKey))
                        .limit(FIELDS)
                        .map(
                                entry ->
                                        new FieldCount(
                                                fieldNames.get(entry.getKey()),
                                                entry.getValue()[0]))
                        .toList();
        return new Facets(
                named(LifeEvent.class, events),
                top,
                named(Audience.class, audiences),
                named(Level.class, levels),
                online);
    }

    private static <E extends Enum<E>> Map<E, Integer> named(Class<E> type, int[] counts) {
        var named = new EnumMap<E, Integer>(type);
        for (var constant : type.getEnumConstants()) {
            if (counts[constant.ordinal()] > 0) named.put(constant, counts[constant.ordinal()]);
        }
        return named;
    }
}
