package vn.motcua.dossier.internal.bulk;

/// What can be done to many dossiers at once.
public enum BulkAct {
    CLAIM,
    GIVE,
    STEP,
    /// Each step with its own favourable outcome.
    APPROVE,
    SLIPS;

    /// Whether it changes the dossiers.
    boolean changes() {
        return this != SLIPS;
    }
}
