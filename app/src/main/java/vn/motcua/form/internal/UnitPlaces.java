package vn.motcua.form.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.form.Places;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Province;

/// Places from the administrative units of the country.
@Component
class UnitPlaces implements Places {
    private final AdministrativeUnits units;

    UnitPlaces(AdministrativeUnits units) {
        this.units = units;
    }

    @Override
    public List<Unit> provinces(LocalDate on) {
        return units.provinces(on).stream().map(UnitPlaces::unit).toList();
    }

    @Override
    public Optional<Unit> province(String code, LocalDate on) {
        return units.province(code, on).map(UnitPlaces::unit);
    }

    @Override
    public Optional<Unit> commune(String province, String code, LocalDate on) {
        return units.commune(code, on)
                .filter(c -> c.provinceCode().equals(province))
                .map(c -> new Unit(c.code(), c.name()));
    }

    @Override
    public List<Match> resolve(String typed, @Nullable String province) {
        return units.resolve(typed, province).stream()
                .map(
                        m ->
                                new Match(
                                        unit(m.province()),
                                        new Unit(m.commune().code(), m.commune().name()),
                                        m.formerName()))
                .toList();
    }

    private static Unit unit(Province p) {
        return new Unit(p.code(), p.name().vi());
    }
}
