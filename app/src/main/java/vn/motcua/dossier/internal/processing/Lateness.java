package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.LateReasons.LateReason;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.worktime.Calendars;

/// Why a dossier is late: asked with the letter of apology, and once more when a late dossier is
/// completed. Being late blocks nothing; where nobody could be asked the reason stays open.
@Component
public class Lateness {
    private final LatenessStore store;
    private final Calendars calendars;
    private final Journal journal;
    private final Clock clock;

    Lateness(LatenessStore store, Calendars calendars, Journal journal, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.journal = journal;
        this.clock = clock;
    }

    /// Whether an answer given at this moment is late by the first appointment. A letter of
    /// apology changes nothing about it.
    public boolean late(Dossier dossier, Instant at) {
        if (dossier.ledger().lines().isEmpty() || dossier.ledger().paused()) return false;
        var lawful = dossier.ledger().reckon(calendars.of(dossier.agency()), at).lawfulDue();
        return lawful != null && at.isAfter(lawful);
    }

    void explain(
            Dossier dossier,
            LatenessStore.Stage stage,
            LateReason reason,
            String words,
            Acting by) {
        var due = dossier.moments().firstDue();
        if (due == null) return;
        store.explain(
                new LatenessStore.Said(
                        Ids.next(clock),
                        dossier.id(),
                        dossier.agency(),
                        stage,
                        reason.id(),
                        words,
                        due,
                        by.by().account(),
                        by.by().name(),
                        by.now()));
        journal.append(
                Facts.of(
                        "lateness-explained",
                        dossier,
                        by.by(),
                        by.now(),
                        Map.of("stage", stage.name(), "reason", reason.id())));
    }
}
