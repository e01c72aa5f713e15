package vn.motcua.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accounts of citizens and officers. Row-level security decides what a caller sees: one's own
/// account, or as [Role#SYSTEM] all of them. Officers reach another person's account by
/// [#atCounter] alone.
public interface Accounts {
    Optional<Account> find(UUID id);

    /// By login name or, for citizens, personal id.
    Optional<Account> byLogin(String login);

    /// Opens an account. Refuses a login name or personal id that is taken and a password that
    /// breaks the rules.
    UUID register(NewAccount account);

    /// An officer or leader looks up the citizen standing at the counter. The look is recorded
    /// in the journal (`account.viewed`) before anything is shown.
    ///
    /// @param purpose code of the purpose, for example `counter-filing`
    Optional<Account> atCounter(PersonalId id, String purpose);

    /// Changes how one's own person is reached; null clears.
    void changeContact(
            UUID id,
            @Nullable PhoneNumber phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String communeCode);

    /// Revokes the account's tokens too: whoever knew the old password may have made some.
    void changePassword(UUID id, String password);

    /// Whether this is the account's password; as [Role#SYSTEM] only. Costs as much as a sign-in.
    boolean opensWith(UUID id, String password);

    /// Closes the account to sign-in, ends its sessions and revokes its tokens at once.
    void disable(UUID id);

    void enable(UUID id);

    /// Ends all sessions of an account, for example after a change of position.
    void endSessions(UUID id);
}
