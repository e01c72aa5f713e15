package vn.motcua.insight;

/// What others may ask of the figures.
public interface Insight {
    /// Builds every figure anew from the first entry of the journal. The old figures are shown
    /// until the new ones are complete; afterwards both would have been the same.
    ///
    /// @return how many dossiers were counted
    long recompute();
}
