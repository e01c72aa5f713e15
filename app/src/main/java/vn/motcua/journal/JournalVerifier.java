package vn.motcua.journal;

import java.util.function.Consumer;

/// Proves from the seals that the journal is as it was written.
public interface JournalVerifier {
    /// Reads all seals and sealed entries and stops at the first that is not as it was.
    ///
    /// @param progress told from time to time how far the proof has come
    Verdict verify(Consumer<String> progress);
}
