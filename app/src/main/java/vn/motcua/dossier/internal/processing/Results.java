package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.MoveStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Effect;
import vn.motcua.worktime.Calendars;

/// What a move of the process comes to: the document it issues, the end of the officers' clock,
/// the return.
@Service
class Results {
    private final MoveStore moves;
    private final List<Outside> outside;
    private final Documents documents;
    private final Vault vault;
    private final Calendars calendars;
    private final Unfetched unfetched;
    private final Lateness lateness;
    private final Journal journal;

    Results(
            MoveStore moves,
            List<Outside> outside,
            Documents documents,
            Vault vault,
            Calendars calendars,
            Unfetched unfetched,
            Lateness lateness,
            Journal journal) {
        this.moves = moves;
        this.outside = List.copyOf(outside);
        this.documents = documents;
        this.vault = vault;
        this.calendars = calendars;
        this.unfetched = unfetched;
        this.lateness = lateness;
        this.journal = journal;
    }

    /// Saves a dossier after a move of its process: with its result when the move issued one,
    /// handed over when nothing is left to do.
    ///
    /// @return the dossier as saved
    Dossier settle(Steps.Walked walked, Caller by, Instant now) {
        var news = new ArrayList<Entry>();
        var saved = settle(walked, by, now, news);
        journal.append(news);
        return saved;
    }

    /// [#settle] of an act before which the officer was asked why the dossier is late, if it is.
    Dossier settleAsked(Steps.Walked walked, Caller by, Instant now) {
        var news = new ArrayList<Entry>();
        var saved = save(walked, by, now, news);
        journal.append(news);
        return saved;
    }

    /// @param entries takes what the journal has to hear of it
    Dossier settle(Steps.Walked walked, Caller by, Instant now, List<Entry> entries) {
        var saved = save(walked, by, now, entries);
        if (walked.issued() == null) return saved;
        var why = lateness.byItself(saved, timed(walked), now);
        if (why != null) entries.add(why);
        return saved;
    }

    private static boolean timed(Steps.Walked walked) {
        return walked.entries().stream()
                .anyMatch(entry -> Boolean.TRUE.equals(entry.data().get("byTimer")));
    }

    private Dossier save(Steps.Walked walked, Caller by, Instant now, List<Entry> entries) {
        entries.addAll(walked.entries());
        var dossier = ask(walked, by, now);
        var calendar = calendars.of(dossier.agency());
        if (walked.issued() != null) {
            dossier = dossier.completed(walked.issued(), now, calendar);
            documents.issue(dossier, walked.issued(), by, walked.note(), now);
            entries.add(Facts.of("completed", dossier, by, now));
            walked.move().close(apologised(by, now));
        }
        if (walked.finished() && dossier.can(vn.motcua.dossier.internal.model.Act.RETURN)) {
            dossier = dossier.returned(now);
            entries.add(
                    Facts.of(
                            "returned",
                            dossier,
                            by,
                            now,
                            Map.of("way", dossier.returnWay().name())));
        }
        shareFiles(dossier, walked.move());
        moves.save(dossier, walked.move());
        if (dossier.state() == DossierState.RETURNED) unfetched.fetched(dossier.id());
        else if (walked.issued() != null) unfetched.ready(dossier, now);
        return dossier;
    }

    /// A letter of apology nobody wrote in time is no longer to be written.
    private static Move.Closing apologised(Caller by, Instant now) {
        return new Move.Closing(
                Task.APOLOGY, null, by.account(), by.name(), null, null, "completed", null, now);
    }

    /// An agency that is given a step opens the papers of the dossier.
    private void shareFiles(Dossier dossier, Move move) {
        for (var task : move.opened()) {
            if (task.agency().equals(dossier.agency())) continue;
            var files = new HashSet<UUID>();
            dossier.papers().forEach(paper -> files.addAll(paper.files()));
            if (!files.isEmpty()) vault.share(files, task.agency());
        }
    }

    /// What the move asks of others is asked with it, or not at all.
    private Dossier ask(Steps.Walked walked, Caller by, Instant now) {
        var dossier = walked.dossier();
        for (var effect : walked.outside())
            for (var outside : this.outside)
                dossier =
                        switch (effect) {
                            case Effect.ServiceCalled asked ->
                                    outside.asked(dossier, asked, by, now);
                            case Effect.Called called -> outside.called(dossier, called, by, now);
                            default -> dossier;
                        };
        return dossier;
    }
}
