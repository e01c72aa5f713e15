package vn.motcua.identity.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.AccessTokens;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountKind;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Staff;

/// Issues, checks and revokes access tokens. A token is 256 random bits, so a plain SHA-256 of
/// it is enough to keep.
@Service
class TokenDesk implements AccessTokens {
    static final String MARK = "mc_";

    /// How long a good token is believed without asking the database: the longest a revoked one
    /// goes on working.
    static final Duration BELIEVED = Duration.ofSeconds(45);

    private static final int CACHED_AT_MOST = 20_000;

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final Staff staff;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<Key, Known> cache = new ConcurrentHashMap<>();

    /// A token's hash as map key.
    private record Key(String hash) {}

    private record Known(Caller caller, Instant until) {}

    TokenDesk(
            JdbcClient jdbc,
            AccountStore accounts,
            Staff staff,
            Asking asking,
            AskingTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.staff = staff;
        this.asking = asking;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    @Transactional
    public String issue(
            UUID account, Role role, @Nullable String agency, String label, Duration life) {
        var caller = asking.current();
        boolean own = account.equals(caller.account()) && role == caller.role();
        boolean ownAgency = agency == null || agency.equals(caller.agency());
        if (!caller.is(Role.SYSTEM) && !(own && ownAgency)) {
            throw new ProblemException(IdentityProblem.NOT_ALLOWED);
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into identity.access_token (
                            id, account, token_hash, label, role, agency, issued_at, expires_at)
                        values (:id, :account, :hash, :label, :role, :agency, :now, :expires)
                        """)
                .param("id", Ids.next(clock))
                .param("account", account)
                .param("hash", AttemptStore.hash(token))
                .param("label", label)
                .param("role", role.name())
                .param("agency", agency)
                .param("now", AttemptStore.utc(now))
                .param("expires", AttemptStore.utc(now.plus(life)))
                .update();
        return token;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccessToken> of(UUID account) {
        return jdbc.sql(
                        """
                        select id, label, issued_at, expires_at, revoked_at
                          from identity.access_token
                         where account = :account
                         order by issued_at desc
                        """)
                .param("account", account)
                .query(
                        (row, n) ->
                                new AccessToken(
                                        row.getObject("id", UUID.class),
                                        row.getString("label"),
                                        row.getObject("issued_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getTimestamp("revoked_at") != null))
                .list();
    }

    @Override
    @Transactional
    public void revoke(UUID id) {
        int revoked =
                jdbc.sql(
                                """
                                update identity.access_token
                                   set revoked_at = :now
                                 where id = :id and revoked_at is null
                                """)
                        .param("id", id)
                        .param("now", AttemptStore.utc(clock.instant()))
                        .update();
        if (revoked == 0) throw new ProblemException(IdentityProblem.NOT_FOUND);
        cache.clear();
    }

    /// Believes none of the account's tokens any more without asking again, now and once the
    /// transaction under way is through.
    void forget(UUID account) {
        drop(account);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        drop(account);
                    }
                });
    }

    private void drop(UUID account) {
        cache.values().removeIf(known -> account.equals(known.caller().account()));
    }

    /// Who asks with this token.
    Optional<Caller> caller(String token) {
        if (!token.startsWith(MARK) || token.length() != MARK.length() + 43)
            return Optional.empty();
        var hash = AttemptStore.hash(token);
        var key = new Key(Base64.getEncoder().encodeToString(hash));
        var now = clock.instant();
        var known = cache.get(key);
        if (known != null && known.until().isAfter(now)) return Optional.of(known.caller());
        var found = ask(hash, now).orElse(null);
        if (found == null) {
            cache.remove(key);
            return Optional.empty();
        }
        if (cache.size() >= CACHED_AT_MOST) cache.clear();
        cache.put(key, found);
        return Optional.of(found.caller());
    }

    private Optional<Known> ask(byte[] hash, Instant now) {
        var answer =
                asking.as(
                        Caller.system(),
                        () -> transaction.<Optional<Known>>execute(s -> lookUp(hash, now)));
        return answer == null ? Optional.empty() : answer;
    }

    private record Row(
            UUID account, byte[] hash, Role role, @Nullable String agency, Instant expires) {}

    private Optional<Known> lookUp(byte[] hash, Instant now) {
        var row =
                jdbc.sql(
                                """
                                select account, token_hash, role, agency, expires_at
                                  from identity.access_token
                                 where token_hash = :hash and revoked_at is null and expires_at > :now
                                """)
                        .param("hash", hash)
                        .param("now", AttemptStore.utc(now))
                        .query(
                                (r, n) ->
                                        new Row(
                                                r.getObject("account", UUID.class),
                                                r.getBytes("token_hash"),
                                                Role.valueOf(r.getString("role")),
                                                r.getString("agency"),
                                                r.getObject("expires_at", OffsetDateTime.class)
                                                        .toInstant()))
                        .optional()
                        .filter(found -> MessageDigest.isEqual(found.hash(), hash))
                        .orElse(null);
        if (row == null) return Optional.empty();
        var caller =
                accounts.find(row.account())
                        .filter(account -> !account.disabled())
                        .flatMap(account -> caller(account, row));
        var until = now.plus(BELIEVED);
        return caller.map(c -> new Known(c, row.expires().isBefore(until) ? row.expires() : until));
    }

    /// An officer's token is worth what the officer's positions are worth today.
    private Optional<Caller> caller(Account account, Row row) {
        if (account.kind() == AccountKind.CITIZEN) {
            return Optional.of(Caller.citizen(account.id(), account.fullName()));
        }
        return Position.of(staff.of(account.id())).stream()
                .filter(p -> p.role() == row.role() && p.agency().equals(row.agency()))
                .map(p -> p.caller(account))
                .findFirst();
    }
}
