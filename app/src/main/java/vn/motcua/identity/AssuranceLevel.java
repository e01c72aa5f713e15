package vn.motcua.identity;

/// How sure the State is that the account belongs to the person (mức độ định danh).
public enum AssuranceLevel {
    /// The person said so.
    DECLARED,
    /// Checked against the population register (mức độ 1).
    LEVEL_1,
    /// Checked in person or with the chip of the identity card (mức độ 2).
    LEVEL_2
}
