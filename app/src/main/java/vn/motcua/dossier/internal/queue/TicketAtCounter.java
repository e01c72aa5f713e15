package vn.motcua.dossier.internal.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.PersonalId;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;

/// The ticket an officer is serving, as the counter needs it: whose it is, and what came of it.
@Service
public class TicketAtCounter {
    private static final Set<Ticket.State> AT_DESK =
            Set.of(Ticket.State.CALLED, Ticket.State.SERVING);

    private final QueueStore store;
    private final Accounts accounts;
    private final Permissions permissions;
    private final Asking asking;
    private final Clock clock;

    TicketAtCounter(
            QueueStore store,
            Accounts accounts,
            Permissions permissions,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.permissions = permissions;
        this.asking = asking;
        this.clock = clock;
    }

    /// Number of identity of whoever took the ticket with their account, for the counter, which
    /// writes the look-up down itself. Only while this officer has them at the desk.
    @Transactional(readOnly = true)
    public Optional<PersonalId> person(UUID ticket) {
        permissions.require(PositionKind.RECEPTIONIST);
        var caller = asking.current();
        var today = HanoiTime.dateOf(clock.instant());
        return store.find(ticket)
                .filter(found -> found.day().equals(today) && AT_DESK.contains(found.state()))
                .filter(found -> found.agency().equals(caller.agency()))
                .filter(
                        found ->
                                found.officer() != null && found.officer().equals(caller.account()))
                .map(Ticket::account)
                .flatMap(account -> asking.as(Caller.system(), () -> accounts.find(account)))
                .map(Account::personalId)
                .map(PersonalId::new);
    }

    /// Whose the tickets of days before this moment were is known no more.
    public int forgetPeopleBefore(Instant before) {
        return store.forgetPeople(HanoiTime.dateOf(before));
    }

    /// What is filed or handed over now came of the ticket this officer is serving.
    @Transactional
    public void came(UUID dossier) {
        var caller = asking.current();
        if (caller.account() == null || caller.agency() == null) return;
        store.attach(caller.agency(), HanoiTime.dateOf(clock.instant()), caller.account(), dossier);
    }
}
