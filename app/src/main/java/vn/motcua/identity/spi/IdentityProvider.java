package vn.motcua.identity.spi;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.AssuranceLevel;

/// A party that vouches for a person: the national identity exchange, or an identity broker in
/// front of several.
///
/// The conversation is OpenID Connect's authorization code flow with PKCE and nothing else. An
/// implementation keeps these promises, which the sign-in desk relies on:
///
/// - the redirect address is exactly the configured one, never taken from a request;
/// - `state` and `nonce` are fresh for each attempt and compared in constant time; a code is
///   redeemed once;
/// - `iss`, `aud`, `exp` and the signature are verified, `alg=none` and unknown keys refused;
/// - an account is bound to the pair *issuer, subject*: the same subject from another issuer is
///   another person;
/// - the subject is pairwise: two agencies never see the same one;
/// - calls go to configured hosts only, with a timeout, and a provider that is down leaves
///   sign-in by password working.
///
/// No implementation is shipped yet.
public interface IdentityProvider {
    /// Stable id, part of the callback address and of the stored binding, for example `vneid`.
    String id();

    /// Opens a conversation.
    ///
    /// @param callback our own address to come back to
    Start start(URI callback);

    /// Ends it with what the browser brought back.
    ///
    /// @throws IdentityRefused when anything does not fit; the reason is for the log, not for
    /// the reader
    Assertion finish(Start start, URI broughtBack);

    /// What is kept in the reader's session between leaving and coming back.
    record Start(UUID id, URI leaveTo, String state, String nonce, String codeVerifier) {}

    /// What the provider vouches for.
    ///
    /// @param assurance checked again for each act that asks for more than signing in
    record Assertion(
            String issuer,
            String subject,
            @Nullable String personalId,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            AssuranceLevel assurance) {}

    /// The conversation did not end as it must.
    final class IdentityRefused extends Exception {
        private static final long serialVersionUID = 1L;

        public IdentityRefused(String reason) {
            super(reason);
        }
    }
}
