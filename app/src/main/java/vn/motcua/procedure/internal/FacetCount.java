package vn.motcua.procedure.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.Catalogue.Facets;
import vn.motcua.procedure.Catalogue.FieldCount;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.LifeEvent;

/// Counts what further filters would leave.
final class FacetCount {
    private static final int FIELDS = 8;

    private final CatalogueIndex index;
    private final int[] events = new int[LifeEvent.values().length];
    private final int[] audiences = new int[Audience.values().length];
    private final int[] levels = new int[Level.values().length];
    private final int[] fields;
    private int online;

    FacetCount(CatalogueIndex index) {
        this.index = index;
        this.fields = new int[index.fields.length];
    }

    void add(int doc) {
        count(events, index.events[doc]);
        count(audiences, index.audiences[doc]);
        count(levels, index.levels[doc]);
        if (index.online[doc]) online++;
        fields[index.fieldOf[doc]]++;
    }

    private static void count(int[] counts, int bits) {
        for (int left = bits; left != 0; left &= left - 1) {
            counts[Integer.numberOfTrailingZeros(left)]++;
        }
    }

    Facets counted() {
        var top =
                IntStream.range(0, fields.length)
                        .filter(field -> fields[field] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer field) -> -fields[field]))
                        .limit(FIELDS)
                        .map(field -> new FieldCount(index.fields[field], fields[field]))
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
