package vn.motcua.dossier.internal.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What the officer has called or is serving.
///
/// @param dossierCode what the person came about; null when they did not say
/// @param known whether they took the ticket with their account
public record InHandView(
        UUID id,
        String number,
        LocalText service,
        @Nullable LocalText group,
        boolean serving,
        int calls,
        @Nullable String dossierCode,
        boolean known) {}
