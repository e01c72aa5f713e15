package vn.motcua.dossier.internal.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.assignment.Candidate;
import vn.motcua.dossier.internal.assignment.Hands;
import vn.motcua.dossier.internal.desk.Offers;
import vn.motcua.dossier.internal.reading.Purposes;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.worklist.Whose;
import vn.motcua.kernel.LocalText;

/// Says of one dossier what an act on many would do to it, or why it cannot; the same before and
/// at the moment it is done.
@Component
class Judging {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final Offers offers;
    private final Hands hands;
    private final Whose whose;
    private final Purposes purposes;

    Judging(Offers offers, Hands hands, Whose whose, Purposes purposes) {
        this.offers = offers;
        this.hands = hands;
        this.whose = whose;
        this.purposes = purposes;
    }

    /// @param refusal null when it can be done
    /// @param way the outcome it would get; null for acts without one
    /// @param late whether it is completed late by this
    record Verdict(
            Offers.@Nullable Offer offer,
            Bulk.@Nullable Result refusal,
            Offers.@Nullable Way way,
            boolean late) {
        static Verdict yes(Offers.Offer offer) {
            return new Verdict(offer, null, null, false);
        }

        static Verdict no(Offers.@Nullable Offer offer, Bulk.Result why) {
            return new Verdict(offer, why, null, why == Bulk.Result.NEEDS_LATE_REASON);
        }

        @Nullable LocalText outcome() {
            return way == null ? null : way.name();
        }
    }

    Offers.@Nullable Offer offer(Bulk.Row row) {
        return offers.of(row.dossier(), row.task());
    }

    Verdict judge(Bulk bulk, Bulk.Row row) {
        var offer = offer(row);
        if (offer == null) return Verdict.no(null, Bulk.Result.NOT_YOURS);
        if (bulk.act() == BulkAct.SLIPS) return slip(row, offer);
        if (offer.version() != row.version()) return Verdict.no(offer, Bulk.Result.CHANGED);
        return switch (bulk.act()) {
            case CLAIM -> claim(offer);
            case STEP -> step(bulk, row, offer);
            case APPROVE -> approve(bulk, row, offer);
            case GIVE -> give(bulk, row, offer);
            case SLIPS -> Verdict.no(offer, Bulk.Result.NOT_NOW);
        };
    }

    /// A slip is read like the dossier itself: as one's own work, or for a purpose named there.
    /// Until then not even the name of its owner is told.
    private Verdict slip(Bulk.Row row, Offers.Offer offer) {
        var standing = purposes.standing(row.dossier(), false);
        if (standing.isEmpty()) return Verdict.no(null, Bulk.Result.NOT_YOURS);
        if (!standing.get().reads()) return Verdict.no(null, Bulk.Result.NEEDS_PURPOSE);
        if (offer.slip() == null) return Verdict.no(offer, Bulk.Result.NOT_NOW);
        Purposes.remember(standing.get().purpose());
        return Verdict.yes(offer);
    }

    /// Those one piece of work can be given to; nobody for whoever gives none.
    List<Candidate> candidates(Bulk.Row row, Offers.Offer offer) {
        var task = offer.task();
        if (task == null || task.kind() != Task.Kind.STEP || task.suspended()) return List.of();
        return Hands.head(whose.posts())
                ? hands.choice(row.dossier(), row.task(), VIETNAMESE).candidates().stream()
                        .filter(one -> !one.away() && !one.account().equals(task.claimedBy()))
                        .toList()
                : List.of();
    }

    private Verdict give(Bulk bulk, Bulk.Row row, Offers.Offer offer) {
        var candidates = candidates(row, offer);
        if (candidates.isEmpty()) return Verdict.no(offer, Bulk.Result.NOT_YOURS);
        return candidates.stream().anyMatch(one -> one.account().equals(bulk.givenTo()))
                ? Verdict.yes(offer)
                : Verdict.no(offer, Bulk.Result.NOT_NOW);
    }

    private static Verdict claim(Offers.Offer offer) {
        if (offer.claimable()) return Verdict.yes(offer);
        return Verdict.no(
                offer, offer.ways().isEmpty() ? Bulk.Result.NOT_YOURS : Bulk.Result.NOT_NOW);
    }

    private Verdict step(Bulk bulk, Bulk.Row row, Offers.Offer offer) {
        var task = offer.task();
        if (task == null || !task.stepId().equals(bulk.step()))
            return Verdict.no(offer, Bulk.Result.NOT_NOW);
        if (offer.ways().isEmpty()) return Verdict.no(offer, Bulk.Result.NOT_YOURS);
        return offer.ways().stream()
                .filter(way -> way.outcome().equals(bulk.outcome()))
                .findFirst()
                .map(way -> typed(bulk, row, offer, way))
                .orElseGet(() -> Verdict.no(offer, Bulk.Result.NOT_NOW));
    }

    private Verdict approve(Bulk bulk, Bulk.Row row, Offers.Offer offer) {
        if (offer.ways().isEmpty()) return Verdict.no(offer, Bulk.Result.NOT_YOURS);
        var first = offer.ways().getFirst();
        return first.negative()
                ? Verdict.no(offer, Bulk.Result.NEEDS_TYPING)
                : typed(bulk, row, offer, first);
    }

    private Verdict typed(Bulk bulk, Bulk.Row row, Offers.Offer offer, Offers.Way way) {
        var token = Objects.requireNonNull(offer.task()).token();
        var needs = offers.needs(row.dossier(), token, way.outcome(), bulk.note(), VIETNAMESE);
        if (needs.typing()) return Verdict.no(offer, Bulk.Result.NEEDS_TYPING);
        return needs.late() && bulk.late() == null
                ? Verdict.no(offer, Bulk.Result.NEEDS_LATE_REASON)
                : new Verdict(offer, null, way, needs.late());
    }
}
