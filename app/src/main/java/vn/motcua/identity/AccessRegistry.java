package vn.motcua.identity;

/// Collects what the rooms declare. Patterns are Spring's path patterns (`/dossiers/{code}`,
/// `/desk/**`). Where several match, the most specific one counts, whatever the order of
/// declaration; the same pattern declared twice with different roles stops the start.
public interface AccessRegistry {
    /// Everybody, signed in or not.
    AccessRegistry open(String... patterns);

    /// Whoever is signed in, in any capacity.
    AccessRegistry signedIn(String... patterns);

    /// Only callers in one of these capacities. Strangers are sent to sign in; others see "not
    /// found".
    AccessRegistry role(String pattern, Role... roles);
}
