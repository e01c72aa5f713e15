package vn.motcua.procedure;

/// The level of the executing agency. The national record allows several at once.
public enum Level {
    MINISTRY,
    PROVINCE,
    COMMUNE,
    OTHER
}
