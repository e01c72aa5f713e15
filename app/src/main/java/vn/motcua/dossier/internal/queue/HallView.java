package vn.motcua.dossier.internal.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The officer's side of the queue.
///
/// @param desk number of the officer's desk; 0 before it is chosen
public record HallView(
        int desk,
        List<Desk> desks,
        @Nullable InHandView inHand,
        List<WaitingLine> waiting,
        int waitingInAll,
        List<WaitingLine> skipped,
        String agency,
        @Nullable String trouble) {

    /// @param name beside the number, where the desk has one
    public record Desk(int number, @Nullable LocalText name) {}
}
