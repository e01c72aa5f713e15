package vn.motcua.vault;

/// What an operator needs to know about the place where files lie.
public interface VaultHealth {
    /// Room on the disk of the files.
    Space space();

    /// @param free bytes the platform may still write
    /// @param total bytes the disk holds
    record Space(long free, long total) {
        /// Share of the disk that is free, 0 to 1.
        public double share() {
            return total == 0 ? 0 : (double) free / total;
        }
    }
}
