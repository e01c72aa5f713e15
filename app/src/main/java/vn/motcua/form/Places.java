package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The administrative units as far as addresses in forms need them.
public interface Places {
    record Unit(String code, String name) {}

    /// @param former the abolished name that was typed, when the unit was found by it
    record Match(Unit province, Unit commune, @Nullable String former) {}

    List<Unit> provinces(LocalDate on);

    Optional<Unit> province(String code, LocalDate on);

    /// The commune, if it exists on that day in that province.
    Optional<Unit> commune(String province, String code, LocalDate on);

    /// Today's communes for a current or former name, best first.
    List<Match> resolve(String typed, @Nullable String province);

    /// A country without units, for forms that ask for no address.
    static Places none() {
        return new Places() {
            @Override
            public List<Unit> provinces(LocalDate on) {
                return List.of();
            }

            @Override
            public Optional<Unit> province(String code, LocalDate on) {
                return Optional.empty();
            }

            @Override
            public Optional<Unit> commune(String province, String code, LocalDate on) {
                return Optional.empty();
            }

            @Override
            public List<Match> resolve(String typed, @Nullable String province) {
                return List.of();
            }
        };
    }
}
