package vn.motcua.dossier.internal.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.form.Answers;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Issue;
import vn.motcua.worktime.DeadlineLedger;
import vn.motcua.worktime.DeadlineLine;
import vn.motcua.worktime.Resumption;
import vn.motcua.worktime.TimeLimit;
import vn.motcua.worktime.WorkingCalendar;

/// A dossier and every decision about it, without I/O or clock. Each act returns the dossier
/// after it, or says in the person's language why it cannot be.
///
/// @param prior the state before a request of withdrawal
/// @param process where it stands in its process (workflow state as JSON); null before acceptance
/// @param supplements how often a supplement was asked for during appraisal
/// @param version counts saves; two officers on one dossier notice each other by it
public record Dossier(
        UUID id,
        DossierCode code,
        ReleaseId release,
        @Nullable String caseCode,
        Channel channel,
        String agency,
        DossierState state,
        @Nullable DossierState prior,
        @Nullable Issue outcome,
        People people,
        String summary,
        Answers answers,
        List<Paper> papers,
        @Nullable String process,
        DeadlineLedger ledger,
        int supplements,
        ReturnWay returnWay,
        Moments moments,
        int version) {

    public static final String SUPPLEMENT = "supplement";

    /// Years; no term of any procedure is longer.
    public static final int LONGEST_EXTENSION = 5;

    public Dossier {
        papers = List.copyOf(papers);
    }

    public boolean can(Act act) {
        return Lifecycle.find(state, act).isPresent();
    }

    /// Complete, valid, competent: the clock starts.
    ///
    /// @param limit the legal term; null when the release states none, or when the clock starts
    /// later
    public Dossier accepted(@Nullable TimeLimit limit, Instant now, WorkingCalendar calendar) {
        return started(limit == null ? null : new DeadlineLine.Accepted(now, limit), now, calendar);
    }

    /// The same, with the first line of the clock as it was reckoned.
    ///
    /// @param start null when there is no clock, or it starts later
    public Dossier started(
            DeadlineLine.@Nullable Accepted start, Instant now, WorkingCalendar calendar) {
        if (!beforeAcceptance()) throw notAllowed();
        var moved = state == DossierState.ACCEPTED ? this : moved(Act.ACCEPT);
        var clocked = start == null ? moved : moved.line(start, calendar);
        return clocked.at(clocked.moments.accepted(now));
    }

    /// The event the release starts the clock by has come, for example the payment.
    public Dossier clockStarted(DeadlineLine.Accepted start, WorkingCalendar calendar) {
        if (beforeAcceptance() || moments.finished() != null || ledger.started()) return this;
        return line(start, calendar);
    }

    /// Only before acceptance: afterwards there is a negative answer, or a stop on a ground.
    public Dossier refused(Instant now) {
        if (!beforeAcceptance()) throw notAllowed();
        var moved = moved(Act.REFUSE);
        return moved.at(moved.moments.finished(now));
    }

    /// Before acceptance as often as the person sends something new; during appraisal no more
    /// than the release allows.
    public Dossier supplementRequested(
            int maxDuringAppraisal, Instant now, WorkingCalendar calendar) {
        if (beforeAcceptance()) return moved(Act.REQUEST_SUPPLEMENT);
        if (supplements >= maxDuringAppraisal)
            throw new ProblemException(DossierProblem.SUPPLEMENT_USED_UP, maxDuringAppraisal);
        var moved = moved(Act.REQUEST_SUPPLEMENT);
        boolean running = moved.ledgerOpen() && !moved.clockPaused(now, calendar);
        var paused =
                running ? moved.line(new DeadlineLine.Paused(now, SUPPLEMENT), calendar) : moved;
        return paused.counting(supplements + 1);
    }

    public Dossier supplemented(Resumption how, Instant now, WorkingCalendar calendar) {
        if (beforeAcceptance()) return moved(Act.SUPPLEMENT_BEFORE_ACCEPTANCE);
        var moved = moved(Act.SUPPLEMENT_DURING_APPRAISAL);
        return moved.clockPaused(now, calendar)
                ? moved.line(new DeadlineLine.Resumed(now, how), calendar)
                : moved;
    }

    /// The amount is known: the dossier waits for the person to pay it.
    public Dossier paymentRequested() {
        return moved(Act.REQUEST_PAYMENT);
    }

    public Dossier paymentConfirmed() {
        return moved(Act.CONFIRM_PAYMENT);
    }

    /// The payment is not waited for while, or because, the process moves another way.
    public Dossier paymentLeft() {
        return state == DossierState.PAYMENT_REQUESTED ? moved(Act.END_PAYMENT) : this;
    }

    public Dossier takenOver() {
        return state == DossierState.ACCEPTED ? moved(Act.TAKE_OVER) : this;
    }

    /// The clock stops on a ground of the release: a step that is not the officers' to hurry.
    public Dossier paused(String ground, Instant now, WorkingCalendar calendar) {
        return paused(new DeadlineLine.Paused(now, ground), calendar);
    }

    /// The clock stops on a ground with words of its own, perhaps for a term of its own.
    public Dossier paused(DeadlineLine.Paused pause, WorkingCalendar calendar) {
        var moved = moved(Act.PAUSE);
        if (!moved.ledgerOpen() || moved.clockPaused(pause.at(), calendar)) return moved;
        return moved.line(pause, calendar);
    }

    public Dossier resumed(Instant now, WorkingCalendar calendar) {
        return resumed(false, now, calendar);
    }

    /// @param byItself whether the term of the ground has passed and nobody had to say so
    public Dossier resumed(boolean byItself, Instant now, WorkingCalendar calendar) {
        var moved = moved(Act.RESUME);
        if (!moved.clockPaused(now, calendar)) return moved;
        return moved.line(new DeadlineLine.Resumed(now, Resumption.RESUME, byItself), calendar);
    }

    /// A new appointment with an apology, once only. Figures keep the first one.
    public Dossier extended(Instant newDue, String reason, Instant now, WorkingCalendar calendar) {
        return extended(new DeadlineLine.Extended(now, newDue, reason), calendar);
    }

    public Dossier extended(DeadlineLine.Extended line, WorkingCalendar calendar) {
        var now = line.at();
        var newDue = line.newDue();
        var moved = moved(Act.EXTEND);
        if (moments.due() == null || clockPaused(now, calendar)) throw notAllowed();
        if (ledger.lines().stream().anyMatch(DeadlineLine.Extended.class::isInstance))
            throw new ProblemException(DossierProblem.EXTENDED_ALREADY, code.value());
        if (!newDue.isAfter(moments.due()) || !newDue.isAfter(now))
            throw new ProblemException(DossierProblem.NEW_DUE_NOT_LATER, code.value());
        if (tooFar(newDue, now))
            throw new ProblemException(DossierProblem.NEW_DUE_TOO_FAR, LONGEST_EXTENSION);
        return moved.line(line, calendar);
    }

    /// A year mistyped is no appointment.
    public static boolean tooFar(Instant newDue, Instant now) {
        return newDue.isAfter(
                now.atOffset(ZoneOffset.UTC).plusYears(LONGEST_EXTENSION).toInstant());
    }

    public Dossier withdrawalRequested() {
        var moved = moved(Act.REQUEST_WITHDRAWAL);
        return moved.remembering(state);
    }

    public Dossier withdrawalDeclined() {
        if (!can(Act.DECLINE_WITHDRAWAL) || prior == null) throw notAllowed();
        return into(prior).remembering(null);
    }

    public Dossier withdrawn(Instant now, WorkingCalendar calendar) {
        return moved(Act.GRANT_WITHDRAWAL).ended(now, calendar);
    }

    public Dossier stopped(Instant now, WorkingCalendar calendar) {
        return moved(Act.STOP).ended(now, calendar);
    }

    /// The signed result, positive or a reasoned negative answer, is there.
    public Dossier completed(Issue issue, Instant now, WorkingCalendar calendar) {
        return takenOver().moved(Act.COMPLETE).answering(issue).ended(now, calendar);
    }

    /// The result is taken back before it is handed over; the clock goes on as if it had never
    /// stopped.
    public Dossier recalled(Instant now, WorkingCalendar calendar) {
        var moved = moved(Act.RECALL).answering(null);
        var again = moved.at(moved.moments.finished(null));
        return again.ledger.finished()
                ? again.line(new DeadlineLine.Resumed(now, Resumption.RESUME), calendar)
                : again;
    }

    public Dossier returned(Instant now) {
        var moved = moved(Act.RETURN);
        return moved.at(moved.moments.returned(now));
    }

    public boolean beforeAcceptance() {
        return moments.accepted() == null;
    }

    public boolean clockPaused(Instant now, WorkingCalendar calendar) {
        return ledgerOpen() && ledger.reckon(calendar, now).paused();
    }

    /// Whether there is a clock and it counts.
    public boolean clockRunning(Instant now, WorkingCalendar calendar) {
        return ledgerOpen() && !clockPaused(now, calendar);
    }

    /// Since when the clock stands; null while it runs or has ended.
    public @Nullable Instant pausedSince() {
        var pause = ledger.pause();
        return pause == null ? null : pause.at();
    }

    /// The appointment by the calendar as it is now; a line of the ledger tells that it moved.
    ///
    /// @param decision what the change of the calendar rests on
    public Dossier reckonedAnew(String decision, Instant now, WorkingCalendar calendar) {
        if (!ledgerOpen()) return this;
        var reckoning = ledger.reckon(calendar, now);
        var before = moments.due();
        var due = reckoning.due();
        var anew = at(moments.due(reckoning.firstDue(), due));
        if (before == null || due == null || due.equals(before)) return anew;
        return anew.line(new DeadlineLine.Moved(now, decision, before, due), calendar);
    }

    /// Another agency goes on with the work; the appointment stands.
    ///
    /// @param share how much of the term is that agency's; null when it was given none
    public Dossier handedOver(
            String to,
            LocalText name,
            @Nullable TimeLimit share,
            Instant now,
            WorkingCalendar calendar) {
        if (!ledgerOpen()) return this;
        return line(new DeadlineLine.HandedOver(now, to, name, share), calendar);
    }

    private boolean ledgerOpen() {
        return !ledger.lines().isEmpty()
                && !(ledger.lines().getLast() instanceof DeadlineLine.Finished);
    }

    private Dossier ended(Instant now, WorkingCalendar calendar) {
        var clocked = ledgerOpen() ? line(new DeadlineLine.Finished(now), calendar) : this;
        return clocked.at(clocked.moments.finished(now));
    }

    private Dossier moved(Act act) {
        var transition = Lifecycle.find(state, act).orElseThrow(this::notAllowed);
        return transition.to() == null ? this : into(transition.to());
    }

    private ProblemException notAllowed() {
        return new ProblemException(DossierProblem.NOT_ALLOWED_NOW, code.value());
    }

    private Dossier line(DeadlineLine line, WorkingCalendar calendar) {
        var longer = ledger.plus(line);
        var reckoning = longer.reckon(calendar, line.at());
        return copy(
                state,
                prior,
                outcome,
                process,
                longer,
                supplements,
                moments.due(reckoning.firstDue(), reckoning.due()));
    }

    private Dossier into(DossierState next) {
        return copy(next, prior, outcome, process, ledger, supplements, moments);
    }

    private Dossier remembering(@Nullable DossierState before) {
        return copy(state, before, outcome, process, ledger, supplements, moments);
    }

    private Dossier answering(@Nullable Issue issue) {
        return copy(state, prior, issue, process, ledger, supplements, moments);
    }

    private Dossier counting(int count) {
        return copy(state, prior, outcome, process, ledger, count, moments);
    }

    private Dossier at(Moments next) {
        return copy(state, prior, outcome, process, ledger, supplements, next);
    }

    public Dossier inProcess(String processState) {
        return copy(state, prior, outcome, processState, ledger, supplements, moments);
    }

    public Dossier withPapers(List<Paper> next) {
        return new Dossier(
                id,
                code,
                release,
                caseCode,
                channel,
                agency,
                state,
                prior,
                outcome,
                people,
                summary,
                answers,
                next,
                process,
                ledger,
                supplements,
                returnWay,
                moments,
                version);
    }

    private Dossier copy(
            DossierState nextState,
            @Nullable DossierState nextPrior,
            @Nullable Issue nextOutcome,
            @Nullable String nextProcess,
            DeadlineLedger nextLedger,
            int nextSupplements,
            Moments nextMoments) {
        return new Dossier(
                id,
                code,
                release,
                caseCode,
                channel,
                agency,
                nextState,
                nextPrior,
                nextOutcome,
                people,
                summary,
                answers,
                papers,
                nextProcess,
                nextLedger,
                nextSupplements,
                returnWay,
                nextMoments,
                version);
    }
}
