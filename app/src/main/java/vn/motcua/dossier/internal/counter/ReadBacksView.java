package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// What an officer has read back to people, and whose word is still missing.
///
/// @param waiting a page of those not confirmed yet, the newest first
/// @param next the draft the next page begins after; null when there is none
/// @param open how many are not confirmed yet
/// @param byAccount filings of the last days people confirmed with their own account
/// @param bySheet those confirmed with the code of the sheet, printed and typed at the desk
public record ReadBacksView(
        List<Waiting> waiting,
        @Nullable UUID next,
        long open,
        long byAccount,
        long bySheet,
        int days) {
    /// @param account whether the person can confirm with their own account too
    public record Waiting(UUID draft, LocalText procedure, String prepared, boolean account) {}
}
