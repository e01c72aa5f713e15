package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.store.AppointmentStore;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.worktime.Calendars;

/// Stored appointments follow the working calendar: a holiday announced later moves them, and
/// everybody who reads the journal hears of it.
@Service
public class Appointments {
    private static final int BATCH = 200;

    private final AppointmentStore appointments;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Appointments(
            AppointmentStore appointments,
            DossierStore dossiers,
            TaskStore tasks,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock,
            TransactionTemplate transaction) {
        this.appointments = appointments;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Reckons every open appointment anew when the calendar is another one than last time. Cut
    /// short, it begins again: an appointment that is right already stays as it is. A dossier
    /// that could not be reckoned keeps the version open, so that it is tried again.
    public void followCalendar() {
        asking.run(
                Caller.system(),
                () -> {
                    int version = calendars.version();
                    int before = transact(appointments::calendarVersion);
                    if (version == before) return;
                    var decision =
                            String.join("; ", transact(() -> calendars.decisionsSince(before)));
                    if (oneByOne.<LatenessStore.Due>walk(
                            "appointment",
                            BATCH,
                            after -> appointments.open(after, BATCH),
                            LatenessStore.Due::dossier,
                            due -> reckon(due.dossier(), decision)))
                        transaction.executeWithoutResult(_ -> appointments.reckonedBy(version));
                });
    }

    private void reckon(UUID id, String decision) {
        var before = dossiers.lock(id);
        var now = clock.instant();
        var after = before.reckonedAnew(decision, now, calendars.of(before.agency()));
        var due = after.moments().due();
        if (due == null || due.equals(before.moments().due())) return;
        dossiers.update(after);
        tasks.appoint(after);
        tasks.close(id, Task.APOLOGY, null, null, "moved", null, now);
        journal.append(
                Facts.of(
                        "due-moved",
                        after,
                        Caller.system(),
                        now,
                        Map.of(
                                "from",
                                String.valueOf(before.moments().due()),
                                "decision",
                                decision)));
    }

    private <T> T transact(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
