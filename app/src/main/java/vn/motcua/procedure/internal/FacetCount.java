package vn.motcua.procedure.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.Catalogue.AgencyCount;
import vn.motcua.procedure.Catalogue.Facets;
import vn.motcua.procedure.Catalogue.FieldCount;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.OnlineLevel;

/// Counts what further filters would leave.
final class FacetCount {
    private static final int FIELDS = 8;

    private final CatalogueIndex index;
    private final int[] events = new int[LifeEvent.values().length];
    private final int[] audiences = new int[Audience.values().length];
    private final int[] levels = new int[Level.values().length];
    private final int[] fields;
    private final int[] agencies;
    private final int[] reach = new int[OnlineLevel.values().length];
    private int online;

    FacetCount(CatalogueIndex index) {
        this.index = index;
        this.fields = new int[index.fields.length];
        this.agencies = new int[index.agencies.length];
    }

    void add(int doc) {
        count(events, index.events[doc]);
        count(audiences, index.audiences[doc]);
        count(levels, index.levels[doc]);
        if (index.online[doc]) online++;
        reach[index.reach[doc].level().ordinal()]++;
        fields[index.fieldOf[doc]]++;
        agencies[index.agencyOf[doc]]++;
    }

    private static void count(int[] counts, int bits) {
        for (int left = bits; left != 0; left &= left - 1) {
            counts[Integer.numberOfTrailingZeros(left)]++;
        }
    }

    Facets counted() {
        return new Facets(
                named(LifeEvent.class, events),
                mostFrequent(fields)
                        .limit(FIELDS)
                        .mapToObj(field -> new FieldCount(index.fields[field], fields[field]))
                        .toList(),
                mostFrequent(agencies)
                        .mapToObj(group -> new AgencyCount(index.agencies[group], agencies[group]))
                        .toList(),
                named(Audience.class, audiences),
                named(Level.class, levels),
                online,
                named(OnlineLevel.class, reach));
    }

    private static IntStream mostFrequent(int[] counts) {
        return IntStream.range(0, counts.length)
                .filter(at -> counts[at] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer at) -> -counts[at]))
                .mapToInt(Integer::intValue);
    }

    private static <E extends Enum<E>> Map<E, Integer> named(Class<E> type, int[] counts) {
        var named = new EnumMap<E, Integer>(type);
        for (var constant : type.getEnumConstants()) {
            if (counts[constant.ordinal()] > 0) named.put(constant, counts[constant.ordinal()]);
        }
        return named;
    }
}
