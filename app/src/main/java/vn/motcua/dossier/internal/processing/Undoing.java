package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.workflow.Action;

/// Takes back the last act of an officer while nobody has acted on it. What is written in the
/// ledger or has gone out stays, and so does what the journal heard.
@Service
public class Undoing {
    /// Stands in the log of hand-overs, which is kept in Vietnamese.
    static final String TAKEN_BACK = "Đã hoàn tác";

    private final Permissions permissions;
    private final UndoStore undo;
    private final TaskStore tasks;
    private final DossierStore dossiers;
    private final Rules rules;
    private final ResultFacts resultFacts;
    private final Beside beside;
    private final Steps steps;
    private final Results results;
    private final Journal journal;

    Undoing(
            Permissions permissions,
            UndoStore undo,
            TaskStore tasks,
            DossierStore dossiers,
            Rules rules,
            ResultFacts resultFacts,
            Beside beside,
            Steps steps,
            Results results,
            Journal journal) {
        this.permissions = permissions;
        this.undo = undo;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.rules = rules;
        this.resultFacts = resultFacts;
        this.beside = beside;
        this.steps = steps;
        this.results = results;
        this.journal = journal;
    }

    /// The act of this account that can be taken back now.
    @Transactional(readOnly = true)
    public Optional<UndoStore.Last> offered(Dossier dossier, UUID account) {
        return undo.last(dossier.id(), account)
                .filter(last -> refusal(last, dossier, account) == null);
    }

    /// Why the last act cannot be taken back by this account; null when it can.
    private @Nullable DossierProblem refusal(
            UndoStore.@Nullable Last last, Dossier dossier, UUID account) {
        if (last == null) return DossierProblem.UNDO_OVERTAKEN;
        boolean newest = last.version() == dossier.version();
        if (!last.account().equals(account))
            return newest ? DossierProblem.UNDO_NOT_YOURS : DossierProblem.UNDO_OVERTAKEN;
        var why = last.text(Undoable.WHY_NOT);
        if (why != null && newest)
            return why.equals(Undoable.CLOCK)
                    ? DossierProblem.UNDO_CLOCK
                    : DossierProblem.UNDO_ISSUED;
        if (newest) return null;
        return why == null && beside.untouched(dossier, last)
                ? null
                : DossierProblem.UNDO_OVERTAKEN;
    }

    /// @param version the officer saw: the one their act left
    @Transactional
    public void undo(UUID id, int version) {
        var act = permissions.begin(id, version, PositionKind.values());
        var account = Objects.requireNonNull(act.by().account());
        var last = undo.last(id, account).orElse(null);
        var refusal = refusal(last, act.dossier(), account);
        if (refusal != null || last == null)
            throw new ProblemException(
                    refusal == null ? DossierProblem.UNDO_OVERTAKEN : refusal,
                    act.dossier().code().value());
        var task =
                act.work().stream()
                        .filter(t -> t.id().equals(last.id(Undoable.TASK)))
                        .findFirst()
                        .orElseThrow(act::notAllowed);
        if (last.kind().equals(Undoable.STEP)) step(act, last, task);
        else holding(act, last, task);
        undo.forget(id, account);
    }

    private void holding(Acting act, UndoStore.Last last, Task task) {
        tasks.give(
                task.id(), last.id("by"), last.text("name"), last.id("for"), last.text("forName"));
        dossiers.update(act.dossier());
        journal.append(
                Facts.of(
                        "undone",
                        act.dossier(),
                        act.by(),
                        act.now(),
                        Map.of("step", task.stepId())));
    }

    /// The engine says what opens again and what closes; work that was in hand comes back into
    /// the same hands with the time it was given, and timers run from the moment they did.
    private void step(Acting act, UndoStore.Last last, Task task) {
        var process = rules.process(act.dossier());
        var before = process.state(Objects.requireNonNull(last.text(Undoable.PROCESS)));
        var walked =
                steps.apply(
                        act.dossier(),
                        new Action.Undo(before, Beside.done(last)),
                        act.by(),
                        null,
                        act.now());
        var move = walked.move();
        move.reclose(closing -> said(closing));
        move.reopen(opened -> again(opened, task, act.work()));
        var fires = new HashMap<Integer, Instant>();
        for (var timer : last.timers())
            if (timer.token().equals(task.token())) fires.put(timer.number(), timer.firesAt());
        var reopened = new HashSet<String>();
        for (var opened : move.opened())
            if (opened.stepId().equals(task.stepId())) reopened.add(opened.token());
        move.rearm(arming -> reopened.contains(arming.token()) ? as(arming, fires) : arming);
        boolean vote = last.number(Undoable.SEAT) > 0 && reopened.contains(task.token());
        tasks.takenBack(
                act.dossier().id(),
                task.token(),
                vote ? last.number(Undoable.SEAT) : null,
                TAKEN_BACK);
        var news = new java.util.ArrayList<vn.motcua.journal.Entry>();
        var quiet =
                new Steps.Walked(
                        walked.dossier(),
                        move,
                        walked.entries().stream()
                                .filter(entry -> entry.kind().equals(WorkTold.KIND))
                                .toList(),
                        List.of(),
                        walked.issued(),
                        walked.finished(),
                        null);
        var saved = results.settle(quiet, act.by(), act.now(), news);
        var facts = last.facts();
        if (facts != null) dossiers.keepResultFacts(saved.id(), back(saved, task, last, facts));
        news.add(Facts.of("undone", saved, act.by(), act.now(), Map.of("step", task.stepId())));
        journal.append(news);
    }

    /// What others have typed since stays.
    private Map<String, String> back(
            Dossier dossier, Task task, UndoStore.Last last, Map<String, String> before) {
        var outcome = last.text(Undoable.OUTCOME);
        if (outcome == null) return before;
        var facts = new LinkedHashMap<>(resultFacts.typed(dossier));
        for (var ask : resultFacts.asked(dossier, task.stepId(), outcome)) {
            var value = before.get(ask.id());
            if (value == null) facts.remove(ask.id());
            else facts.put(ask.id(), value);
        }
        return facts;
    }

    private static Move.Closing said(Move.Closing closing) {
        return new Move.Closing(
                closing.token(),
                closing.seat(),
                closing.by(),
                closing.name(),
                closing.behalf(),
                closing.behalfName(),
                closing.outcome(),
                TAKEN_BACK,
                closing.at());
    }

    /// A timer that had done its part before does not do it again.
    private static Move.@Nullable Arming as(Move.Arming arming, Map<Integer, Instant> fires) {
        var at = fires.get(arming.number());
        return at == null
                ? null
                : new Move.Arming(
                        arming.token(), arming.number(), arming.step(), arming.outcome(), at);
    }

    /// Votes of others stay with who gave them.
    private static Task again(Task opened, Task undone, List<Task> work) {
        if (!opened.stepId().equals(undone.stepId())) return opened;
        var was =
                work.stream()
                        .filter(t -> t.token().equals(undone.token()))
                        .filter(t -> t.marks().seat() == opened.marks().seat())
                        .findFirst()
                        .orElse(undone);
        return opened.openedAs(was);
    }
}
