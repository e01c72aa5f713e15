package vn.motcua.dossier.internal.queue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What the pages of the queue show.
public final class QueueViews {
    private QueueViews() {}

    public record Option(String id, LocalText name) {}

    /// Where tickets are taken.
    ///
    /// @param online whether somebody signed in takes it from afar
    public record Kiosk(
            String code,
            LocalText agency,
            LocalText desk,
            List<Option> services,
            List<Option> groups,
            int waiting,
            boolean online) {}

    /// A ticket, to be kept or printed.
    ///
    /// @param minutes how long it will take, more or less; null once it was called
    /// @param desk where it was called to; null while it waits
    public record Slip(
            String number,
            LocalText agency,
            String code,
            LocalText service,
            @Nullable LocalText group,
            String taken,
            String state,
            int ahead,
            @Nullable Integer minutes,
            @Nullable Integer desk,
            String qr) {}

    public record Call(String number, int desk, boolean now) {}

    /// The screen on the wall.
    public record Screen(
            String code, LocalText agency, List<Call> calls, int waiting, String clock) {}

    public record Line(
            UUID id, String number, LocalText service, @Nullable LocalText group, String since) {}

    /// What the officer has called or is serving.
    ///
    /// @param dossierCode what the person came about; null when they did not say
    /// @param known whether they took the ticket with their account
    public record InHand(
            UUID id,
            String number,
            LocalText service,
            @Nullable LocalText group,
            boolean serving,
            int calls,
            @Nullable String dossierCode,
            boolean known) {}

    /// The officer's side of the queue.
    ///
    /// @param desk number of the officer's desk; 0 before it is chosen
    public record Hall(
            int desk,
            List<Integer> desks,
            @Nullable InHand inHand,
            List<Line> waiting,
            int waitingInAll,
            List<Line> skipped,
            String agency,
            @Nullable String trouble) {}

    public record Figure(
            LocalText service,
            int served,
            int skipped,
            int waiting,
            @Nullable Long meanWait,
            @Nullable Long longestWait,
            @Nullable Long meanServing) {}

    public record Figures(int days, List<Figure> figures) {}
}
