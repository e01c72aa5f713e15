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
        @Nullable String words,
        Marks marks) {
    /// Who stood in for whom, and what timers did.
    ///
    /// @param seat which of several people's pieces of work; 0 where one person does the step
    /// @param claimedFor who would have it were they not on leave
    /// @param closedFor on whose behalf it was done
    /// @param warned when a timer warned
    /// @param escalated when a timer passed the work on
    /// @param escalatedFrom the position it was meant for before
    public record Marks(
            int seat,
            @Nullable UUID claimedFor,
            @Nullable String claimedForName,
            @Nullable UUID closedBy,
            @Nullable UUID closedFor,
            @Nullable String closedForName,
            @Nullable Instant warned,
            @Nullable Instant escalated,
            @Nullable Position escalatedFrom) {
        public static final Marks NONE =
                new Marks(0, null, null, null, null, null, null, null, null);

        static Marks seat(int seat) {
            return new Marks(seat, null, null, null, null, null, null, null, null);
        }
    }

    public enum Kind {
        RECEPTION,
        STEP,
        WITHDRAWAL,
        SUPPLEMENT,
        /// A letter of apology to write before the appointment passes.
        APOLOGY,
        /// Another unit or agency was asked for its opinion.
        OPINION,
        /// What was to be paid has not been paid in its term.
        PAYMENT
    }

    /// The unit of work the platform does by itself: nobody is in it.
    public static final String NOBODYS = "-";

    public static final String RECEPTION = "reception";
    public static final String WITHDRAWAL = "withdrawal";
    public static final String SUPPLEMENT = "supplement";
    public static final String OPINION = "opinion";
    public static final String PAYMENT = "payment";
    public static final String APOLOGY = "apology";

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
                words,
                Marks.NONE);
    }

    /// Who has a piece of work in hand.
    private record Holder(@Nullable UUID account, @Nullable String name) {}

    /// How a piece of work ended; all null while it is open.
    private record End(
            @Nullable Instant at,
            @Nullable String name,
            @Nullable String outcome,
            @Nullable String note) {}

    /// The same piece of work as one of several people's.
    public Task inSeat(int seat) {
        return with(this, holder(), end(), Marks.seat(seat));
    }

    /// The same piece of work in the hands of one officer.
    ///
    /// @param absent whom they stand in for; null when nobody
    /// @param absentName null when nobody
    public Task heldBy(
            UUID account, String name, @Nullable UUID absent, @Nullable String absentName) {
        return with(
                this,
                new Holder(account, name),
                end(),
                new Marks(
                        marks.seat(),
                        absent,
                        absentName,
                        marks.closedBy(),
                        marks.closedFor(),
                        marks.closedForName(),
                        marks.warned(),
                        marks.escalated(),
                        marks.escalatedFrom()));
    }

    /// Opened again in the hands it was in, with the time it had been given and, for one of
    /// several people, with their vote.
    public Task openedAs(Task was) {
        boolean voted = closed != null && marks.seat() > 0;
        return with(
                was,
                was.holder(),
                voted
                        ? new End(was.closed, was.closedName, outcome, was.note)
                        : new End(closed, closedName, outcome, note),
                new Marks(
                        marks.seat(),
                        was.marks.claimedFor(),
                        was.marks.claimedForName(),
                        voted ? was.marks.closedBy() : null,
                        voted ? was.marks.closedFor() : null,
                        voted ? was.marks.closedForName() : null,
                        was.marks.warned(),
                        was.marks.escalated(),
                        was.marks.escalatedFrom()));
    }

    /// The same piece of work, done.
    public Task closedAs(Move.Closing how) {
        return with(
                this,
                holder(),
                new End(how.at(), how.name(), how.outcome(), how.note()),
                new Marks(
                        marks.seat(),
                        marks.claimedFor(),
                        marks.claimedForName(),
                        how.by(),
                        how.behalf(),
                        how.behalfName(),
                        marks.warned(),
                        marks.escalated(),
                        marks.escalatedFrom()));
    }

    private Holder holder() {
        return new Holder(claimedBy, claimedName);
    }

    private End end() {
        return new End(closed, closedName, outcome, note);
    }

    /// @param given whose position, unit and time it has
    private Task with(Task given, Holder holder, End end, Marks others) {
        return new Task(
                id,
                dossier,
                agency,
                kind,
                stepId,
                token,
                given.position,
                given.unit,
                opened,
                given.due,
                dossierDue,
                suspended,
                holder.account(),
                holder.name(),
                end.at(),
                end.name(),
                end.outcome(),
                end.note(),
                words,
                others);
    }

    public boolean closedAfter(Instant since) {
        return closed != null && closed.isAfter(since);
    }

    public boolean open() {
        return closed == null;
    }
}
