package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.procedure.ChannelRule.ClockStart;
import vn.motcua.workflow.Service;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineLine.Accepted;
import vn.motcua.worktime.DeadlineLine.Shortened;
import vn.motcua.worktime.DeadlineLine.Start;
import vn.motcua.worktime.ShortenedTerm;
import vn.motcua.worktime.ShortenedTerms;
import vn.motcua.worktime.TimeLimit;

/// How long a dossier may take: the term of its release, or a shorter one somebody has decided,
/// and by what its clock starts.
@Component
public class Terms {
    private final Rules rules;
    private final ShortenedTerms shortened;
    private final Calendars calendars;

    Terms(Rules rules, ShortenedTerms shortened, Calendars calendars) {
        this.rules = rules;
        this.shortened = shortened;
        this.calendars = calendars;
    }

    /// The term of a clock that started at this moment; null when the release states none.
    public @Nullable TimeLimit limit(Dossier dossier, Instant start) {
        var usual = rules.limit(dossier);
        return usual == null
                ? null
                : shorter(dossier, usual, start).map(ShortenedTerm::limit).orElse(usual);
    }

    private Optional<ShortenedTerm> shorter(Dossier dossier, TimeLimit usual, Instant start) {
        var wanted =
                new ShortenedTerm.Wanted(
                        dossier.agency(),
                        dossier.release().procedureCode(),
                        dossier.channel().name(),
                        dossier.caseCode(),
                        HanoiTime.dateOf(start));
        return shortened.shorter(wanted, usual, start, calendars.of(dossier.agency()));
    }

    /// Whether the clock waits for the payment.
    public boolean startsByPayment(Dossier dossier) {
        return rules.record(dossier)
                .rule(dossier.channel(), dossier.caseCode())
                .map(rule -> rule.clockStarts() == ClockStart.PAYMENT)
                .filter(starts -> starts && bills(dossier))
                .orElse(false);
    }

    /// A process that never bills would wait for ever.
    private boolean bills(Dossier dossier) {
        return rules.process(dossier).steps().stream()
                .anyMatch(step -> step.service() instanceof Service.Bill);
    }

    /// The first line of the clock, started by `by` at this moment; null when the release states
    /// no term, or lets the clock start by something else.
    public @Nullable Accepted start(Dossier dossier, Start by, Instant at) {
        var usual = rules.limit(dossier);
        if (usual == null || (by == Start.PAYMENT) != startsByPayment(dossier)) return null;
        return shorter(dossier, usual, at)
                .map(
                        term ->
                                new Accepted(
                                        at,
                                        term.limit(),
                                        by,
                                        new Shortened(usual, term.decision())))
                .orElse(new Accepted(at, usual, by, null));
    }
}
