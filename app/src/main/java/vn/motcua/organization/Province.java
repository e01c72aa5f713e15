package vn.motcua.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A province or centrally run city over one stretch of time. The key is code *and* `validFrom`:
/// seven codes were given to other names on 1/7/2025.
///
/// @param code statistical code, two digits
/// @param name with its level: `Tỉnh Nghệ An`, `Thành phố Huế`
/// @param validFrom first day, null when before the records
/// @param validTo last day, null today
/// @param mergedInto code of the province it went into, null today
/// @param agencyCode national identification code of its people's committee
/// @param agencyCodeVerified whether that code was seen in publications, not only derived
public record Province(
        String code,
        LocalText name,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String mergedInto,
        String agencyCode,
        boolean agencyCodeVerified) {
    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }
}
