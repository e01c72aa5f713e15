package vn.motcua.worktime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One fact about the clock of a dossier. Facts are added, never changed.
public sealed interface DeadlineLine {
    Instant at();

    /// What sets a clock going.
    enum Start {
        COMPLETE_DOSSIER,
        PAYMENT
    }

    /// A term a dated decision has made shorter, for example for filing online.
    ///
    /// @param usual the term of the release
    /// @param decision number and date of the decision
    record Shortened(TimeLimit usual, String decision) {}

    /// The complete dossier was received, or paid for, or whatever the release starts the clock by.
    ///
    /// @param limit the term that counts, shortened or not
    record Accepted(Instant at, TimeLimit limit, Start by, @Nullable Shortened shortened)
            implements DeadlineLine {
        public Accepted(Instant at, TimeLimit limit) {
            this(at, limit, Start.COMPLETE_DOSSIER, null);
        }
    }

    /// The clock stops on a ground the release names.
    ///
    /// @param ground `supplement`, `payment`, `opinion`, `verification`, `posting`,
    ///     `confirmation`, another id of the release, or words of its own
    /// @param text the ground in words; null for the ids above and for words of its own
    /// @param until when the clock goes on by itself; null when somebody has to say so
    record Paused(Instant at, String ground, @Nullable LocalText text, @Nullable Instant until)
            implements DeadlineLine {
        public Paused(Instant at, String ground) {
            this(at, ground, null, null);
        }
    }

    /// The clock goes on. Right after [Finished] it takes a result back for correction: the clock
    /// then counts as never having stopped.
    ///
    /// @param byItself whether the term of the ground had passed and nobody had to say so
    record Resumed(Instant at, Resumption how, boolean byItself) implements DeadlineLine {
        public Resumed(Instant at, Resumption how) {
            this(at, how, false);
        }
    }

    /// A new appointment by letter of apology, once only. It does not change the figures.
    ///
    /// @param reason in the words of whoever signed the letter
    /// @param listed the reason as it was chosen from the list; null when none was
    record Extended(Instant at, Instant newDue, String reason, @Nullable LocalText listed)
            implements DeadlineLine {
        public Extended(Instant at, Instant newDue, String reason) {
            this(at, newDue, reason, null);
        }

        /// The whole reason: what was chosen, then the words.
        public LocalText why() {
            if (listed == null) return LocalText.of(reason);
            return LocalText.of(listed.vi() + ". " + reason, listed.en() + ". " + reason);
        }
    }

    /// Another agency goes on with the work; the appointment stands.
    ///
    /// @param name what the agency is called; null where only its code is known
    /// @param share how much of the term is that agency's; null when it was given none
    record HandedOver(
            Instant at, String agency, @Nullable LocalText name, @Nullable TimeLimit share)
            implements DeadlineLine {
        public HandedOver(Instant at, String agency) {
            this(at, agency, null, null);
        }
    }

    /// Holidays or hours were decided anew and the appointment moved. Dates are reckoned from the
    /// other lines; this one tells who moved them.
    ///
    /// @param decision what the change rests on
    record Moved(Instant at, String decision, Instant from, Instant to) implements DeadlineLine {}

    record Finished(Instant at) implements DeadlineLine {}
}
