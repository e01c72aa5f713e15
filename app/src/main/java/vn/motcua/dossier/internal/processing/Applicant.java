package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.model.Paper;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Supplement;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.vault.Vault;
import vn.motcua.workflow.Action;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;

/// What the person who filed does to their dossier.
@Service
public class Applicant {
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final Rules rules;
    private final Steps steps;
    private final Results results;
    private final Vault vault;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Applicant(
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            Rules rules,
            Steps steps,
            Results results,
            Vault vault,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.rules = rules;
        this.steps = steps;
        this.results = results;
        this.vault = vault;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Keeps the answer to one thing asked; nothing is sent yet.
    @Transactional
    public void keep(UUID id, String item, Supplement.Reply reply) {
        var dossier = own(id);
        var request = open(dossier);
        if (request.items().stream().noneMatch(asked -> asked.id().equals(item)))
            throw new ProblemException(DossierProblem.NOT_FOUND);
        var replies = new HashMap<>(request.answers());
        replies.put(item, reply);
        papers.answer(request.id(), replies, null, null);
    }

    /// Sends the supplement; every item must have an answer. The clock goes on from this moment.
    @Transactional
    public void sendSupplement(UUID id) {
        var dossier = own(id);
        var request = open(dossier);
        for (var item : request.items()) {
            var reply = request.answers().get(item.id());
            if (reply == null
                    || (reply.files().isEmpty()
                            && (reply.text() == null || reply.text().isBlank())))
                throw new ProblemException(DossierProblem.ANSWER_MISSING, item.text());
        }
        var by = asking.current();
        var now = clock.instant();
        var calendar = calendars.of(dossier.agency());
        var after =
                dossier.withPapers(merged(dossier, request))
                        .supplemented(rules.resumption(dossier), now, calendar);
        papers.answer(request.id(), request.answers(), now, after.moments().due());
        var files =
                request.answers().values().stream()
                        .flatMap(reply -> reply.files().stream())
                        .toList();
        if (!files.isEmpty()) vault.share(files, dossier.agency());
        tasks.suspend(id, false);
        tasks.appoint(id, after.moments().due());
        dossiers.update(after);
        journal.append(
                Facts.of(
                        "supplement-received", after, by, now, Map.of("number", request.number())));
    }

    private static List<Paper> merged(Dossier dossier, Supplement request) {
        var papers = new ArrayList<>(dossier.papers());
        for (var item : request.items()) {
            var reply = request.answers().get(item.id());
            if (item.component() == null || reply == null || reply.files().isEmpty()) continue;
            papers.add(
                    new Paper(
                            item.component(),
                            Paper.Form.ELECTRONIC,
                            1,
                            reply.files(),
                            reply.text()));
        }
        return papers;
    }

    /// Asks to take the dossier back; an officer decides.
    @Transactional
    public void requestWithdrawal(UUID id, String reason) {
        var dossier = own(id);
        if (reason.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
        var by = asking.current();
        var now = clock.instant();
        var after = dossier.withdrawalRequested();
        tasks.suspend(id, true);
        tasks.open(
                new Task(
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
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
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
                                                && task.token().equals(token)
                                                && task.position() == Position.CITIZEN);
        if (!theirs)
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        var by = asking.current();
        var now = clock.instant();
        var _ =
                results.settle(
                        steps.apply(dossier, new Action.Complete(token, outcome), by, note, now),
                        by,
                        now);
    }

    /// Taking the electronic result is receiving it.
    @Transactional
    public void collect(UUID id) {
        var dossier = own(id);
        if (dossier.state() != DossierState.COMPLETED) return;
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

    private Supplement open(Dossier dossier) {
        if (dossier.state() != DossierState.SUPPLEMENT_REQUESTED)
            throw new ProblemException(DossierProblem.NOT_ALLOWED_NOW, dossier.code().value());
        return papers.openSupplement(dossier.id())
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        DossierProblem.NOT_ALLOWED_NOW, dossier.code().value()));
    }

    /// The moment by which the person's own open step ends by itself; null when it has no such
    /// moment.
    @Transactional(readOnly = true)
    public @Nullable Instant endsByItself(UUID id, String token) {
        return tasks.firesAt(id, token).orElse(null);
    }
}
