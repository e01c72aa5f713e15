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
    private final Map<String, OneField> fields = new HashMap<>();
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
        fields.computeIfAbsent(field.code(), _ -> new OneField(field)).count++;
    }

    private static final class OneField {
        final ProcedureRecord.Field field;
        int count;

        OneField(ProcedureRecord.Field field) {
            this.field = field;
        }
    }

    private static void count(int[] counts, int bits) {
        for (int i = 0; i < counts.length; i++) {
            if ((bits & 1 << i) != 0) counts[i]++;
        }
    }

    Facets counted() {
        var top =
                fields.values().stream()
                        .sorted(
                                Comparator.comparingInt((OneField one) -> -one.count)
                                        .thenComparing(one -> one.field.code()))
                        .limit(FIELDS)
                        .map(one -> new FieldCount(one.field, one.count))
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
