package vn.motcua.dossier.internal.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.ReminderStore;
import vn.motcua.dossier.internal.store.ReminderStore.Open;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.worktime.Calendars;

/// Reminds the person of what was asked, on the pages where they follow their dossier: when half
/// of the term has passed and three days before its end, each once.
@Service
public class Reminders {
    private static final int BATCH = 200;

    private final DossierStore dossiers;
    private final ReminderStore reminders;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Reminders(
            DossierStore dossiers,
            ReminderStore reminders,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.reminders = reminders;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    public void remind() {
        asking.run(
                Caller.system(),
                () -> {
                    var today = HanoiTime.dateOf(clock.instant());
                    var _ =
                            oneByOne.<Open>walk(
                                    "reminder",
                                    BATCH,
                                    after -> reminders.open(today, after, BATCH),
                                    Open::dossier,
                                    request -> remind(request, today));
                });
    }

    private void remind(Open request, LocalDate today) {
        var dossier = dossiers.require(request.dossier());
        if (dossier.state() != DossierState.SUPPLEMENT_REQUESTED) return;
        var last = calendars.of(dossier.agency()).workingDayFrom(request.answerBy());
        var now = clock.instant();
        for (var part : Reminding.due(HanoiTime.dateOf(request.asked()), last, today)) {
            if (!reminders.reminded(request.id(), part, request.dossier(), now)) continue;
            journal.append(
                    Facts.of(
                            "reminded",
                            dossier,
                            Caller.system(),
                            now,
                            Map.of("part", part.name(), "number", request.number())));
        }
    }
}
