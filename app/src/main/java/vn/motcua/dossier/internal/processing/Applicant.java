package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.dossier.internal.store.TimerStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Position;

/// What the person who filed does to their dossier.
@Service
public class Applicant {
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final TimerStore timers;
    private final Supplements supplements;
    private final Steps steps;
    private final Results results;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Applicant(
            DossierStore dossiers,
            TaskStore tasks,
            TimerStore timers,
            Supplements supplements,
            Steps steps,
            Results results,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.timers = timers;
        this.supplements = supplements;
        this.steps = steps;
        this.results = results;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Keeps the answer to one thing asked; nothing is sent yet.
    ///
    /// @param added files just uploaded
    /// @param removed files taken back
    @Transactional
    public void keep(
            UUID id, String item, @Nullable String text, List<UUID> added, List<UUID> removed) {
        supplements.keep(own(id), item, text, added, removed);
    }

    /// Sends the supplement; every item must have an answer. The clock goes on from this moment.
    @Transactional
    public void sendSupplement(UUID id) {
        supplements.send(own(id), asking.current(), Paper.Form.ELECTRONIC, Map.of());
    }

    /// Asks to take the dossier back; an officer decides.
    @Transactional
    public void requestWithdrawal(UUID id, String reason) {
        var dossier = own(id);
        if (reason.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        var by = asking.current();
        var now = clock.instant();
        var after = dossier.withdrawalRequested();
        if (dossier.pausedSince() != null) tasks.waited(id, null, dossier.pausedSince(), now);
        tasks.suspend(id, true);
        tasks.open(
                Task.opened(
                        Ids.next(clock),
                        id,
                        dossier.agency(),
                        Task.Kind.WITHDRAWAL,
                        Task.WITHDRAWAL,
                        Task.WITHDRAWAL,
                        dossier.beforeAcceptance() ? Position.RECEPTIONIST : Position.CASE_OFFICER,
                        null,
                        now,
                        null,
                        dossier.moments().due(),
                        reason));
        dossiers.update(after);
        journal.append(Facts.of("withdrawal-requested", after, by, now));
    }

    /// The person's own step inside the process: the check of a draft, for example.
    @Transactional
    public void completeStep(UUID id, String token, String outcome, @Nullable String note) {
        var dossier = own(id);
        boolean theirs =
                tasks.of(id).stream()
                        .anyMatch(
                                task ->
                                        task.open()
                                                && !task.suspended()
                                                && task.token().equals(token)
                                                && task.position() == Position.CITIZEN);
        if (!theirs || !dossier.can(Act.STEP))
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        var by = asking.current();
        var now = clock.instant();
        var _ =
                results.settle(
                        steps.apply(dossier, new Action.Complete(token, outcome), by, note, now),
                        by,
                        now);
    }

    /// Taking the electronic result is receiving it, for whoever chose to receive it so. Who
    /// fetches the paper, or has it sent, may look at the file, which hands nothing over.
    @Transactional
    public void collect(UUID id) {
        var dossier = own(id);
        if (dossier.state() != DossierState.COMPLETED) return;
        if (dossier.returnWay() != ReturnWay.ELECTRONIC)
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        var by = asking.current();
        var now = clock.instant();
        var after = dossier.returned(now);
        tasks.closeAll(id, by.account(), by.name(), now);
        dossiers.update(after);
        journal.append(Facts.of("returned", after, by, now, Map.of("way", "ELECTRONIC")));
    }

    private Dossier own(UUID id) {
        var caller = asking.current();
        if (!caller.is(Role.CITIZEN)) throw new ProblemException(DossierProblem.NOT_FOUND);
        var dossier = dossiers.lock(id);
        if (!isOwn(dossier, caller)) throw new ProblemException(DossierProblem.NOT_FOUND);
        return dossier;
    }

    private static boolean isOwn(Dossier dossier, Caller caller) {
        return caller.account() != null && caller.account().equals(dossier.people().filer());
    }

    /// The moment by which the person's own open step ends by itself; null when it has no such
    /// moment.
    @Transactional(readOnly = true)
    public @Nullable Instant endsByItself(UUID id, String token) {
        return timers.firesAt(id, token).orElse(null);
    }
}
