package vn.motcua.insight.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the journal says about one dossier, as far as it is counted.
///
/// @param agency code of the receiving agency
/// @param channel ONLINE, DIRECT or POSTAL
/// @param assisted an officer filed for the person
/// @param firstDueAt the very first appointment
/// @param measuredDueAt the appointment figures are measured by: moved while the citizen is waited
///     for, never by a letter of apology
/// @param dueAt the appointment the citizen has now
/// @param finishedAt when the officers' clock stopped
/// @param touchpoints every meeting with the citizen in order, `<what>:<way>`
/// @param lastStepAt when anything last happened
/// @param workedMinutes working time from acceptance to the end; null while open
/// @param xid place of the last entry counted
/// @param seq place of the last entry counted
record DossierFact(
        UUID id,
        String code,
        String agency,
        String procedure,
        String channel,
        boolean assisted,
        Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant firstDueAt,
        @Nullable Instant measuredDueAt,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable Instant returnedAt,
        String state,
        @Nullable String outcome,
        int supplements,
        List<String> touchpoints,
        Instant lastStepAt,
        @Nullable Long workedMinutes,
        long xid,
        long seq) {
    DossierFact {
        touchpoints = List.copyOf(touchpoints);
    }

    boolean isOpen() {
        return finishedAt == null;
    }

    boolean isWithCitizen() {
        return state.equals("SUPPLEMENT_REQUESTED") || state.equals("PAYMENT_REQUESTED");
    }

    boolean isPlaceAfter(long otherXid, long otherSeq) {
        return xid != otherXid ? xid > otherXid : seq >= otherSeq;
    }
}
