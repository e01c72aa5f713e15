package vn.motcua.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Money;

/// One line of what a filing costs. A published 0 without the words "free" is *unknown*, not free.
///
/// @param id stable name of the line, null when nobody refers to it
/// @param amount null when unknown
/// @param free explicitly stated to cost nothing
/// @param unknown the source leaves the amount to somebody else, as a rule the provincial council
/// @param per what one amount is paid for (`một bản`), null for the whole dossier
/// @param when expression over the answers, null for always
/// @param quantity expression giving how many times the amount is due, null for once
public record FeeLine(
        @Nullable String id,
        Kind kind,
        @Nullable Money amount,
        boolean free,
        boolean unknown,
        LocalText name,
        @Nullable LocalText note,
        @Nullable LocalText per,
        @Nullable String when,
        @Nullable String quantity,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /// The law's two kinds of charges, and the price an enterprise asks for its service.
    public enum Kind {
        /// phí
        FEE,
        /// lệ phí
        STATE_CHARGE,
        /// giá dịch vụ, giá bản sao
        PRICE
    }

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }
}
