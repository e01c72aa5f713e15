package vn.motcua.dossier.internal.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Somebody who waits.
public record WaitingLine(
        UUID id, String number, LocalText service, @Nullable LocalText group, String since) {}
