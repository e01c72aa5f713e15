package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.organization.Staff;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.WorkingCalendar;

/// What officers do to a dossier. Every act names the version the officer saw; whoever comes
/// second is told.
@Service
public class Desk {
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final Rules rules;
    private final Acceptance acceptance;
    private final Steps steps;
    private final Results results;
    private final Slips slips;
    private final Staff staff;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Desk(
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            Rules rules,
            Acceptance acceptance,
            Steps steps,
            Results results,
            Slips slips,
            Staff staff,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.rules = rules;
        this.acceptance = acceptance;
        this.steps = steps;
        this.results = results;
        this.slips = slips;
        this.staff = staff;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// A reason from the release's list, with its legal ground and the officer's own words.
    ///
    /// @param id of the reason in the release
    public record Grounds(String id, String words) {}

    @Transactional
    public void accept(UUID id, int version) {
        var by = officer(PositionKind.RECEPTIONIST);
        var now = clock.instant();
        var dossier = seen(id, version);
        tasks.close(id, Task.RECEPTION, by.account(), by.name(), "accepted", null, now);
        var _ = acceptance.accept(dossier, by, now);
    }

    @Transactional
    public void refuse(UUID id, int version, Grounds grounds) {
        var by = officer(PositionKind.RECEPTIONIST);
        var now = clock.instant();
        var dossier = seen(id, version).refused(now);
        var reason = reason(dossier, grounds, false);
        tasks.closeAll(id, by.account(), by.name(), now);
        slips.refusal(dossier, reason, grounds.words(), by, now);
        dossiers.update(dossier);
        journal.append(Facts.of("not-accepted", dossier, by, now, Map.of("reason", grounds.id())));
    }

    /// Everything missing is asked at once.
    @Transactional
    public void requestSupplement(
            UUID id, int version, Grounds grounds, List<Supplement.Item> items) {
        var by = officer(PositionKind.RECEPTIONIST, PositionKind.CASE_OFFICER);
        if (items.isEmpty()) throw new ProblemException(DossierProblem.NOTHING_ASKED);
        var now = clock.instant();
        var before = seen(id, version);
        var rule = rules.record(before).supplement();
        var after = before.supplementRequested(rule.maxDuringAppraisal(), now, calendar(before));
        var reason = reason(before, grounds, true);
        var request =
                new Supplement(
                        Ids.next(clock),
                        id,
                        papers.supplements(id).size() + 1,
                        before.beforeAcceptance()
                                ? Supplement.Stage.RECEPTION
                                : Supplement.Stage.APPRAISAL,
                        by.name(),
                        now,
                        reason.text(),
                        reason.basis(),
                        grounds.words(),
                        items,
                        HanoiTime.dateOf(now).plusDays(rule.answerWithinDays()),
                        before.moments().due(),
                        null,
                        null,
                        Map.of());
        papers.ask(request, by.account());
        tasks.suspend(id, true);
        slips.supplement(after, request, by, now);
        dossiers.update(after);
        journal.append(
                Facts.of(
                        "supplement-requested",
                        after,
                        by,
                        now,
                        Map.of(
                                "reason",
                                grounds.id(),
                                "items",
                                items.size(),
                                "number",
                                request.number())));
    }

    /// The officer takes a piece of work to their own name.
    @Transactional
    public void claim(UUID id, int version, UUID taskId) {
        var by = officer(PositionKind.values());
        var task =
                tasks.find(taskId)
                        .filter(t -> t.dossier().equals(id) && t.open())
                        .orElseThrow(Desk::gone);
        requirePosition(by, task);
        var now = clock.instant();
        var dossier = seen(id, version).takenOver();
        tasks.claim(taskId, java.util.Objects.requireNonNull(by.account()), by.name());
        dossiers.update(dossier);
        journal.append(Facts.of("taken-over", dossier, by, now, Map.of("step", task.stepId())));
    }

    @Transactional
    public void completeStep(
            UUID id, int version, String token, String outcome, @Nullable String note) {
        var by = officer(PositionKind.values());
        var task =
                tasks.of(id).stream()
                        .filter(t -> t.open() && t.token().equals(token))
                        .findFirst()
                        .orElseThrow(Desk::gone);
        requirePosition(by, task);
        var now = clock.instant();
        var dossier = seen(id, version);
        if (!dossier.can(Act.STEP))
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        var walked =
                steps.apply(
                        dossier.takenOver(), new Action.Complete(token, outcome), by, note, now);
        var _ = results.settle(walked, by, now);
    }

    @Transactional
    public void extend(UUID id, int version, Instant newDue, String reason) {
        var by = officer(PositionKind.APPROVER, PositionKind.LEADER);
        if (reason.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        change(
                id,
                version,
                by,
                "extended",
                (dossier, now) -> {
                    var after = dossier.extended(newDue, reason, now, calendar(dossier));
                    slips.apology(after, dossier, reason, by, now);
                    return after;
                });
    }

    @Transactional
    public void pause(UUID id, int version, String ground) {
        var by = officer(PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        if (ground.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        change(
                id,
                version,
                by,
                "paused",
                (dossier, now) -> dossier.takenOver().paused(ground, now, calendar(dossier)));
    }

    @Transactional
    public void resume(UUID id, int version) {
        var by = officer(PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        change(
                id,
                version,
                by,
                "resumed",
                (dossier, now) -> dossier.resumed(now, calendar(dossier)));
    }

    @Transactional
    public void grantWithdrawal(UUID id, int version, String words) {
        var by =
                officer(
                        PositionKind.RECEPTIONIST,
                        PositionKind.CASE_OFFICER,
                        PositionKind.APPROVER);
        change(
                id,
                version,
                by,
                "stopped",
                (dossier, now) -> {
                    var after = dossier.withdrawn(now, calendar(dossier));
                    tasks.closeAll(id, by.account(), by.name(), now);
                    slips.stop(after, words, by, now);
                    return after;
                });
    }

    @Transactional
    public void declineWithdrawal(UUID id, int version, String words) {
        var by =
                officer(
                        PositionKind.RECEPTIONIST,
                        PositionKind.CASE_OFFICER,
                        PositionKind.APPROVER);
        if (words.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        change(
                id,
                version,
                by,
                "withdrawal-declined",
                (dossier, now) -> {
                    tasks.close(
                            id, Task.WITHDRAWAL, by.account(), by.name(), "declined", words, now);
                    var after = dossier.withdrawalDeclined();
                    tasks.suspend(
                            id,
                            after.state() == vn.motcua.dossier.DossierState.SUPPLEMENT_REQUESTED);
                    return after;
                });
    }

    /// Ends the dossier without a result on a legal ground.
    @Transactional
    public void stop(UUID id, int version, String words) {
        var by = officer(PositionKind.APPROVER, PositionKind.LEADER);
        if (words.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        change(
                id,
                version,
                by,
                "stopped",
                (dossier, now) -> {
                    var after = dossier.stopped(now, calendar(dossier));
                    tasks.closeAll(id, by.account(), by.name(), now);
                    slips.stop(after, words, by, now);
                    return after;
                });
    }

    private void change(
            UUID id,
            int version,
            Caller by,
            String what,
            BiFunction<Dossier, Instant, Dossier> decision) {
        var now = clock.instant();
        var after = decision.apply(seen(id, version), now);
        dossiers.update(after);
        tasks.appoint(id, after.moments().due());
        journal.append(Facts.of(what, after, by, now));
    }

    /// The dossier as the officer saw it, or the news that it has changed.
    private Dossier seen(UUID id, int version) {
        var dossier = dossiers.lock(id);
        if (dossier.version() != version)
            throw new ProblemException(DossierProblem.CHANGED_MEANWHILE, dossier.code().value());
        return dossier;
    }

    private WorkingCalendar calendar(Dossier dossier) {
        return calendars.of(dossier.agency());
    }

    private static ProblemException gone() {
        return new ProblemException(DossierProblem.CHANGED_MEANWHILE, "");
    }

    private Caller officer(PositionKind... allowed) {
        var caller = asking.current();
        if (!caller.is(Role.OFFICER, Role.LEADER))
            throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
        var held = positions(caller);
        for (var kind : allowed) if (held.containsKey(kind)) return caller;
        throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
    }

    /// The positions the caller holds in the agency they act for, with the unit of each.
    public Map<PositionKind, String> positions(Caller caller) {
        var held = new HashMap<PositionKind, String>();
        if (caller.account() == null) return held;
        for (var member : staff.of(caller.account())) {
            if (member.agency().equals(caller.agency())) held.put(member.position(), member.unit());
        }
        return held;
    }

    private void requirePosition(Caller caller, Task task) {
        if (!mayDo(positions(caller), task))
            throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
    }

    /// Whether somebody with these positions may do this piece of work.
    public static boolean mayDo(Map<PositionKind, String> held, Task task) {
        if (task.kind() == Task.Kind.WITHDRAWAL)
            return held.containsKey(PositionKind.RECEPTIONIST)
                    || held.containsKey(PositionKind.CASE_OFFICER);
        if (task.position() == Position.CITIZEN) return false;
        if (task.position() == Position.SYSTEM) return held.containsKey(PositionKind.CASE_OFFICER);
        return held.containsKey(PositionKind.valueOf(task.position().name()));
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
