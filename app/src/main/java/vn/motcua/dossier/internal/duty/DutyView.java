package vn.motcua.dossier.internal.duty;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What has to be paid for a dossier: beside the dossier, and on the page on which an officer says
/// the amount or confirms the receipt.
///
/// @param mayAsk whether the reader may say the amount
/// @param mayConfirm whether the reader may confirm the payment
/// @param typed fields of the form, as they were sent
/// @param errors field id to words
/// @param letter the letter to be read before it is sent; null before an amount was given
public record DutyView(
        UUID dossier,
        String code,
        LocalText procedure,
        String owner,
        int version,
        List<Line> duties,
        boolean mayAsk,
        boolean mayConfirm,
        Map<String, String> typed,
        Map<String, String> errors,
        @Nullable Letter letter) {
    public DutyView {
        duties = List.copyOf(duties);
    }

    DutyView with(@Nullable Letter read) {
        return new DutyView(
                dossier,
                code,
                procedure,
                owner,
                version,
                duties,
                mayAsk,
                mayConfirm,
                typed,
                errors,
                read);
    }

    /// @param amount in words; null while it is open
    /// @param paid the receipt in words; null until it is confirmed
    /// @param notice the letter that told it; null for none
    public record Line(
            int number,
            List<Fee> fees,
            @Nullable String amount,
            @Nullable String ground,
            Duty.Standing standing,
            @Nullable String payBy,
            @Nullable String paid,
            boolean startsClock,
            @Nullable UUID notice) {}

    /// The letter before it is sent.
    ///
    /// @param account where it is paid, in one line; null where the agency has none
    /// @param seen to be sent with the press that sends the letter
    public record Letter(
            String amount,
            String inWords,
            String payBy,
            String reference,
            @Nullable String account,
            String pdf,
            String seen) {}

    /// @param amount in words; null where the release leaves it open
    public record Fee(LocalText name, @Nullable String amount) {}
}
