package vn.motcua.dossier.internal.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// A document of the register.
///
/// @param outcome the kind of answer it is
/// @param ended when it ceased to stand; null while it stands
/// @param replacedBy number of the one in its place
/// @param replaces number of the one it stands for
record Document(
        UUID id,
        UUID dossier,
        String code,
        String owner,
        String agency,
        String kind,
        LocalText name,
        String number,
        String outcome,
        UUID file,
        String sha256,
        Instant issued,
        String signerName,
        String signerTitle,
        @Nullable Instant ended,
        @Nullable String ground,
        @Nullable UUID replacedById,
        @Nullable String replacedBy,
        @Nullable String replaces) {
    enum State {
        VALID,
        REVOKED,
        REPLACED
    }

    State state() {
        if (ended == null) return State.VALID;
        return replacedById == null ? State.REVOKED : State.REPLACED;
    }
}
