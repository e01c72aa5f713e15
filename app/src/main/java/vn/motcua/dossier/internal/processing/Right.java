package vn.motcua.dossier.internal.processing;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Caller.Principal;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.Who;

/// Whether one officer may do one piece of work, and on whose behalf. What they hold themselves
/// comes before what was lent to them. Neither way leads around the rules that keep apart who
/// prepares and who decides, and that give one person one seat.
///
/// @param refusal why not; null when they may
/// @param behalf who lent the post they need; null when they act on their own
public record Right(@Nullable DossierProblem refusal, @Nullable Principal behalf) {
    private static final Right OWN = new Right(null, null);

    public boolean granted() {
        return refusal == null;
    }

    /// @param work all pieces of work of the dossier
    public static Right to(Task task, Posts posts, UUID account, List<Task> work, Process process) {
        if (!posts.mayDo(task)) return refused(DossierProblem.NOT_YOUR_STEP);
        var prepared = prepared(task, work, process);
        if (prepared.contains(account)) return refused(DossierProblem.PREPARED_BY_YOU);
        var seated = seated(task, work);
        if (seated.contains(account)) return refused(DossierProblem.ONE_SEAT_EACH);
        // Who is back takes back what was done in their place.
        boolean theirs =
                account.equals(task.claimedBy()) || account.equals(task.marks().claimedFor());
        if (!theirs) {
            if (task.marks().seat() > 0 && task.claimedBy() != null)
                return refused(DossierProblem.SEAT_HELD);
            if (byHand(task, process)) return refused(DossierProblem.GIVEN_BY_HEAD);
        }
        if (posts.own().mayDo(task)) return OWN;
        var refusal = DossierProblem.NOT_YOUR_STEP;
        for (var lending : posts.lent()) {
            if (!posts.lentBy(lending).mayDo(task)) continue;
            var lender = lending.principal();
            if (prepared.contains(lender.account())) refusal = DossierProblem.PREPARED_BY_YOU;
            else if (seated.contains(lender.account())) refusal = DossierProblem.ONE_SEAT_EACH;
            else return new Right(null, lender);
        }
        return refused(refusal);
    }

    /// Who must not do this piece of work, whatever posts they hold.
    public static Set<UUID> barred(Task task, List<Task> work, Process process) {
        var barred = prepared(task, work, process);
        barred.addAll(seated(task, work));
        return barred;
    }

    /// Whoever completed one of the steps this one must not share its people with; who acted
    /// for somebody, and for whom.
    private static Set<UUID> prepared(Task task, List<Task> work, Process process) {
        var apart =
                task.kind() == Task.Kind.STEP
                        ? process.find(task.stepId())
                                .map(step -> step.who().notBy())
                                .orElse(List.of())
                        : List.<String>of();
        return people(work.stream().filter(done -> apart.contains(done.stepId())), false);
    }

    /// Whoever has voted, or holds a seat, at this opening of the step.
    private static Set<UUID> seated(Task task, List<Task> work) {
        if (task.marks().seat() == 0) return new HashSet<>();
        return people(
                work.stream()
                        .filter(other -> other.token().equals(task.token()))
                        .filter(other -> other.marks().seat() != task.marks().seat()),
                true);
    }

    private static Set<UUID> people(Stream<Task> work, boolean holding) {
        var people = new HashSet<UUID>();
        work.forEach(
                task -> {
                    var marks = task.marks();
                    if (!task.open() && task.outcome() != null) {
                        people.add(marks.closedBy());
                        people.add(marks.closedFor());
                    }
                    if (task.open() && holding) {
                        people.add(task.claimedBy());
                        people.add(marks.claimedFor());
                    }
                });
        people.removeIf(Objects::isNull);
        return people;
    }

    /// Whether the head gives this work. What a timer passed on is for whoever takes it.
    public static boolean byHand(Task task, Process process) {
        return task.kind() == Task.Kind.STEP
                && task.marks().escalated() == null
                && process.find(task.stepId())
                        .filter(step -> step.who().assignment() == Who.Assignment.HAND)
                        .isPresent();
    }

    private static Right refused(DossierProblem why) {
        return new Right(why, null);
    }
}
