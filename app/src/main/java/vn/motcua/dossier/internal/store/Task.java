package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.Position;

/// One piece of work on a dossier: reception, a step of its process, or a request of withdrawal.
///
/// @param stepId id of the step in the process; `reception` and `withdrawal` for the other kinds
/// @param token the engine's name for this opening of the step
/// @param due until when this piece should be done; null when it has no hours of its own
/// @param suspended true while the dossier waits for the person
/// @param outcome id of the outcome it was closed with
public record Task(
        UUID id,
        UUID dossier,
        String agency,
        Kind kind,
        String stepId,
        String token,
        Position position,
        @Nullable String unit,
        Instant opened,
        @Nullable Instant due,
        @Nullable Instant dossierDue,
        boolean suspended,
        @Nullable UUID claimedBy,
        @Nullable String claimedName,
        @Nullable Instant closed,
        @Nullable String closedName,
        @Nullable String outcome,
        @Nullable String note) {
    public enum Kind {
        RECEPTION,
        STEP,
        WITHDRAWAL
    }

    public static final String RECEPTION = "reception";
    public static final String WITHDRAWAL = "withdrawal";

    public boolean open() {
        return closed == null;
    }
}
