package vn.motcua.dossier.internal.reading;

import java.util.Arrays;
import java.util.Optional;

/// Why somebody reads a dossier that is not their work.
enum Purpose {
    /// Leading and supervising the handling.
    SUPERVISION,
    /// The person asked about their dossier.
    PERSON_ASKED,
    /// Working together with the colleague who handles it.
    COORDINATION,
    /// Standing in for a colleague.
    SUBSTITUTION,
    /// Settling a complaint or petition.
    COMPLAINT,
    /// Inspection or audit by decision.
    INSPECTION,
    OTHER;

    static Optional<Purpose> of(String name) {
        return Arrays.stream(values()).filter(purpose -> purpose.name().equals(name)).findFirst();
    }
}
