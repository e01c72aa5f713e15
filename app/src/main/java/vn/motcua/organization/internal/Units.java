package vn.motcua.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Commune;
import vn.motcua.organization.Province;
import vn.motcua.organization.UnitMatch;

/// Administrative units in memory. The records are read when the platform starts; the names are
/// indexed when someone first looks for one.
@Component
class Units implements AdministrativeUnits {
    private final UnitRecords records;
    private final Map<String, List<Commune>> byProvince = new HashMap<>();
    private final Map<String, List<Commune>> byCode = new HashMap<>(24_000);
    private final Map<String, Province> provincesToday = new HashMap<>();
    private final Supplier<UnitSearch> search;

    Units() {
        records = UnitRecords.load();
        for (var commune : records.communes()) {
            byProvince.computeIfAbsent(commune.provinceCode(), _ -> new ArrayList<>()).add(commune);
            byCode.computeIfAbsent(commune.code(), _ -> new ArrayList<>(2)).add(commune);
        }
        for (var province : records.provinces()) {
            if (province.validTo() == null) provincesToday.put(province.code(), province);
        }
        search = new Once<>(() -> new UnitSearch(new UnitIndex(records)));
    }

    @Override
    public List<Province> provinces(LocalDate on) {
        return records.provinces().stream().filter(p -> p.isValidOn(on)).toList();
    }

    @Override
    public Optional<Province> province(String code, LocalDate on) {
        return records.provinces().stream()
                .filter(p -> p.code().equals(code) && p.isValidOn(on))
                .findFirst();
    }

    @Override
    public Optional<Province> provinceToday(String code) {
        var today = provincesToday.get(code);
        if (today != null) return Optional.of(today);
        return records.provinces().stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .map(p -> provincesToday.get(p.mergedInto()));
    }

    @Override
    public List<Commune> communes(String provinceCode, LocalDate on) {
        return byProvince.getOrDefault(provinceCode, List.of()).stream()
                .filter(c -> c.isValidOn(on))
                .toList();
    }

    @Override
    public Optional<Commune> commune(String code, LocalDate on) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(c -> c.isValidOn(on))
                .findFirst();
    }

    @Override
    public List<UnitMatch> resolve(String typed, @Nullable String provinceCode) {
        var province = todays(provinceCode);
        if (typed.isBlank() || (provinceCode != null && province == null)) return List.of();
        return search.get().resolve(typed, province);
    }

    @Override
    public List<UnitMatch> suggest(String typed, @Nullable String provinceCode, int limit) {
        var province = todays(provinceCode);
        if (typed.isBlank() || (provinceCode != null && province == null)) return List.of();
        return search.get().suggest(typed, province, limit);
    }

    private @Nullable String todays(@Nullable String provinceCode) {
        return provinceCode == null
                ? null
                : provinceToday(provinceCode).map(Province::code).orElse(null);
    }

    /// Makes a thing when it is first asked for.
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T made;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            var thing = made;
            if (thing != null) return thing;
            synchronized (this) {
                var now = made;
                if (now == null) made = now = maker.get();
                return now;
            }
        }
    }
}
