package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Action;

/// Ends steps whose time has passed by their automatic outcome: silence is consent. Each timer
// fires in a transaction of
/// its own, on whichever node comes first.
@Service
public class Timers {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final Steps steps;
    private final Results results;
    private final Asking asking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Timers(
            DossierStore dossiers,
            TaskStore tasks,
            Steps steps,
            Results results,
            Asking asking,
            Clock clock,
            TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.steps = steps;
        this.results = results;
        this.asking = asking;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Fires what is due.
    ///
    /// @return how many timers fired
    public int fireDue() {
        return asking.as(
                Caller.system(),
                () -> {
                    int fired = 0;
                    while (Boolean.TRUE.equals(transaction.execute(status -> fireOne()))) fired++;
                    return fired;
                });
    }

    /// Fires what is due of one dossier only.
    public int fireDue(UUID dossier) {
        return asking.as(
                Caller.system(),
                () -> {
                    int fired = 0;
                    while (Boolean.TRUE.equals(
                            transaction.execute(
                                    status -> fire(tasks.due(dossier, clock.instant()))))) fired++;
                    return fired;
                });
    }

    private boolean fireOne() {
        return fire(tasks.due(clock.instant(), 1));
    }

    private boolean fire(List<TaskStore.Due> due) {
        if (due.isEmpty()) return false;
        var now = clock.instant();
        var timer = due.getFirst();
        tasks.disarm(timer.dossier(), timer.token());
        try {
            var dossier = dossiers.lock(timer.dossier());
            var walked =
                    steps.apply(
                            dossier,
                            new Action.TimerFired(timer.token()),
                            Caller.system(),
                            null,
                            now);
            var _ = results.settle(walked, Caller.system(), now);
        } catch (ProblemException late) {
            LOG.warn(
                    "timer of dossier {} found its step closed: {}",
                    timer.dossier(),
                    late.problem().code());
        }
        return true;
    }
}
