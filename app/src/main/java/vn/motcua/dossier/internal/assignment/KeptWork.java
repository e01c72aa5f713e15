package vn.motcua.dossier.internal.assignment;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.kernel.ProblemException;

/// Work colleagues have in hand in the place of somebody who was away: they find it when they are
/// back, and take it back.
@Service
class KeptWork {
    private static final int MOST = 200;

    private final Leave leave;
    private final TaskStore tasks;
    private final DossierStore dossiers;
    private final Desk desk;

    KeptWork(Leave leave, TaskStore tasks, DossierStore dossiers, Desk desk) {
        this.leave = leave;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.desk = desk;
    }

    record Piece(Task task, Dossier dossier) {}

    @Transactional(readOnly = true)
    List<Piece> mine() {
        var by = leave.officer();
        var kept =
                tasks.heldFor(
                        Objects.requireNonNull(by.agency()),
                        Objects.requireNonNull(by.account()),
                        MOST);
        if (kept.isEmpty()) return List.of();
        var found =
                dossiers.findAll(kept.stream().map(Task::dossier).distinct().toList()).stream()
                        .collect(Collectors.toMap(Dossier::id, Function.identity()));
        return kept.stream()
                .filter(task -> found.containsKey(task.dossier()))
                .map(task -> new Piece(task, Objects.requireNonNull(found.get(task.dossier()))))
                .toList();
    }

    /// Each piece in a transaction of its own.
    ///
    /// @return how many could not be taken back
    int takeBack(List<HandOver.Seen> seen) {
        int left = 0;
        for (var one : seen)
            try {
                desk.claim(one.dossier(), one.version(), one.task());
            } catch (ProblemException refused) {
                left++;
            }
        return left;
    }
}
