package vn.motcua.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Provinces and communes, now and before the mergers of 1/7/2025.
public interface AdministrativeUnits {
    List<Province> provinces(LocalDate on);

    Optional<Province> province(String code, LocalDate on);

    /// Today's province for a code of today or of the 63.
    Optional<Province> provinceToday(String code);

    /// Communes of a province by code; before 1/7/2025 with their districts.
    List<Commune> communes(String provinceCode, LocalDate on);

    Optional<Commune> commune(String code, LocalDate on);

    /// Today's communes for any current or former name, with or without marks, level and district,
    /// best first: names that agree; where none does, names that begin so; where none does, names a
    /// small error away. A commune that was split gives several, a former district all that took it
    /// over.
    ///
    /// @param provinceCode limits the answer to one province of today; a former code is read as
    ///     such
    List<UnitMatch> resolve(String typed, @Nullable String provinceCode);

    /// As `resolve`, for a field being typed in: agreeing names first, then those that begin so.
    List<UnitMatch> suggest(String typed, @Nullable String provinceCode, int limit);
}
