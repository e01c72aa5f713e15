package vn.motcua.dossier.internal.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person waiting, being called or being served.
///
/// @param number as it is called, such as `A012`
/// @param key in the QR code of the ticket
/// @param priority group by law; null for everybody else
/// @param account of whoever took it online
/// @param dossierCode the dossier they came about, as they typed it
/// @param dossier the one that was filed or returned with it
record Ticket(
        UUID id,
        String agency,
        LocalDate day,
        String service,
        String number,
        String key,
        @Nullable String priority,
        State state,
        Instant taken,
        @Nullable UUID account,
        @Nullable String dossierCode,
        @Nullable Integer desk,
        @Nullable UUID officer,
        int calls,
        @Nullable Instant called,
        @Nullable UUID dossier) {
    enum State {
        WAITING,
        CALLED,
        SERVING,
        SERVED,
        SKIPPED
    }
}
