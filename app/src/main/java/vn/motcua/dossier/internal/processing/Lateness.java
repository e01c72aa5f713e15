package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.LateReasons.LateReason;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.Outcome;

/// Why a dossier is late: asked with the letter of apology, and once more when a late dossier is
/// completed. Being late blocks nothing; where nobody could be asked the platform says so itself.
@Component
public class Lateness {
    /// Stands where a name stands, in Vietnamese as all names do.
    private static final String PLATFORM = "Hệ thống";

    private final LatenessStore store;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Lateness(
            LatenessStore store, Calendars calendars, Journal journal, Asking asking, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
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

    private @Nullable Outcome outcome(Dossier dossier, Instant now) {
        return dossier.ledger().reckon(calendars.of(dossier.agency()), now).outcome();
    }

    /// A late dossier that was completed without an officer: silence ended its step, or somebody
    /// acted who is not asked. The reason is the platform's own, so that none is missing.
    ///
    /// @return what the journal has to hear of it; null for a dossier that is not late
    @Nullable Entry byItself(Dossier dossier, boolean timer, Instant now) {
        var due = dossier.moments().firstDue();
        if (due == null || outcome(dossier, now) != Outcome.LATE) return null;
        var reason = LateReasons.given(timer ? LateReasons.TIMER : LateReasons.BY_ITSELF);
        var stage = LatenessStore.Stage.COMPLETED;
        var system = Caller.system();
        asking.run(
                system,
                () ->
                        store.explain(
                                new LatenessStore.Said(
                                        Ids.next(clock),
                                        dossier.id(),
                                        dossier.agency(),
                                        stage,
                                        reason.id(),
                                        reason.text().vi(),
                                        due,
                                        null,
                                        PLATFORM,
                                        now)));
        return Facts.of(
                "lateness-explained",
                dossier,
                system,
                now,
                Map.of("stage", stage.name(), "reason", reason.id()));
    }
}
