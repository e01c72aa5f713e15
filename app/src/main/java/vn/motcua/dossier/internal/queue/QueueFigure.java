package vn.motcua.dossier.internal.queue;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// How one service was served.
public record QueueFigure(
        LocalText service,
        int served,
        int skipped,
        int waiting,
        @Nullable Long meanWait,
        @Nullable Long longestWait,
        @Nullable Long meanServing) {}
