package vn.motcua.dossier.internal.processing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.identity.Caller.Principal;
import vn.motcua.workflow.Process;

/// Whether one officer may do one piece of work, and on whose behalf. What they hold themselves
/// comes before what was lent to them.
///
/// @param refusal why not; null when they may
/// @param behalf who lent the post they need; null when they act on their own
public record Right(@Nullable DossierProblem refusal, @Nullable Principal behalf) {
    public static final Right OWN = new Right(null, null);

    public boolean granted() {
        return refusal == null;
    }

    /// @param work all pieces of work of the dossier
    public static Right to(Task task, Posts posts, UUID account, List<Task> work, Process process) {
        if (!posts.mayDo(task)) return refused(DossierProblem.NOT_YOUR_STEP);
        if (posts.own().mayDo(task)) return OWN;
        for (var lending : posts.lent()) {
            if (!posts.lentBy(lending).mayDo(task)) continue;
            return new Right(null, lending.principal());
        }
        return refused(DossierProblem.NOT_YOUR_STEP);
    }

    private static Right refused(DossierProblem why) {
        return new Right(why, null);
    }
}
