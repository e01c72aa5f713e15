package vn.motcua.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountKind;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.organization.Staff;

/// Lets people in. The password is checked between two short transactions: no connection waits
/// for the hash.
@Service
class SignInDesk {
    private final AttemptStore attempts;
    private final AccountStore store;
    private final Passwords passwords;
    private final Staff staff;
    private final Journal journal;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInDesk(
            AttemptStore attempts,
            AccountStore store,
            Passwords passwords,
            Staff staff,
            Journal journal,
            Asking asking,
            AskingTransactionManager transactions,
            Clock clock) {
        this.attempts = attempts;
        this.store = store;
        this.passwords = passwords;
        this.staff = staff;
        this.journal = journal;
        this.asking = asking;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    SignInOutcome signIn(String login, String password, String address) {
        return asking.as(
                Caller.system(), () -> tryIn(AccountBook.loginKey(login), password, address));
    }

    private record Known(Account account, Optional<String> hash) {}

    private SignInOutcome tryIn(String loginKey, String password, String address) {
        var comeBack = attempts.take(loginKey, address);
        if (comeBack.isPresent()) return new SignInOutcome.TooEarly(comeBack.get());
        var known = inTransaction(() -> store.byLogin(loginKey).map(this::withHash));
        var hash = known.flatMap(Known::hash).orElse(null);
        if (!passwords.matches(password, hash)) return new SignInOutcome.Wrong();
        attempts.forgive(loginKey, address);
        return inTransaction(() -> welcome(known.orElseThrow(), password));
    }

    private Known withHash(Account account) {
        return new Known(account, store.password(account.id()));
    }

    private SignInOutcome welcome(Known known, String password) {
        var account = known.account();
        if (account.disabled()) return new SignInOutcome.Closed();
        if (known.hash().filter(passwords::outdated).isPresent()) {
            store.setPassword(account.id(), passwords.hash(password), clock.instant());
        }
        if (account.kind() == AccountKind.CITIZEN) {
            note("account.signed-in", account.id());
            return new SignInOutcome.Citizen(account);
        }
        var positions = Position.of(staff.of(account.id()));
        if (positions.isEmpty()) return new SignInOutcome.Closed();
        note("account.signed-in", account.id());
        return new SignInOutcome.Officer(account, positions);
    }

    /// The account and the positions to choose from, for somebody already let in.
    Optional<SignInOutcome.Officer> officer(UUID id) {
        return asking.as(
                Caller.system(),
                () ->
                        inTransaction(
                                () ->
                                        store.find(id)
                                                .filter(a -> !a.disabled())
                                                .map(
                                                        a ->
                                                                new SignInOutcome.Officer(
                                                                        a, positions(id)))));
    }

    /// Asks somebody signed in for their password once more, as slowly as at the door.
    ///
    /// @return the message key of what is wrong, or null
    @Nullable String check(Account account, String password, String address) {
        return asking.as(
                        Caller.system(),
                        () -> {
                            var key = AccountBook.loginKey(account.loginName());
                            if (attempts.take(key, address).isPresent()) {
                                return Optional.of("identity.account.password.too-early");
                            }
                            var hash = inTransaction(() -> store.password(account.id()));
                            if (!passwords.matches(password, hash.orElse(null))) {
                                return Optional.of("identity.account.password.wrong");
                            }
                            attempts.forgive(key, address);
                            return Optional.<String>empty();
                        })
                .orElse(null);
    }

    private List<Position> positions(UUID account) {
        return Position.of(staff.of(account));
    }

    private void note(String kind, UUID account) {
        journal.append(
                new Entry(
                        kind,
                        "account",
                        account,
                        null,
                        new Actor("anonymous", account, null),
                        clock.instant(),
                        Map.of()));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        var answer = transaction.execute(status -> work.get());
        if (answer == null) throw new IllegalStateException("no answer");
        return answer;
    }
}
