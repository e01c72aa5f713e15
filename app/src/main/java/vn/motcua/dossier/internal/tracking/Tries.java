package vn.motcua.dossier.internal.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.NetworkAddress;
import vn.motcua.kernel.OwnTransaction;
import vn.motcua.kernel.ProblemException;

/// Counts guesses at the four digits in the database. A try is counted before the digits are
/// looked at, so any number of simultaneous tries gets no more guesses than the same number one
/// by one; who was right gets the try back.
@Repository
class Tries {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration DAY = Duration.ofDays(1);
    static final int A_CODE = 8;
    static final int A_CODE_A_DAY = 40;
    static final int AN_ADDRESS = 30;
    static final int AN_ADDRESS_A_DAY = 600;

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Clock clock;

    Tries(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new OwnTransaction(transactions);
        this.clock = clock;
    }

    /// @throws ProblemException `dossier.tracking-too-many`
    void take(DossierCode code, String address) {
        var now = clock.instant();
        boolean free =
                own.get(
                        () ->
                                count(codeKey(code), A_CODE, A_CODE_A_DAY, now)
                                        & count(
                                                addressKey(address),
                                                AN_ADDRESS,
                                                AN_ADDRESS_A_DAY,
                                                now));
        if (!free) throw new ProblemException(DossierProblem.TRACKING_TOO_MANY, WINDOW.toMinutes());
    }

    void giveBack(DossierCode code, String address) {
        own.run(
                () -> {
                    giveBack(codeKey(code));
                    giveBack(addressKey(address));
                });
    }

    void forget() {
        var _ =
                jdbc.sql("delete from dossier.tracking_try where day_since < :before")
                        .param("before", utc(clock.instant().minus(DAY.multipliedBy(2))))
                        .update();
    }

    private record Counted(int tries, int dayTries) {}

    /// The row stays locked until the count is committed.
    private boolean count(byte[] key, int most, int mostADay, Instant now) {
        var counted =
                jdbc.sql(
                                """
                        insert into dossier.tracking_try as t (key, tries, since, day_tries, day_since)
                        values (:key, 1, :now, 1, :now)
                        on conflict (key) do update
                           set tries = case when t.since <= :window then 1 else t.tries + 1 end,
                               since = case when t.since <= :window then excluded.since else t.since end,
                               day_tries = case when t.day_since <= :day then 1 else t.day_tries + 1 end,
                               day_since = case when t.day_since <= :day then excluded.day_since
                                                else t.day_since end
                        returning tries, day_tries
                        """)
                        .param("key", key)
                        .param("now", utc(now))
                        .param("window", utc(now.minus(WINDOW)))
                        .param("day", utc(now.minus(DAY)))
                        .query(
                                (row, _) ->
                                        new Counted(row.getInt("tries"), row.getInt("day_tries")))
                        .single();
        return counted.tries() <= most && counted.dayTries() <= mostADay;
    }

    private void giveBack(byte[] key) {
        var _ =
                jdbc.sql(
                                """
                        update dossier.tracking_try
                           set tries = greatest(tries - 1, 0), day_tries = greatest(day_tries - 1, 0)
                         where key = :key
                        """)
                        .param("key", key)
                        .update();
    }

    private static byte[] codeKey(DossierCode code) {
        return hash("code:" + code.value());
    }

    private static byte[] addressKey(String address) {
        return hash("address:" + NetworkAddress.counted(address));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
