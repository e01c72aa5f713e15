package vn.motcua.procedure;

/// Whom a life event or a procedure is for.
public enum Audience {
    CITIZEN,
    ENTERPRISE
}
