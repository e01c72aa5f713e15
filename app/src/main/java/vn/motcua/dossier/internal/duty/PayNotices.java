package vn.motcua.dossier.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.print.SlipBody;
import vn.motcua.dossier.internal.print.SlipFee;
import vn.motcua.dossier.internal.processing.Slips;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.Money;

/// Writes the letter that tells a person what they have to pay, and lets it be read before.
@Component
class PayNotices {
    private final Slips slips;
    private final PayAccounts accounts;

    PayNotices(Slips slips, PayAccounts accounts) {
        this.slips = slips;
        this.accounts = accounts;
    }

    /// What stands on the letter.
    SlipBody.Payment body(
            Dossier dossier,
            int number,
            List<Duty.Line> lines,
            long amount,
            @Nullable String ground,
            LocalDate payBy,
            boolean startsClock) {
        var account = accounts.of(dossier.agency());
        return new SlipBody.Payment(
                lines.stream()
                        .filter(line -> line.amount() != null)
                        .map(
                                line ->
                                        new SlipFee(
                                                line.name().vi(),
                                                new Money(Objects.requireNonNull(line.amount())),
                                                false,
                                                null))
                        .toList(),
                new Money(amount),
                ground,
                payBy,
                account.map(PayAccounts.Account::holder).orElse(null),
                account.map(PayAccounts.Account::number).orElse(null),
                account.map(PayAccounts.Account::bank).orElse(null),
                reference(dossier, number),
                startsClock,
                false);
    }

    /// What a transfer names: letters, digits and dashes only, as banks take them.
    static String reference(Dossier dossier, int number) {
        return dossier.code().value().replace('.', '-') + "-L" + number;
    }

    UUID issue(Dossier dossier, SlipBody.Payment body, Caller by, Instant now) {
        return slips.payment(dossier, body, by, now);
    }

    /// The letter as it would be sent, marked as a draft.
    byte[] draft(Dossier dossier, SlipBody.Payment body, Caller by, Instant now) {
        return slips.paymentDraft(dossier, body, by, now);
    }
}
