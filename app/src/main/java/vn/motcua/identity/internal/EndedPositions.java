package vn.motcua.identity.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.organization.PositionEnded;

/// A session says what its owner may do from sign-in on. When a position ends, the sessions that
/// may speak in its name end with it; a token asks for the positions of the day anyway.
@Component
class EndedPositions {
    private final AccountStore accounts;
    private final TokenDesk tokens;
    private final Asking asking;

    EndedPositions(AccountStore accounts, TokenDesk tokens, Asking asking) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.asking = asking;
    }

    @EventListener
    void on(PositionEnded ended) {
        asking.run(Caller.system(), () -> accounts.endSessions(ended.account()));
        tokens.forget(ended.account());
    }
}
