package vn.motcua.dossier.internal.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.LatenessStore.Due;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;

/// The day before: a dossier that will not be done by its appointment becomes a piece of work of
/// whoever signs the letter of apology, and stands on the list the whole desk sees.
///
/// Source: [one-stop-decree]; the letter goes out at least one day before the appointment.
@Service
public class LateWatch {
    private static final int BATCH = 200;

    /// Longer than any run of days off, so that the next working day's close lies within it.
    private static final Duration HORIZON = Duration.ofDays(16);

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final LatenessStore lateness;
    private final RemainingWork remaining;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    LateWatch(
            DossierStore dossiers,
            TaskStore tasks,
            LatenessStore lateness,
            RemainingWork remaining,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.lateness = lateness;
        this.remaining = remaining;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Looks at every appointment up to the close of the next working day. Each is told of once.
    public void look() {
        asking.run(
                Caller.system(),
                () -> {
                    var now = clock.instant();
                    var _ =
                            oneByOne.<Due>walk(
                                    "watch of appointments",
                                    BATCH,
                                    after ->
                                            lateness.unwatched(
                                                    now, now.plus(HORIZON), after, BATCH),
                                    Due::dossier,
                                    due -> look(due.dossier(), now));
                });
    }

    private void look(UUID id, Instant now) {
        var seen = dossiers.require(id);
        if (!inDanger(seen, now)) return;
        var dossier = dossiers.lock(id);
        var due = dossier.moments().due();
        if (due == null || !inDanger(dossier, now)) return;
        if (!lateness.told(id, due, dossier.agency(), now)) return;
        tasks.open(
                Task.opened(
                        Ids.next(clock),
                        id,
                        dossier.agency(),
                        Task.Kind.APOLOGY,
                        Task.APOLOGY,
                        Task.APOLOGY,
                        Position.APPROVER,
                        null,
                        now,
                        due,
                        due,
                        null));
        journal.append(Facts.of("late-foreseen", dossier, Caller.system(), now, Map.of()));
    }

    private boolean inDanger(Dossier dossier, Instant now) {
        if (dossier.beforeAcceptance()
                || dossier.moments().finished() != null
                || dossier.ledger().extended()) return false;
        var calendar = calendars.of(dossier.agency());
        if (!dossier.clockRunning(now, calendar)) return false;
        var reckoning = dossier.ledger().reckon(calendar, now);
        var due = reckoning.due();
        return due != null
                && Watch.near(due, now, calendar)
                && Watch.tooLong(
                        remaining.of(dossier), calendar.between(now, due), reckoning.term());
    }
}
