package vn.motcua.dossier.internal.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.assignment.Leave.Member;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Facts;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.Right;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.ProblemCode;
import vn.motcua.kernel.ProblemException;

/// Everything somebody has in hand goes to somebody else in one act: read first, then done row by
/// row, each row with its own answer.
@Service
class HandOver {
    /// As many as one act may move.
    static final int MOST = 500;

    private final Leave leave;
    private final AbsenceStore absences;
    private final TaskStore tasks;
    private final DossierStore dossiers;
    private final Rules rules;
    private final Permissions permissions;
    private final Journal journal;
    private final TransactionTemplate transaction;

    HandOver(
            Leave leave,
            AbsenceStore absences,
            TaskStore tasks,
            DossierStore dossiers,
            Rules rules,
            Permissions permissions,
            Journal journal,
            TransactionTemplate transaction) {
        this.leave = leave;
        this.absences = absences;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.rules = rules;
        this.permissions = permissions;
        this.journal = journal;
        this.transaction = transaction;
    }

    /// One piece of work.
    ///
    /// @param version of its dossier as it was read
    /// @param why what keeps it from going to the chosen one; null when nothing does
    /// @param gone whether the person has had it no more since it was read
    record Row(Task task, Dossier dossier, int version, @Nullable ProblemCode why, boolean gone) {}

    /// @param to null while nobody is chosen
    /// @param done whether the rows tell what happened, not what would
    record Outlook(
            Member person,
            @Nullable Member to,
            List<Member> others,
            List<Row> rows,
            boolean done) {}

    @Transactional(readOnly = true)
    public Outlook preview(UUID person, @Nullable UUID to) {
        var by = leave.officer();
        leave.requireMay(by, person);
        var agency = Objects.requireNonNull(by.agency());
        var people = leave.people(agency);
        var from = require(people, person);
        var receiver = to == null ? null : require(people, to);
        var posts = receiver == null ? null : posts(receiver, person, agency);
        var rows = new ArrayList<Row>();
        var held = tasks.heldBy(agency, person, MOST);
        var ids = held.stream().map(Task::dossier).distinct().toList();
        var found =
                dossiers.findAll(ids).stream()
                        .collect(Collectors.toMap(Dossier::id, Function.identity()));
        var work = tasks.ofAll(ids).stream().collect(Collectors.groupingBy(Task::dossier));
        for (var task : held) {
            var dossier = found.get(task.dossier());
            if (dossier == null) continue;
            var right =
                    posts == null
                            ? null
                            : right(
                                    task,
                                    posts,
                                    receiver,
                                    dossier,
                                    work.getOrDefault(dossier.id(), List.of()));
            rows.add(
                    new Row(
                            task,
                            dossier,
                            dossier.version(),
                            right == null ? null : right.refusal(),
                            false));
        }
        return new Outlook(from, receiver, others(people, person), rows, false);
    }

    /// A piece of work with the version of its dossier the officer saw.
    record Seen(UUID dossier, UUID task, int version) {}

    /// Each row in a transaction of its own: one that cannot go leaves the others alone.
    Outlook run(UUID person, UUID to, List<Seen> seen) {
        var before = Objects.requireNonNull(transaction.execute(_ -> preview(person, to)));
        var rows = new ArrayList<Row>();
        var moved = new HashSet<UUID>();
        for (var row : before.rows()) {
            var version =
                    seen.stream()
                            .filter(one -> one.task().equals(row.task().id()))
                            .map(Seen::version)
                            .findFirst();
            if (version.isEmpty()) continue;
            rows.add(
                    new Row(
                            row.task(),
                            row.dossier(),
                            version.get(),
                            move(row, version.get(), before),
                            false));
            moved.add(row.task().id());
        }
        var gone = seen.stream().filter(one -> !moved.contains(one.task())).toList();
        rows.addAll(Objects.requireNonNull(transaction.execute(_ -> gone(gone))));
        return new Outlook(before.person(), before.to(), before.others(), rows, true);
    }

    /// What somebody else has done, taken or got since it was read: told, not passed over.
    private List<Row> gone(List<Seen> gone) {
        var agency = leave.officer().agency();
        var rows = new ArrayList<Row>();
        for (var one : gone)
            for (var dossier : dossiers.findAll(List.of(one.dossier())))
                tasks.of(dossier.id()).stream()
                        .filter(task -> task.id().equals(one.task()))
                        .filter(task -> task.agency().equals(agency))
                        .forEach(
                                task ->
                                        rows.add(
                                                new Row(
                                                        task,
                                                        dossier,
                                                        one.version(),
                                                        DossierProblem.CHANGED_MEANWHILE,
                                                        true)));
        return rows;
    }

    private @Nullable ProblemCode move(Row row, int version, Outlook outlook) {
        try {
            transaction.executeWithoutResult(_ -> moveOnce(row, version, outlook));
            return null;
        } catch (ProblemException refused) {
            return refused.problem();
        }
    }

    private void moveOnce(Row row, int version, Outlook outlook) {
        var act =
                permissions.begin(
                        row.dossier().id(), version, vn.motcua.organization.PositionKind.values());
        var task =
                act.work().stream()
                        .filter(one -> one.id().equals(row.task().id()) && one.open())
                        .filter(one -> outlook.person().account().equals(one.claimedBy()))
                        .findFirst()
                        .orElseThrow(act::notAllowed);
        var to = Objects.requireNonNull(outlook.to());
        var posts = posts(to, outlook.person().account(), act.dossier().agency());
        var right = right(task, posts, to, act.dossier(), act.work());
        if (right.refusal() != null) throw new ProblemException(right.refusal());
        var behalf = right.behalf();
        tasks.give(
                task.id(),
                to.account(),
                to.name(),
                behalf == null ? null : behalf.account(),
                behalf == null ? null : behalf.name());
        dossiers.update(act.dossier());
        journal.append(
                Facts.of(
                        "work-handed-over",
                        act.dossier(),
                        act.by(),
                        act.now(),
                        Map.of(
                                "step",
                                task.stepId(),
                                "from",
                                outlook.person().account().toString(),
                                "to",
                                to.account().toString())));
    }

    /// The receiver's rights as they are, or as they will be from the first day of the leave.
    private Posts posts(Member to, UUID person, String agency) {
        var caller = new Caller(vn.motcua.identity.Role.OFFICER, to.account(), agency, to.name());
        var day =
                absences.coming(leave.today(), agency, person, Leave.SHOWN).stream()
                        .filter(one -> one.person().equals(person))
                        .filter(one -> to.account().equals(one.delegate()))
                        .map(one -> one.from().isAfter(leave.today()) ? one.from() : leave.today())
                        .findFirst()
                        .orElse(leave.today());
        return permissions.posts(caller, day);
    }

    /// The work is about to leave the hands it is in, so those do not stand in its way.
    private Right right(
            Task task, Posts posts, @Nullable Member to, Dossier dossier, List<Task> work) {
        var account = Objects.requireNonNull(to).account();
        return Right.to(
                task.heldBy(account, to.name(), null, null),
                posts,
                account,
                work.stream().filter(one -> !one.id().equals(task.id())).toList(),
                rules.process(dossier));
    }

    private static List<Member> others(Map<UUID, Member> people, UUID person) {
        return people.values().stream().filter(one -> !one.account().equals(person)).toList();
    }

    private static Member require(Map<UUID, Member> people, UUID account) {
        var member = people.get(account);
        if (member == null) throw new ProblemException(DossierProblem.NOT_FOUND);
        return member;
    }
}
