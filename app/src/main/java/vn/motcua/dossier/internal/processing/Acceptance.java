package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLine;

/// Accepting a complete dossier: the clock starts, the process starts, slip 01 is issued.
@Service
public class Acceptance {
    private final DossierStore dossiers;
    private final Rules rules;
    private final Terms terms;
    private final Steps steps;
    private final Slips slips;
    private final Calendars calendars;
    private final Results results;
    private final Journal journal;

    Acceptance(
            DossierStore dossiers,
            Rules rules,
            Terms terms,
            Steps steps,
            Slips slips,
            Calendars calendars,
            Results results,
            Journal journal) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.terms = terms;
        this.steps = steps;
        this.slips = slips;
        this.calendars = calendars;
        this.results = results;
        this.journal = journal;
    }

    /// The counter's one act: filed and accepted at once.
    public void acceptNew(Dossier dossier, Caller by, Instant now) {
        var _ = accept(dossier, by, now);
    }

    /// @return the dossier as it was saved
    Dossier accept(Dossier dossier, Caller by, Instant now) {
        var start = terms.start(dossier, DeadlineLine.Start.COMPLETE_DOSSIER, now);
        var accepted = dossier.started(start, now, calendars.of(dossier.agency()));
        journal.append(Facts.of("accepted", accepted, by, now));
        var walked = received(steps.start(accepted, by, now), by, now);
        slips.receipt(walked.dossier(), by, now);
        return results.settle(walked, by, now);
    }

    /// Acceptance is itself the receptionist's first step, where the process begins with one.
    private Steps.Walked received(Steps.Walked started, Caller by, Instant now) {
        var open = steps.state(started.dossier()).open();
        if (open.size() != 1) return started;
        var first = open.getFirst();
        if (first.step().who().position() != Position.RECEPTIONIST) return started;
        if (!first.stepId().equals(rules.process(started.dossier()).start())) return started;
        var forward =
                first.step().outcomes().stream().filter(outcome -> !outcome.negative()).findFirst();
        if (forward.isEmpty()) return started;
        var onward = new Action.Complete(first.token(), forward.get().id());
        return steps.apply(started.dossier(), onward, by, null, now).after(started);
    }
}
