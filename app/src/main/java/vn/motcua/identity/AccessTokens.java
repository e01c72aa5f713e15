package vn.motcua.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tokens for programs (`Authorization: Bearer …`). Only a hash is kept; a revoked token stops
/// working within a minute on every node.
public interface AccessTokens {
    /// One token as its owner sees it.
    record AccessToken(
            UUID id, String label, Instant issuedAt, Instant expiresAt, boolean revoked) {}

    /// Issues a token for the caller's own account or, as system, for any.
    ///
    /// @param role CITIZEN, OFFICER, LEADER or OPERATOR
    /// @return the token, shown this once
    String issue(UUID account, Role role, @Nullable String agency, String label, Duration life);

    List<AccessToken> of(UUID account);

    void revoke(UUID id);
}
