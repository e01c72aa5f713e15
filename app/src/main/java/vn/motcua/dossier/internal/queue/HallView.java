package vn.motcua.dossier.internal.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The officer's side of the queue.
///
/// @param desk number of the officer's desk; 0 before it is chosen
public record HallView(
        int desk,
        List<Integer> desks,
        @Nullable InHandView inHand,
        List<WaitingLine> waiting,
        int waitingInAll,
        List<WaitingLine> skipped,
        String agency,
        @Nullable String trouble) {}
