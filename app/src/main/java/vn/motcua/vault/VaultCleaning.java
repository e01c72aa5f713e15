package vn.motcua.vault;

import java.time.Duration;

/// Removes what nobody needs: uploads that never became part of anything, content whose row was
/// rolled back, half-written content.
public interface VaultCleaning {
    /// @param unattached how long an upload may wait to become part of something; longer than a
    ///     draft may live
    Cleaned clean(Duration unattached);

    /// @param uploads uploads removed with their rows
    /// @param strays pieces of content without a row removed from the disk
    record Cleaned(int uploads, int strays) {}
}
