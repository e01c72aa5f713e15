package vn.motcua.organization.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.motcua.organization.Commune;
import vn.motcua.organization.Province;

/// Names of communes and former districts, old and new, ready for looking up.
final class UnitIndex {
    /// Something a person may call a place by.
    ///
    /// @param name taken apart
    /// @param shown how to show it as a former name; null for a name of today
    /// @param district key of the former district it lay in, null when it is one or lies in none
    /// @param province key of the province's bare name then
    /// @param rank 0 today's commune, 1 former commune, 2 former district
    record Entry(
            Name name,
            @Nullable String shown,
            @Nullable String district,
            @Nullable String province,
            int rank,
            List<Commune> communes) {}

    private static final Map<String, String> ALIASES =
            Map.of(
                    "hcm", "hochiminh",
                    "tphcm", "hochiminh",
                    "saigon", "hochiminh",
                    "hn", "hanoi",
                    "thuathienhue", "hue",
                    "tthue", "hue",
                    "vungtau", "bariavungtau",
                    "brvt", "bariavungtau",
                    "daclac", "daklak",
                    "dacnong", "daknong");

    private final TreeMap<String, List<Entry>> byKey = new TreeMap<>();
    private final Map<String, Province> provincesToday;
    private final Map<String, String> provinceKeys = new HashMap<>();
    /// Keys of former districts and provinces, by code of today's commune.
    private final Map<String, Set<String>> formerPlaces = new HashMap<>(8_000);

    private final Set<String> places = new HashSet<>();
    private final Set<String> cities = new HashSet<>();
    private final Set<String> namesToday = new HashSet<>();

    UnitIndex(UnitRecords records) {
        provincesToday = new HashMap<>();
        var keys = new HashMap<Province, String>();
        for (var province : records.provinces()) {
            var key = key(province);
            keys.put(province, key);
            places.add(key);
            if (province.name().vi().startsWith("Thành phố ")) cities.add(key);
            if (province.validTo() != null) continue;
            provincesToday.put(province.code(), province);
            namesToday.add(bare(province));
            provinceKeys.put(province.code(), key);
        }
        for (var current : records.current()) {
            var commune = current.commune();
            var name = Name.official(commune.name(), current.key());
            add(new Entry(name, null, null, provinceKey(commune), 0, List.of(commune)));
        }
        addFormer(records.former(), keys);
    }

    private void addFormer(List<UnitRecords.Former> former, Map<Province, String> keys) {
        var districts = new LinkedHashMap<UnitRecords.District, Map<String, Integer>>();
        var communes = new HashMap<String, Commune>(8_000);
        for (var unit : former) {
            var district = unit.district();
            var province = district == null ? null : district.province();
            var provinceKey = province == null ? null : keys.get(province);
            var districtKey = district == null ? null : district.key();
            for (var commune : unit.successors()) {
                if (district == null) break;
                communes.put(commune.code(), commune);
                districts
                        .computeIfAbsent(district, _ -> new LinkedHashMap<>())
                        .merge(commune.code(), 1, Integer::sum);
                var known = formerPlaces.computeIfAbsent(commune.code(), _ -> new HashSet<>(4));
                known.add(district.key());
                if (provinceKey != null) known.add(provinceKey);
            }
            if (unit.name() == null) continue;
            var name = Name.official(unit.name(), unit.key());
            var shown = district == null ? unit.name() : unit.name() + ", " + district.name();
            shown = withProvince(shown, province);
            add(new Entry(name, shown, districtKey, provinceKey, 1, unit.successors()));
        }
        districts.forEach((district, counts) -> addDistrict(district, counts, communes, keys));
    }

    /// Today's communes under a former district's name, those that took most of its communes first.
    private void addDistrict(
            UnitRecords.District district,
            Map<String, Integer> counts,
            Map<String, Commune> communes,
            Map<Province, String> keys) {
        var codes = new ArrayList<>(counts.keySet());
        codes.sort((a, b) -> counts.getOrDefault(b, 0) - counts.getOrDefault(a, 0));
        var successors = codes.stream().map(c -> Objects.requireNonNull(communes.get(c))).toList();
        var province = district.province();
        var name = Name.official(district.name(), district.key());
        var shown = withProvince(district.name(), province);
        places.add(district.key());
        add(
                new Entry(
                        name,
                        shown,
                        null,
                        province == null ? null : keys.get(province),
                        2,
                        successors));
    }

    private String withProvince(String name, @Nullable Province then) {
        if (then == null) return name;
        boolean stands = namesToday.contains(bare(then));
        return stands ? name : name + ", " + then.name().vi();
    }

    /// `Thành phố Huế` and `Tỉnh Thừa Thiên Huế` are two names; `Tỉnh`, `Thành phố Đồng Nai` one.
    private static String bare(Province province) {
        return Name.official(province.name().vi(), "").bare();
    }

    private void add(Entry entry) {
        byKey.computeIfAbsent(entry.name().key(), _ -> new ArrayList<>(2)).add(entry);
    }

    private static String key(Province province) {
        return Name.official(province.name().vi()).key();
    }

    private @Nullable String provinceKey(Commune commune) {
        return provinceKeys.get(commune.provinceCode());
    }

    Province province(Commune commune) {
        return Objects.requireNonNull(provincesToday.get(commune.provinceCode()));
    }

    List<Entry> named(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /// Entries whose key begins with `start`, the shortest names' first letters deciding the order.
    List<Entry> beginning(String start, int limit) {
        var found = new ArrayList<Entry>();
        for (var line : byKey.tailMap(start, false).entrySet()) {
            if (!line.getKey().startsWith(start) || found.size() >= limit) break;
            found.addAll(line.getValue());
        }
        return found;
    }

    /// Keys at most `limit` typing errors away, with their distance.
    Map<String, Integer> near(String key, int limit) {
        var found = new HashMap<String, Integer>();
        for (var candidate : byKey.keySet()) {
            int distance = Spelling.distance(key, candidate, limit);
            if (distance > 0 && distance <= limit) found.put(candidate, distance);
        }
        return found;
    }

    boolean isPlace(List<Name> readings) {
        return readings.stream()
                .anyMatch(
                        name ->
                                (name.level() == null || !name.level().isCommune())
                                        && places.contains(unaliased(name.key())));
    }

    /// How well an entry, or its commune of today, fits the place that was written.
    Fit liesIn(Entry entry, Commune commune, List<Name> place) {
        var best = Fit.ELSEWHERE;
        for (var name : place) {
            if (name.level() != null && name.level().isCommune()) continue;
            var fit = liesIn(entry, commune, name);
            if (fit.compareTo(best) < 0) best = fit;
        }
        return best;
    }

    /// `Thành phố Trà Vinh` is the former city before it is the province of that name.
    private Fit liesIn(Entry entry, Commune commune, Name place) {
        var level = place.level();
        var key = unaliased(place.key());
        var today = Objects.requireNonNull(provinceKeys.get(commune.provinceCode()));
        boolean district = level == null || level.mayBeDistrict();
        boolean province = level == null || level.mayBeProvince();
        if (district && key.equals(entry.district())) return Fit.CERTAIN;
        if (province && (key.equals(entry.province()) || key.equals(today))) {
            boolean city = level == UnitLevel.THANH_PHO && !cities.contains(key);
            return city ? Fit.LIKELY : Fit.CERTAIN;
        }
        var known = formerPlaces.getOrDefault(commune.code(), Set.of());
        if (entry.rank() == 0 && known.contains(key)) return Fit.CERTAIN;
        boolean close =
                (district && entry.district() != null && close(key, entry.district()))
                        || (province && close(key, today))
                        || (entry.rank() == 0
                                && (known.isEmpty()
                                        || known.stream().anyMatch(k -> close(key, k))));
        return close ? Fit.LIKELY : Fit.ELSEWHERE;
    }

    /// How sure it is that a unit lies in a written place.
    enum Fit {
        CERTAIN,
        LIKELY,
        ELSEWHERE
    }

    private static String unaliased(String key) {
        return ALIASES.getOrDefault(key, key);
    }

    private static boolean close(String typed, String known) {
        return typed.length() > 4
                && Spelling.tolerance(typed) > 0
                && Spelling.distance(typed, known, 1) <= 1;
    }
}
