package vn.motcua.dossier.internal.appointment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.store.AppointmentStore;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.worktime.Calendars;

/// How many open dossiers a change of the calendar would move: each is reckoned by the calendar
/// as it would be, nothing is written.
@Service
class CalendarPreview {
    private static final int BATCH = 1_000;
    private static final int SHOWN = 5;

    /// Enough to decide by; beyond it the count is told as “more than”.
    private static final int MOST = 100_000;

    private final AppointmentStore appointments;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CalendarPreview(
            AppointmentStore appointments,
            Calendars calendars,
            Asking asking,
            Clock clock,
            TransactionTemplate transaction) {
        this.appointments = appointments;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    CalendarView.Moves of(CalendarChange change) {
        return asking.as(Caller.system(), () -> count(change));
    }

    private CalendarView.Moves count(CalendarChange change) {
        var proposed = change.proposed(calendars);
        var now = clock.instant();
        var from = HanoiTime.instant(change.from().atStartOfDay());
        var examples = new ArrayList<CalendarView.Move>();
        var last = new LatenessStore.Due(from, AppointmentStore.FIRST);
        int seen = 0;
        int moved = 0;
        List<AppointmentStore.Kept> batch;
        do {
            var after = last;
            batch =
                    Objects.requireNonNull(
                            transaction.execute(_ -> appointments.kept(after, BATCH)));
            for (var kept : batch) {
                var due = kept.ledger().reckon(proposed.of(kept.agency()), now).due();
                if (due == null || due.equals(kept.due())) continue;
                moved++;
                if (examples.size() < SHOWN)
                    examples.add(new CalendarView.Move(kept.code(), kept.due(), due));
            }
            seen += batch.size();
            if (!batch.isEmpty())
                last = new LatenessStore.Due(batch.getLast().due(), batch.getLast().dossier());
        } while (batch.size() == BATCH && seen < MOST);
        return new CalendarView.Moves(seen, moved, batch.size() == BATCH, examples);
    }
}
