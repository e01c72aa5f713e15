package vn.motcua.identity;

/// An officer's account is for work only; for matters of their own, officers use their citizen
/// account.
public enum AccountKind {
    CITIZEN,
    OFFICER
}
