package vn.motcua.organization;

/// Sample agencies for demonstrations and tests: three provinces with all their communes and three
/// ministries. Second-level codes are invented, as the provinces give their own; each such agency
/// is marked as not verified.
public interface AgencySeed {
    /// Adds what is missing and brings the rest up to date.
    ///
    /// @return number of sample agencies
    int load();
}
