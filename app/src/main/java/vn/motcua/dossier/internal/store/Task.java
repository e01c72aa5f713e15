package vn.motcua.dossier.internal.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.Position;

/// One piece of work on a dossier: reception, a step of its process, a request of withdrawal, or a
/// request to supplement that nobody answered in time.
///
/// @param stepId id of the step in the process; the kind in lower case for the other kinds
/// @param token the engine's name for this opening of the step
/// @param due until when this piece should be done; null when it has no hours of its own
/// @param suspended true while the dossier waits for the person
/// @param outcome id of the outcome it was closed with
/// @param note what the one who closed it wrote
/// @param words what the person wrote who asked for it; null when nobody did
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
        @Nullable String note,
        @Nullable String words) {
    /// A piece of work nobody asked for in words.
    public Task(
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
        this(
                id,
                dossier,
                agency,
                kind,
                stepId,
                token,
                position,
                unit,
                opened,
                due,
                dossierDue,
                suspended,
                claimedBy,
                claimedName,
                closed,
                closedName,
                outcome,
                note,
                null);
    }

    public enum Kind {
        RECEPTION,
        STEP,
        WITHDRAWAL,
        SUPPLEMENT
    }

    public static final String RECEPTION = "reception";
    public static final String WITHDRAWAL = "withdrawal";
    public static final String SUPPLEMENT = "supplement";

    /// A piece of work nobody has touched yet.
    public static Task opened(
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
            @Nullable String words) {
        return new Task(
                id,
                dossier,
                agency,
                kind,
                stepId,
                token,
                position,
                unit,
                opened,
                due,
                dossierDue,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                words);
    }

    public boolean open() {
        return closed == null;
    }
}
