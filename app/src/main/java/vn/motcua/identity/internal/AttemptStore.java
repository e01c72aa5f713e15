package vn.motcua.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.SignInCleaning;
import vn.motcua.kernel.NetworkAddress;
import vn.motcua.kernel.OwnTransaction;

/// Counts failed sign-ins in the database, so every node slows a guesser down alike. A try is
/// counted as failed before the password is looked at: any number of simultaneous tries gets no
/// more guesses than the same number one by one.
@Repository
class AttemptStore implements SignInCleaning {
    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Clock clock;

    AttemptStore(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new OwnTransaction(transactions);
        this.clock = clock;
    }

    /// Counts a try. When it comes too early nothing is counted and the moment to come back is
    /// given.
    Optional<Instant> take(String loginKey, String address) {
        return own.get(() -> counted(loginKey, address));
    }

    private Optional<Instant> counted(String loginKey, String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // what the database keeps
        var counts = new EnumMap<Throttle, Integer>(Throttle.class);
        Instant wait = Instant.MIN;
        for (var key : keys(loginKey, address).entrySet()) {
            var row = lock(key.getKey(), key.getValue(), now);
            if (row.until().isAfter(wait)) wait = row.until();
            counts.put(key.getKey(), row.failures());
        }
        if (wait.isAfter(now)) return Optional.of(wait);
        keys(loginKey, address)
                .forEach((kind, key) -> count(kind, key, counts.getOrDefault(kind, 0) + 1, now));
        return Optional.empty();
    }

    /// The try was good after all: the account starts afresh, the address gets its try back.
    void forgive(String loginKey, String address) {
        own.run(() -> forgiven(loginKey, address));
    }

    private void forgiven(String loginKey, String address) {
        var keys = keys(loginKey, address);
        jdbc.sql("delete from identity.sign_in_attempt where key = :key")
                .param("key", keys.get(Throttle.ACCOUNT))
                .update();
        jdbc.sql(
                        """
                        update identity.sign_in_attempt
                           set failures = greatest(failures - 1, 0), blocked_until = last_at
                         where key = :key
                        """)
                .param("key", keys.get(Throttle.ADDRESS))
                .update();
    }

    /// Counters past the longest memory say nothing any more.
    @Override
    @Transactional
    public int forgetOldAttempts() {
        var now = clock.instant();
        var memory =
                Arrays.stream(Throttle.values())
                        .map(Throttle::memory)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return jdbc.sql(
                        """
                        delete from identity.sign_in_attempt
                         where last_at < :forgotten
                           and blocked_until < :now
                        """)
                .param("forgotten", utc(now.minus(memory)))
                .param("now", utc(now))
                .update();
    }

    private record Row(int failures, Instant until) {}

    private Row lock(Throttle kind, byte[] key, Instant now) {
        jdbc.sql(
                        """
                        insert into identity.sign_in_attempt (key, failures, blocked_until, last_at)
                        values (:key, 0, :now, :now)
                        on conflict (key) do nothing
                        """)
                .param("key", key)
                .param("now", utc(now))
                .update();
        return jdbc.sql(
                        """
                        select case when last_at < :forgotten then 0 else failures end as failures,
                               blocked_until
                          from identity.sign_in_attempt
                         where key = :key
                           for update
                        """)
                .param("key", key)
                .param("forgotten", utc(now.minus(kind.memory())))
                .query(
                        (row, n) ->
                                new Row(
                                        row.getInt("failures"),
                                        row.getObject("blocked_until", OffsetDateTime.class)
                                                .toInstant()))
                .single();
    }

    private void count(Throttle kind, byte[] key, int failures, Instant now) {
        jdbc.sql(
                        """
                        update identity.sign_in_attempt
                           set failures = :failures, blocked_until = :until, last_at = :now
                         where key = :key
                        """)
                .param("key", key)
                .param("failures", failures)
                .param("until", utc(now.plus(kind.delay(failures))))
                .param("now", utc(now))
                .update();
    }

    /// In one order everywhere, so that two tries never wait for each other in a circle.
    private static Map<Throttle, byte[]> keys(String loginKey, String address) {
        var keys = new EnumMap<Throttle, byte[]>(Throttle.class);
        keys.put(Throttle.ACCOUNT, hash("account:" + loginKey));
        keys.put(Throttle.ADDRESS, hash("address:" + NetworkAddress.counted(address)));
        return keys;
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
