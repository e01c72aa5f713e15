package vn.motcua.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Makes time-ordered identifiers (UUID version 7, RFC 9562) in Java, so that the SQL runs on
/// PostgreSQL 15 too.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// A new identifier whose first 48 bits are the clock's milliseconds and whose last 74 bits
    /// are random.
    public static UUID next(Clock clock) {
        return at(clock.instant(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    static UUID at(Instant instant, long randomA, long randomB) {
        long high = (instant.toEpochMilli() << 16) | 0x7000L | (randomA & 0x0fffL);
        long low = (randomB & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
