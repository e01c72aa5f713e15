package vn.motcua.dossier.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// An amount a person has to pay for a dossier.
///
/// @param lines fee lines of the release it is made of; empty when an officer typed the amount
/// @param amount đồng; null until an officer has said it
/// @param ground what a typed amount rests on
/// @param asked when the person was told; null while the amount is open
/// @param payBy last day
/// @param notice the letter that told it, as it was issued
public record Duty(
        UUID id,
        UUID dossier,
        int number,
        String step,
        String token,
        List<Line> lines,
        @Nullable Long amount,
        @Nullable String ground,
        boolean startsClock,
        int withinDays,
        @Nullable Instant asked,
        @Nullable LocalDate payBy,
        @Nullable Instant overdue,
        @Nullable Receipt receipt,
        @Nullable Instant dropped,
        @Nullable UUID notice) {
    public Duty {
        lines = List.copyOf(lines);
    }

    /// @param amount null where the release leaves it open
    public record Line(LocalText name, @Nullable Long amount) {}

    /// Where the money was paid.
    public enum Place {
        CASH_DESK,
        TREASURY
    }

    /// @param date of the receipt or of the statement
    /// @param by who confirmed it
    /// @param version of the dossier they saw; null for what was confirmed long ago
    public record Receipt(
            String number,
            LocalDate date,
            long amount,
            String payer,
            Place place,
            @Nullable String by,
            Instant at,
            @Nullable Integer version) {
        public Receipt(
                String number,
                LocalDate date,
                long amount,
                String payer,
                Place place,
                @Nullable String by,
                Instant at) {
            this(number, date, amount, payer, place, by, at, null);
        }

        /// Whether the same confirmation is sent again.
        boolean same(Receipt other, int seen) {
            return version != null
                    && version == seen
                    && place == other.place
                    && number.equals(other.number)
                    && amount == other.amount
                    && date.equals(other.date);
        }
    }

    public enum Standing {
        /// The amount is not known yet.
        OPEN,
        ASKED,
        OVERDUE,
        PAID,
        DROPPED
    }

    public Standing standing() {
        if (receipt != null) return Standing.PAID;
        if (dropped != null) return Standing.DROPPED;
        if (overdue != null) return Standing.OVERDUE;
        return asked == null ? Standing.OPEN : Standing.ASKED;
    }
}
