package vn.motcua.identity.internal;

import java.time.Instant;
import java.util.List;
import vn.motcua.identity.Account;

/// How a try to sign in ended.
sealed interface SignInOutcome {
    record Citizen(Account account) implements SignInOutcome {}

    /// @param positions never empty
    record Officer(Account account, List<Position> positions) implements SignInOutcome {}

    /// The password is right, the account may not be used: closed, or an officer without a
    /// position.
    record Closed() implements SignInOutcome {}

    /// Login name or password is wrong; which of them is not told.
    record Wrong() implements SignInOutcome {}

    /// Too many tries: come back then.
    record TooEarly(Instant comeBack) implements SignInOutcome {}
}
