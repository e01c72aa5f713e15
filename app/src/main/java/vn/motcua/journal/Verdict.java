package vn.motcua.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Outcome of a verification.
///
/// @param seals seals found good
/// @param entries entries found good
/// @param unsealed entries younger than the last seal, about which nothing can be said
/// @param breach the first thing that is not as it was; null when all is well
public record Verdict(long seals, long entries, long unsealed, @Nullable Breach breach) {
    public boolean intact() {
        return breach == null;
    }

    public enum Fault {
        /// The entry says something else than when it was sealed.
        CHANGED,
        /// A sealed entry is gone.
        MISSING,
        /// An entry stands between sealed ones that was not there.
        INSERTED,
        /// The seal itself was altered, removed or does not follow from the one before.
        SEAL_BROKEN
    }

    /// @param seal number of the seal concerned
    /// @param xid place of the entry in the feed; 0 for a broken seal
    /// @param kind what the entry says now; null when it is gone or a seal is broken
    /// @param at when it happened, as it says now; null when it is gone or a seal is broken
    public record Breach(
            Fault fault,
            long seal,
            long xid,
            long seq,
            @Nullable String kind,
            @Nullable Instant at) {}
}
