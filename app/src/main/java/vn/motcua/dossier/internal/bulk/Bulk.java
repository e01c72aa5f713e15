package vn.motcua.dossier.internal.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/// One act on many dossiers.
///
/// @param step whose outcome is given to all; null unless one was chosen
/// @param givenTo whom the work is given to; null unless that is the act
/// @param note the same words for all; null for none
/// @param late why those that are late are late; null until it was said
record Bulk(
        UUID id,
        UUID account,
        String accountName,
        Role role,
        String agency,
        BulkAct act,
        @Nullable String step,
        @Nullable String outcome,
        @Nullable UUID givenTo,
        @Nullable String givenName,
        @Nullable String note,
        Desk.@Nullable Grounds late,
        BulkState state,
        Instant made) {
    public static final int MOST = 500;

    /// Slips are drawn on demand, which takes its time.
    public static final int MOST_SLIPS = 100;

    public enum Result {
        DONE,
        CHANGED,
        NOT_YOURS,
        NEEDS_TYPING,
        /// It is completed late, and nobody said why.
        NEEDS_LATE_REASON,
        NOT_NOW,
        FAILED,
        /// Only of what is read; such an act changes nothing and keeps no result.
        NEEDS_PURPOSE
    }

    /// One dossier of it.
    ///
    /// @param version of the dossier when it was chosen
    /// @param result null until it was done or found impossible
    /// @param problem code of what stood in the way; null where the result says all
    public record Row(
            int number,
            UUID task,
            UUID dossier,
            String code,
            int version,
            @Nullable Result result,
            @Nullable String problem) {}

    /// Whether it still has to be said what all are to get.
    boolean open() {
        return switch (act) {
            case STEP -> outcome == null;
            case GIVE -> givenTo == null;
            case CLAIM, APPROVE, SLIPS -> false;
        };
    }

    /// Whoever confirmed it, for the node that does it.
    Caller caller() {
        return new Caller(role, account, agency, accountName);
    }
}
