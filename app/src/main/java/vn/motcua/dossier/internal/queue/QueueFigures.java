package vn.motcua.dossier.internal.queue;

import java.util.List;

/// How the queue was served in the last days.
public record QueueFigures(int days, List<QueueFigure> figures) {}
