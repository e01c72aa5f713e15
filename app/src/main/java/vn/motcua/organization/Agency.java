package vn.motcua.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// An agency that receives or settles dossiers.
///
/// @param code its identification code, for example `H29.101`
/// @param parent code of the agency above, null at the top
/// @param provinceCode statistical code of its province, null for a central one
/// @param communeCode statistical code of its commune, null above the commune
/// @param desk name of its one-stop desk
/// @param unitGroup the word by which procedures name who settles them: `commune`,
///     `commune-police`, `department-justice` …
/// @param intake when the desk takes dossiers in, in words
/// @param validTo last day, null while it works
/// @param verified whether the code was seen in an official publication; false in sample data
public record Agency(
        String code,
        LocalText name,
        AgencyKind kind,
        @Nullable String parent,
        @Nullable String provinceCode,
        @Nullable String communeCode,
        String address,
        String phone,
        LocalText desk,
        String unitGroup,
        LocalText intake,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean verified) {
    public Agency {
        code = new AgencyCode(code).value();
    }

    /// An agency of the usual group of its kind, with nothing said of hours and dates.
    public Agency(
            String code,
            LocalText name,
            AgencyKind kind,
            @Nullable String parent,
            @Nullable String provinceCode,
            @Nullable String communeCode,
            String address,
            String phone,
            LocalText desk) {
        this(
                code,
                name,
                kind,
                parent,
                provinceCode,
                communeCode,
                address,
                phone,
                desk,
                usualGroup(kind),
                LocalText.of(""),
                null,
                null,
                false);
    }

    /// Whether the agency works on that day.
    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }

    private static String usualGroup(AgencyKind kind) {
        return switch (kind) {
            case MINISTRY -> "ministry";
            case PROVINCIAL_COMMITTEE -> "provincial-committee";
            case DEPARTMENT -> "department";
            case COMMUNE_COMMITTEE -> "commune";
            case PROVINCIAL_POLICE -> "provincial-police";
            case COMMUNE_POLICE -> "commune-police";
            case SERVICE_CENTRE -> "service-centre";
        };
    }
}
