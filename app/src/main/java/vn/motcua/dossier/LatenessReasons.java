package vn.motcua.dossier;

import vn.motcua.dossier.internal.processing.LateReasons;
import vn.motcua.kernel.LocalText;

/// The reasons for lateness officers choose from, by the ids journal entries carry.
public final class LatenessReasons {
    private LatenessReasons() {}

    /// The id itself where nobody knows it any more.
    public static LocalText name(String id) {
        return LateReasons.find(id)
                .map(LateReasons.LateReason::text)
                .orElseGet(() -> LocalText.of(id));
    }
}
