package vn.motcua.organization.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.UnitMatch;

/// What the address field asks for while someone types; public and the same for everybody.
@RestController
class UnitsController {
    private static final int MOST = 12;
    private static final int LONGEST = 100;
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final AdministrativeUnits units;
    private final Clock clock;

    UnitsController(AdministrativeUnits units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /// @param former former name by which it was found, absent when found by its own
    record Line(
            String code,
            String name,
            String province,
            String provinceName,
            @Nullable String former) {
        static Line of(UnitMatch match) {
            var province = match.province();
            return new Line(
                    match.commune().code(),
                    match.commune().name(),
                    province.code(),
                    province.name().vi(),
                    match.formerName());
        }
    }

    /// With `q` the communes it may mean; without, all communes of the province.
    @GetMapping("/units/communes")
    ResponseEntity<List<Line>> communes(
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(defaultValue = "") String q) {
        var of = province == null || province.isBlank() ? null : province;
        var typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        var lines =
                typed.isBlank()
                        ? all(of)
                        : units.suggest(typed, of, MOST).stream().map(Line::of).toList();
        return ResponseEntity.ok().cacheControl(FOR_A_DAY).body(lines);
    }

    private List<Line> all(@Nullable String code) {
        if (code == null) return List.of();
        var province = units.provinceToday(code);
        if (province.isEmpty()) return List.of();
        var today = HanoiTime.dateOf(clock.instant());
        return units.communes(province.get().code(), today).stream()
                .map(commune -> Line.of(new UnitMatch(commune, province.get(), null)))
                .toList();
    }
}
