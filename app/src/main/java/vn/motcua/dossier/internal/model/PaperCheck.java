package vn.motcua.dossier.internal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the receptionist found when a paper was handed in, and how it was digitised
/// [digitisation-circular].
///
/// @param original whether it was compared with the original
/// @param complete whether the scan shows every page
/// @param legible whether the scan can be read
/// @param bothSides whether both sides were scanned
/// @param replacing code of the earlier result that is used again; null otherwise
/// @param by who checked; null until it is received
/// @param at when; null until it is received
public record PaperCheck(
        boolean original,
        boolean complete,
        boolean legible,
        boolean bothSides,
        Source source,
        @Nullable String replacing,
        @Nullable String by,
        @Nullable Instant at) {
    /// Where the paper comes from.
    public enum Source {
        HANDED_IN,
        /// A result that had been digitised before.
        REUSED,
        /// Data of a register instead of a paper.
        DATA
    }

    /// Signed by whoever receives the dossier.
    public PaperCheck signed(String name, Instant now) {
        return new PaperCheck(original, complete, legible, bothSides, source, replacing, name, now);
    }
}
