package vn.motcua.identity.internal;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and checks passwords with Argon2id. Each hash takes 19 MB for a moment, so only a few
/// run at once; an unknown account costs the same time as a known one.
@Component
class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(
                    "argon2id",
                    Map.of(
                            "argon2id",
                            new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES)));
    private final Semaphore places =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
    /// Made beside the start of the platform, which it would hold up for half a second.
    private final CompletableFuture<String> nobody =
            CompletableFuture.supplyAsync(() -> hash(UUID.randomUUID().toString()));

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            var hash = encoder.encode(PasswordRules.normal(password));
            if (hash == null) throw new IllegalStateException("no hash");
            return hash;
        } finally {
            places.release();
        }
    }

    /// @param hash null when there is no such account; the answer is no, after the same work
    boolean matches(String password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            boolean same =
                    encoder.matches(
                            PasswordRules.normal(password), hash == null ? nobody.join() : hash);
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
