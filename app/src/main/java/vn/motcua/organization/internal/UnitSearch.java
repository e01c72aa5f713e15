package vn.motcua.organization.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.organization.Commune;
import vn.motcua.organization.UnitMatch;
import vn.motcua.organization.internal.UnitIndex.Entry;

/// Finds today's communes for what someone typed. Every way of reading the words is tried; a hit
/// costs the more, the further it is from what was written, and the cheapest hits are the answer.
final class UnitSearch {
    private static final int OTHER_LEVEL = 30;
    private static final int MARKS_MISSING = 10;
    private static final int OTHER_MARKS = 28;
    private static final int BLANKS_DIFFER = 5;
    private static final int FORMER_COMMUNE = 3;
    private static final int FORMER_DISTRICT = 6;
    private static final int BEGINS_SO = 100;
    private static final int TYPING_ERROR = 100;
    private static final int LIKELY = 28;
    private static final int ELSEWHERE = 300;

    /// Hits up to this much dearer than the best are shown with it.
    private static final int COMPANY = 25;

    private static final int COMPANY_OF_GUESSES = 60;
    private static final int MOST_BEGINNINGS = 400;
    private static final int MOST = 200;

    private final UnitIndex index;

    UnitSearch(UnitIndex index) {
        this.index = index;
    }

    private record Hit(Commune commune, Entry entry, int cost, int order) {}

    List<UnitMatch> resolve(String typed, @Nullable String province) {
        var hits = hits(typed, province, false);
        if (hits.isEmpty()) return List.of();
        int best = hits.getFirst().cost;
        int limit = best + (best < COMPANY ? COMPANY : COMPANY_OF_GUESSES);
        return hits.stream().filter(h -> h.cost < limit).limit(MOST).map(this::match).toList();
    }

    List<UnitMatch> suggest(String typed, @Nullable String province, int limit) {
        return hits(typed, province, true).stream().limit(limit).map(this::match).toList();
    }

    private UnitMatch match(Hit hit) {
        return new UnitMatch(hit.commune, index.province(hit.commune), hit.entry.shown());
    }

    private List<Hit> hits(String typed, @Nullable String province, boolean whileTyping) {
        var found = new HashMap<Commune, Hit>();
        var places = TypedPlace.readings(typed, index::isPlace);
        for (var place : places) collect(place, province, found, this::agreeing);
        int best = best(found);
        if (best >= BEGINS_SO || whileTyping) {
            for (var place : places) collect(place, province, found, this::beginning);
        }
        if (best(found) > TYPING_ERROR) {
            for (var place : places) collect(place, province, found, this::misspelt);
        }
        return sorted(found.values());
    }

    private static int best(Map<Commune, Hit> found) {
        return found.values().stream().mapToInt(Hit::cost).min().orElse(Integer.MAX_VALUE);
    }

    private static List<Hit> sorted(Collection<Hit> hits) {
        return hits.stream()
                .sorted(
                        Comparator.comparingInt(Hit::cost)
                                .thenComparingInt(Hit::order)
                                .thenComparing(h -> h.commune.code()))
                .toList();
    }

    /// Names that may be meant, with what the difference costs.
    private interface Candidates {
        Map<Entry, Integer> of(Name typed);
    }

    private void collect(
            TypedPlace place,
            @Nullable String province,
            Map<Commune, Hit> found,
            Candidates candidates) {
        for (var typed : place.head()) {
            for (var candidate : candidates.of(typed).entrySet()) {
                var entry = candidate.getKey();
                int cost = place.penalty() + candidate.getValue() + differences(typed, entry);
                int order = 0;
                for (var commune : entry.communes()) {
                    order++;
                    if (province != null && !commune.provinceCode().equals(province)) continue;
                    int away = 0;
                    for (var where : place.context()) {
                        away +=
                                switch (index.liesIn(entry, commune, where)) {
                                    case CERTAIN -> 0;
                                    case LIKELY -> LIKELY;
                                    case ELSEWHERE -> ELSEWHERE;
                                };
                    }
                    var hit = new Hit(commune, entry, cost + away, order);
                    found.merge(commune, hit, (a, b) -> b.cost < a.cost ? b : a);
                }
            }
        }
    }

    private Map<Entry, Integer> agreeing(Name typed) {
        var found = new HashMap<Entry, Integer>();
        for (var entry : index.named(typed.key())) {
            if (mayMean(typed, entry)) found.put(entry, 0);
        }
        return found;
    }

    private Map<Entry, Integer> beginning(Name typed) {
        var found = new HashMap<Entry, Integer>();
        if (typed.key().length() < 2 && typed.level() == null) return found;
        for (var entry : index.beginning(typed.key(), MOST_BEGINNINGS)) {
            if (mayMean(typed, entry)) found.put(entry, BEGINS_SO);
        }
        return found;
    }

    private Map<Entry, Integer> misspelt(Name typed) {
        var found = new HashMap<Entry, Integer>();
        int limit = Spelling.tolerance(typed.key());
        if (limit == 0) return found;
        index.near(typed.key(), limit)
                .forEach(
                        (key, distance) -> {
                            for (var entry : index.named(key)) {
                                if (mayMean(typed, entry)) {
                                    found.put(entry, BEGINS_SO + TYPING_ERROR * distance);
                                }
                            }
                        });
        return found;
    }

    /// `Quận 12` is no `Phường 12`; which kind of commune, people mix up.
    private static boolean mayMean(Name typed, Entry entry) {
        var level = typed.level();
        if (level == null) return true;
        return entry.rank() == 2 ? level.mayBeDistrict() : level.isCommune();
    }

    private static int differences(Name typed, Entry entry) {
        int cost = typed.level() == null || typed.level() == entry.name().level() ? 0 : OTHER_LEVEL;
        cost += entry.rank() == 0 ? 0 : entry.rank() == 1 ? FORMER_COMMUNE : FORMER_DISTRICT;
        var written = Spelling.marked(typed.bare());
        var name = Spelling.marked(entry.name().bare());
        if (name.startsWith(written)) return cost;
        var folded = Fold.fold(typed.bare());
        cost += written.equals(folded) ? MARKS_MISSING : OTHER_MARKS;
        return cost + (Fold.fold(entry.name().bare()).startsWith(folded) ? 0 : BLANKS_DIFFER);
    }
}
