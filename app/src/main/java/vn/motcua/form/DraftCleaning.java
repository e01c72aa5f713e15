package vn.motcua.form;

/// Removes what drafts leave behind. A draft nobody touches is kept for 90 days; one that was
/// submitted keeps its answers for seven days, so that a repeated submission is recognised, and
/// from then on says only which dossier it became.
public interface DraftCleaning {
    Cleaned clean();

    /// @param emptied submitted drafts whose answers went
    /// @param removed drafts removed altogether
    record Cleaned(int emptied, int removed) {}
}
