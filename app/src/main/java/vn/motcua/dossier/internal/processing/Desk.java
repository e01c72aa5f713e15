package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.PauseStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Process;

/// What officers do to a dossier. Every act names the version the officer saw; whoever comes
/// second is told. Who may do what is asked of [Permissions].
@Service
public class Desk {
    private final Permissions permissions;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final Rules rules;
    private final Acceptance acceptance;
    private final Steps steps;
    private final Results results;
    private final ResultFacts facts;
    private final Slips slips;
    private final Lateness lateness;
    private final PauseStore pauses;
    private final ClockActs clockActs;
    private final UndoStore undo;
    private final Journal journal;
    private final Clock clock;

    Desk(
            Permissions permissions,
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            Rules rules,
            Acceptance acceptance,
            Steps steps,
            Results results,
            ResultFacts facts,
            Slips slips,
            Lateness lateness,
            PauseStore pauses,
            ClockActs clockActs,
            UndoStore undo,
            Journal journal,
            Clock clock) {
        this.permissions = permissions;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.rules = rules;
        this.acceptance = acceptance;
        this.steps = steps;
        this.results = results;
        this.facts = facts;
        this.slips = slips;
        this.lateness = lateness;
        this.pauses = pauses;
        this.clockActs = clockActs;
        this.undo = undo;
        this.journal = journal;
        this.clock = clock;
    }

    /// A reason from the release's list, with its legal ground and the officer's own words.
    ///
    /// @param id of the reason in the release
    public record Grounds(String id, String words) {}

    @Transactional
    public void accept(UUID id, int version) {
        var act = permissions.begin(id, version, PositionKind.RECEPTIONIST);
        tasks.close(
                id,
                Task.RECEPTION,
                act.by().account(),
                act.by().name(),
                "accepted",
                null,
                act.now());
        var _ = acceptance.accept(act.dossier(), act.by(), act.now());
    }

    @Transactional
    public void refuse(UUID id, int version, Grounds grounds) {
        var act = permissions.begin(id, version, PositionKind.RECEPTIONIST);
        var refused = act.dossier().refused(act.now());
        var reason = reason(refused, grounds, false);
        closeAll(act);
        slips.refusal(refused, reason, grounds.words(), act.by(), act.now());
        save(act, refused, "not-accepted", Map.of("reason", grounds.id()));
    }

    /// Everything missing is asked at once: at the reception, or where the release lets one ask.
    @Transactional
    public void requestSupplement(
            UUID id, int version, Grounds grounds, List<Supplement.Item> items) {
        if (items.isEmpty()) throw new ProblemException(DossierProblem.NOTHING_ASKED);
        var act = permissions.begin(id, version, PositionKind.values());
        var before = act.dossier();
        if (before.can(Act.REQUEST_SUPPLEMENT)
                && !act.posts().maySupplement(before, act.work(), rules.process(before)))
            throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
        var rule = rules.record(before).supplement();
        var after =
                before.supplementRequested(rule.maxDuringAppraisal(), act.now(), act.calendar());
        var request = request(act, reason(before, grounds, true), grounds.words(), items);
        papers.ask(request, act.by().account());
        tasks.suspend(id, true);
        slips.supplement(after, request, act.by(), act.now());
        save(
                act,
                after,
                "supplement-requested",
                Map.of("reason", grounds.id(), "items", items.size(), "number", request.number()));
    }

    private Supplement request(
            Acting act, ReasonText reason, String words, List<Supplement.Item> items) {
        var dossier = act.dossier();
        int days = rules.record(dossier).supplement().answerWithinDays();
        return new Supplement(
                Ids.next(clock),
                dossier.id(),
                papers.supplements(dossier.id()).size() + 1,
                dossier.beforeAcceptance()
                        ? Supplement.Stage.RECEPTION
                        : Supplement.Stage.APPRAISAL,
                act.by().name(),
                act.now(),
                reason.text(),
                reason.basis(),
                words,
                items,
                HanoiTime.dateOf(act.now()).plusDays(days),
                dossier.moments().due(),
                null,
                null,
                Map.of());
    }

    /// The officer takes a piece of work to their own name.
    @Transactional
    public void claim(UUID id, int version, UUID taskId) {
        var seen = permissions.beginWork(id, version);
        var task = open(seen, t -> t.id().equals(taskId));
        var act = seen.doing(task, rules.process(seen.dossier()));
        var account = Objects.requireNonNull(act.by().account());
        if (task.suspended() || account.equals(task.claimedBy())) throw act.notAllowed();
        var behalf = act.by().behalf();
        tasks.give(
                taskId,
                account,
                act.by().name(),
                behalf == null ? null : behalf.account(),
                behalf == null ? null : behalf.name());
        if (here(act)) undo.keep(act, Undoable.holding(act, task));
        permissions.write(
                act,
                () ->
                        save(
                                act,
                                act.dossier().takenOver(),
                                "taken-over",
                                Map.of("step", task.stepId())));
    }

    @Transactional
    public void completeStep(
            UUID id, int version, String token, String outcome, @Nullable String note) {
        completeStep(id, version, token, outcome, note, Map.of());
    }

    /// One of several people gives their vote by this too.
    ///
    /// @param typed what the step asks for the result, by id
    @Transactional
    public void completeStep(
            UUID id,
            int version,
            String token,
            String outcome,
            @Nullable String note,
            Map<String, String> typed) {
        completeStep(id, version, token, outcome, note, typed, null);
    }

    /// @param late why a late dossier completed by this is late; null when nobody could be asked
    @Transactional
    public void completeStep(
            UUID id,
            int version,
            String token,
            String outcome,
            @Nullable String note,
            Map<String, String> typed,
            @Nullable Grounds late) {
        var seen = permissions.beginWork(id, version);
        var process = rules.process(seen.dossier());
        var task = meant(seen, token, process);
        var act = seen.doing(task, process);
        if (task.kind() != Task.Kind.STEP || !act.dossier().can(Act.STEP)) throw act.notAllowed();
        if (Rules.bills(process, task)) throw act.notAllowed();
        permissions.write(
                act,
                () -> {
                    var known = facts.keep(act.dossier(), task.stepId(), outcome, typed);
                    int seat = task.marks().seat();
                    var walked =
                            steps.apply(
                                    act.dossier().takenOver(),
                                    seat > 0
                                            ? new Action.Vote(token, seat, outcome)
                                            : new Action.Complete(token, outcome),
                                    act.by(),
                                    note,
                                    act.now());
                    if (here(act))
                        walked.move().undoable(Undoable.step(act, task, outcome, walked, known));
                    var settled = results.settleAsked(walked, act.by(), act.now());
                    if (late != null
                            && walked.issued() != null
                            && lateness.late(act.dossier(), act.now()))
                        lateness.explain(
                                settled,
                                LatenessStore.Stage.COMPLETED,
                                ClockActs.lateReason(late),
                                late.words(),
                                act);
                });
    }

    /// Only the agency that handles the dossier takes acts back.
    private static boolean here(Acting act) {
        return act.posts().actsOn(act.dossier());
    }

    /// Of several people's seats the officer's own one, or the first that is free.
    private static Task meant(Acting act, String token, Process process) {
        var account = Objects.requireNonNull(act.by().account());
        return act.work().stream()
                .filter(task -> task.open() && task.token().equals(token))
                .filter(task -> Right.to(task, act.posts(), account, act.work(), process).granted())
                .findFirst()
                .orElseGet(() -> open(act, task -> task.token().equals(token)));
    }

    @Transactional
    public void extend(UUID id, int version, Instant newDue, Grounds grounds) {
        clockActs.extend(id, version, newDue, grounds);
    }

    @Transactional
    public void pause(UUID id, int version, Grounds grounds) {
        clockActs.pause(id, version, grounds);
    }

    /// Not while the dossier waits for the person's own step: that pause ends by itself.
    @Transactional
    public void resume(UUID id, int version) {
        change(
                permissions.begin(id, version, PositionKind.CASE_OFFICER, PositionKind.APPROVER),
                "resumed",
                act -> {
                    var dossier = act.dossier();
                    if (!dossier.clockPaused(act.now(), act.calendar())
                            || Rules.waitsForOthers(dossier, rules.process(dossier)))
                        throw act.notAllowed();
                    tasks.waited(id, null, dossier.pausedSince(), act.now());
                    pauses.ended(id);
                    return dossier.resumed(act.now(), act.calendar());
                });
    }

    @Transactional
    public void grantWithdrawal(UUID id, int version, String words) {
        change(
                withdrawal(id, version),
                "stopped",
                act -> ended(act, act.dossier().withdrawn(act.now(), act.calendar()), words));
    }

    @Transactional
    public void declineWithdrawal(UUID id, int version, String words) {
        requireWords(words);
        change(
                withdrawal(id, version),
                "withdrawal-declined",
                act -> {
                    var by = act.by();
                    tasks.close(
                            id,
                            Task.WITHDRAWAL,
                            by.account(),
                            by.name(),
                            "declined",
                            words,
                            act.now());
                    var after = act.dossier().withdrawalDeclined();
                    tasks.suspend(id, after.state() == DossierState.SUPPLEMENT_REQUESTED);
                    return after;
                });
    }

    private Acting withdrawal(UUID id, int version) {
        return permissions.begin(
                id,
                version,
                PositionKind.RECEPTIONIST,
                PositionKind.CASE_OFFICER,
                PositionKind.APPROVER);
    }

    /// Ends the dossier without a result on a legal ground.
    @Transactional
    public void stop(UUID id, int version, String words) {
        requireWords(words);
        change(
                permissions.begin(id, version, PositionKind.APPROVER, PositionKind.LEADER),
                "stopped",
                act -> ended(act, act.dossier().stopped(act.now(), act.calendar()), words));
    }

    private Dossier ended(Acting act, Dossier after, String words) {
        closeAll(act);
        slips.stop(after, words, act.by(), act.now());
        return after;
    }

    private void closeAll(Acting act) {
        tasks.closeAll(act.dossier().id(), act.by().account(), act.by().name(), act.now());
    }

    private void change(Acting act, String what, Function<Acting, Dossier> decision) {
        var after = decision.apply(act);
        save(act, after, what, Map.of());
        tasks.appoint(after);
    }

    private void save(Acting act, Dossier after, String what, Map<String, Object> data) {
        dossiers.update(after);
        journal.append(Facts.of(what, after, act.by(), act.now(), data));
    }

    /// The open piece of work meant.
    private static Task open(Acting act, Predicate<Task> meant) {
        return act.work().stream()
                .filter(task -> task.open() && meant.test(task))
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblem.CHANGED_MEANWHILE, ""));
    }

    private static void requireWords(String words) {
        if (words.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
    }

    record ReasonText(String text, String basis) {}

    private ReasonText reason(Dossier dossier, Grounds grounds, boolean supplement) {
        var record = rules.record(dossier);
        var reasons = supplement ? record.supplementReasons() : record.refusalReasons();
        if (grounds.words().isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        return reasons.stream()
                .filter(reason -> reason.id().equals(grounds.id()))
                .map(
                        reason ->
                                new ReasonText(
                                        reason.text().vi(),
                                        reason.basis() == null ? "" : reason.basis()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblem.REASON_MISSING));
    }
}
