package vn.motcua.identity.internal;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.NewAccount;
import vn.motcua.identity.PersonalId;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.Role;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;

@Service
class AccountBook implements Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,99}");

    private final AccountStore store;
    private final Passwords passwords;
    private final TokenDesk tokens;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    AccountBook(
            AccountStore store,
            Passwords passwords,
            TokenDesk tokens,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.tokens = tokens;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// How login names are compared: forgiving about case, blanks around and full-width letters.
    static String loginKey(String typed) {
        var text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return PersonalId.parse(text).map(PersonalId::value).orElse(text);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return store.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> byLogin(String login) {
        return store.byLogin(loginKey(login));
    }

    @Override
    @Transactional
    public UUID register(NewAccount account) {
        var key = loginKey(account.loginName());
        boolean digits = key.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!LOGIN.matcher(key).matches() || digits && !key.equals(account.personalId())) {
            throw new ProblemException(IdentityProblem.LOGIN_FORM);
        }
        if (account.personalId() != null && PersonalId.fault(account.personalId()) != null) {
            throw new ProblemException(IdentityProblem.LOGIN_FORM);
        }
        var id = Ids.next(clock);
        if (!store.insert(id, key, account, clock.instant())) {
            throw new ProblemException(IdentityProblem.LOGIN_TAKEN);
        }
        var password = account.password();
        if (password != null) {
            checkPassword(password, own(key, account.personalId(), account.phone()));
            store.setPassword(id, passwords.hash(password), clock.instant());
        }
        note("account.registered", id, Map.of("kind", account.kind().name()));
        return id;
    }

    @Override
    @Transactional
    public Optional<Account> atCounter(PersonalId id, String purpose) {
        if (!asking.current().is(Role.OFFICER, Role.LEADER)) {
            throw new ProblemException(IdentityProblem.NOT_ALLOWED);
        }
        var found = store.atCounter(id.value());
        found.ifPresent(seen -> note("account.viewed", seen.id(), Map.of("purpose", purpose)));
        return found;
    }

    @Override
    @Transactional
    public void changeContact(
            UUID id,
            @Nullable PhoneNumber phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String communeCode) {
        store.changeContact(
                id,
                phone == null ? null : phone.e164(),
                email == null ? null : email.strip().toLowerCase(Locale.ROOT),
                address == null ? null : Fold.tidy(address),
                communeCode);
        note("account.contact-changed", id, Map.of());
    }

    @Override
    @Transactional
    public void changePassword(UUID id, String password) {
        demand(id.equals(asking.current().account()) || asking.current().is(Role.SYSTEM));
        var account = store.find(id).orElseThrow(AccountBook::notFound);
        checkPassword(password, own(account));
        var hash = passwords.hash(password);
        asking.run(
                Caller.system(),
                () -> {
                    store.setPassword(id, hash, clock.instant());
                    store.revokeTokens(id, clock.instant());
                });
        tokens.forget(id);
        note("account.password-changed", id, Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean opensWith(UUID id, String password) {
        demand(asking.current().is(Role.SYSTEM));
        return store.password(id).map(hash -> passwords.matches(password, hash)).orElse(false);
    }

    @Override
    @Transactional
    public void disable(UUID id) {
        demand(asking.current().is(Role.SYSTEM, Role.OPERATOR));
        asking.run(
                Caller.system(),
                () -> {
                    store.setDisabled(id, clock.instant());
                    store.endSessions(id);
                    store.revokeTokens(id, clock.instant());
                });
        tokens.forget(id);
        note("account.disabled", id, Map.of());
    }

    @Override
    @Transactional
    public void enable(UUID id) {
        demand(asking.current().is(Role.SYSTEM, Role.OPERATOR));
        asking.run(Caller.system(), () -> store.setDisabled(id, null));
        note("account.enabled", id, Map.of());
    }

    @Override
    @Transactional
    public void endSessions(UUID id) {
        demand(
                id.equals(asking.current().account())
                        || asking.current().is(Role.SYSTEM, Role.OPERATOR));
        store.endSessions(id);
    }

    private void note(String kind, UUID account, Map<String, Object> data) {
        var caller = asking.current();
        journal.append(
                new Entry(
                        kind,
                        "account",
                        account,
                        caller.agency(),
                        new Actor(caller.role().setting(), caller.account(), caller.agency()),
                        clock.instant(),
                        data));
    }

    /// What a password must not be, because others know it.
    static List<String> own(Account account) {
        return own(account.loginName(), account.personalId(), account.phone());
    }

    private static List<String> own(
            String login, @Nullable String personalId, @Nullable String phone) {
        var own = new ArrayList<String>();
        own.add(login);
        if (personalId != null) own.add(personalId);
        if (phone != null) {
            own.add(phone);
            own.add(phone.replaceFirst("^[+]84", "0"));
        }
        return own;
    }

    private static void checkPassword(String password, List<String> own) {
        if (PasswordRules.fault(password, own) != null) {
            throw new ProblemException(IdentityProblem.PASSWORD_RULES);
        }
    }

    private static void demand(boolean allowed) {
        if (!allowed) throw new ProblemException(IdentityProblem.NOT_ALLOWED);
    }

    private static ProblemException notFound() {
        return new ProblemException(IdentityProblem.NOT_FOUND);
    }
}
