package vn.motcua.identity;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Personal identification number (số định danh cá nhân): `AAA C YY NNNNNN`, twelve digits
/// without a check digit. A valid form proves nothing about existence.
///
/// Source: [identity-law]; the codes of the 63 provinces before 1/7/2025 stay valid for life.
public record PersonalId(String value) {
    /// Provinces of birth registration; the codes of abolished provinces remain for life.
    private static final Set<String> PROVINCES =
            Set.of(
                    "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017",
                    "019", "020", "022", "024", "025", "026", "027", "030", "031", "033", "034",
                    "035", "036", "037", "038", "040", "042", "044", "045", "046", "048", "049",
                    "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068",
                    "070", "072", "074", "075", "077", "079", "080", "082", "083", "084", "086",
                    "087", "089", "091", "092", "093", "094", "095", "096");

    public PersonalId {
        var fault = fault(value);
        if (fault != null) throw new IllegalArgumentException(fault);
        value = Typed.compact(value);
    }

    /// Reads a typed number; blanks, dots and dashes between digits are forgiven.
    public static Optional<PersonalId> parse(@Nullable String typed) {
        return fault(typed) == null
                ? Optional.of(new PersonalId(Typed.compact(typed)))
                : Optional.empty();
    }

    /// The message key of what is wrong, or null.
    public static @Nullable String fault(@Nullable String typed) {
        var digits = Typed.compact(typed);
        if (digits.isEmpty()) return "identity.personal-id.missing";
        if (!Typed.digitsOnly(digits)) return "identity.personal-id.characters";
        if (digits.length() != 12) return "identity.personal-id.length";
        if (!knownPlace(digits.substring(0, 3))) return "identity.personal-id.province";
        return null;
    }

    private static boolean knownPlace(String code) {
        return code.charAt(0) != '0' || PROVINCES.contains(code);
    }

    /// Code of the province of birth registration, or of the country for those born abroad.
    public String place() {
        return value.substring(0, 3);
    }

    public boolean bornAbroad() {
        return value.charAt(0) != '0';
    }

    /// `male` or `female`.
    public String sex() {
        return (value.charAt(3) - '0') % 2 == 0 ? "male" : "female";
    }

    public int birthYear() {
        int century = (value.charAt(3) - '0') / 2;
        int first = century == 4 ? 1800 : 1900 + 100 * century;
        return first + Integer.parseInt(value, 4, 6, 10);
    }

    static int provinceCount() {
        return PROVINCES.size();
    }

    /// Never the whole number: this lands in logs.
    @Override
    public String toString() {
        return "PersonalId[…" + value.substring(9) + "]";
    }
}
