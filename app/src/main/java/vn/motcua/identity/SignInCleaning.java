package vn.motcua.identity;

/// Forgets failed sign-ins that no longer slow anybody down.
public interface SignInCleaning {
    /// @return how many counters were forgotten
    int forgetOldAttempts();
}
