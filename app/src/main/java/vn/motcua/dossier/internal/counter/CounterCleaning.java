package vn.motcua.dossier.internal.counter;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.queue.TicketAtCounter;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;

/// Throws away what nobody came back for: half-typed pages, half-scanned papers and forms read back
/// that were never filed; and forgets whose old tickets of the queue were. Files go with the
/// vault's own cleaning.
@Service
public class CounterCleaning {
    private static final Duration KEPT = Duration.ofDays(30);

    private final KeptTyping typing;
    private final ScanStore scans;
    private final Helped helped;
    private final TicketAtCounter tickets;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CounterCleaning(
            KeptTyping typing,
            ScanStore scans,
            Helped helped,
            TicketAtCounter tickets,
            Asking asking,
            TransactionTemplate transaction,
            Clock clock) {
        this.typing = typing;
        this.scans = scans;
        this.helped = helped;
        this.tickets = tickets;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void clean() {
        var before = clock.instant().minus(KEPT);
        asking.run(
                Caller.system(),
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    var _ = typing.forgetBefore(before);
                                    var _ = scans.forgetBefore(before);
                                    var _ = helped.forgetBefore(before);
                                    var _ = tickets.forgetPeopleBefore(before);
                                }));
    }
}
