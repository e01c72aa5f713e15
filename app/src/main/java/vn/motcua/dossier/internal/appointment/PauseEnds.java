package vn.motcua.dossier.internal.appointment;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PauseStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.worktime.Calendars;

/// Clocks that go on by themselves when the term of the ground has passed: whoever was asked and
/// kept silent holds nobody up. The clock counts from the end of the term, whenever this looks.
@Service
public class PauseEnds {
    private static final int BATCH = 100;

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PauseStore pauses;
    private final OneByOne oneByOne;
    private final Rules rules;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    PauseEnds(
            DossierStore dossiers,
            TaskStore tasks,
            PauseStore pauses,
            OneByOne oneByOne,
            Rules rules,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.pauses = pauses;
        this.oneByOne = oneByOne;
        this.rules = rules;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Lets every clock go on whose pause has lasted its term.
    public void end() {
        asking.run(
                Caller.system(),
                () -> {
                    var _ =
                            oneByOne.<PauseStore.Over>walk(
                                    "end of pause",
                                    BATCH,
                                    after -> pauses.over(clock.instant(), after, BATCH),
                                    PauseStore.Over::dossier,
                                    over -> end(over.dossier()));
                });
    }

    /// A dossier that waits for something else meanwhile is looked at again next time.
    private void end(UUID id) {
        var before = dossiers.lock(id);
        var pause = before.ledger().pause();
        if (pause == null || pause.until() == null) {
            pauses.ended(id);
            return;
        }
        var now = clock.instant();
        if (pause.until().isAfter(now)
                || !before.can(Act.RESUME)
                || Rules.waitsForOthers(before, rules.process(before))) return;
        var last = before.ledger().lines().getLast().at();
        var at = pause.until().isBefore(last) ? last : pause.until();
        var after = before.resumed(true, at, calendars.of(before.agency()));
        tasks.waited(id, null, pause.at(), at);
        dossiers.update(after);
        tasks.appoint(after);
        pauses.ended(id);
        var data = Map.<String, Object>of("ground", pause.ground(), "byItself", true);
        journal.append(Facts.of("resumed", after, Caller.system(), now, data));
    }
}
