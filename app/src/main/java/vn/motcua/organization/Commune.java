package vn.motcua.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A commune, ward or special zone over one stretch of time. Codes outlive names and borders: a
/// code alone does not say which year it belongs to.
///
/// @param code statistical code, five digits
/// @param name with its level: `Phường Bến Thành`
/// @param provinceCode code of its province at the time
/// @param district its district, null since 1/7/2025
public record Commune(
        String code,
        String name,
        String provinceCode,
        @Nullable String district,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
