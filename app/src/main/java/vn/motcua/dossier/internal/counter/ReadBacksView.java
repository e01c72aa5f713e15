package vn.motcua.dossier.internal.counter;

import java.util.List;
import java.util.UUID;
import vn.motcua.kernel.LocalText;

/// What an officer has read back to people, and whose word is still missing.
///
/// @param waiting not confirmed yet, the newest first
/// @param byAccount filings of the last days people confirmed with their own account
/// @param bySheet those confirmed with the code of the sheet, printed and typed at the desk
public record ReadBacksView(List<Waiting> waiting, long byAccount, long bySheet, int days) {
    /// @param account whether the person can confirm with their own account too
    public record Waiting(UUID draft, LocalText procedure, String prepared, boolean account) {}
}
