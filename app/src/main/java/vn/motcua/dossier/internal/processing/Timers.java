package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.ProblemException;
import vn.motcua.workflow.Action;

/// Ends steps whose time has passed by their automatic outcome: silence is consent. Each timer
/// fires in a transaction of its own, on whichever node comes first.
@Service
public class Timers {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private static final int BATCH = 20;

    /// While the dossier waits for the person, its timers wait with it.
    private static final Duration LATER = Duration.ofHours(1);

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
    /// @return how many timers were looked at
    public int fireDue() {
        return fireAll(() -> tasks.due(clock.instant(), BATCH));
    }

    /// Fires what is due of one dossier only.
    public int fireDue(UUID dossier) {
        return fireAll(() -> tasks.due(dossier, clock.instant()));
    }

    private int fireAll(Supplier<List<TaskStore.Due>> look) {
        return asking.as(
                Caller.system(),
                () -> {
                    int fired = 0;
                    var due = look.get();
                    while (!due.isEmpty()) {
                        due.forEach(this::fire);
                        fired += due.size();
                        due = look.get();
                    }
                    return fired;
                });
    }

    private void fire(TaskStore.Due timer) {
        try {
            transaction.executeWithoutResult(status -> fireOnce(timer));
        } catch (ProblemException unfit) {
            // Rolled back as a whole. A timer that can never fire must not be tried for ever.
            LOG.error(
                    "timer {} of dossier {} cannot fire: {}",
                    timer.token(),
                    timer.dossier(),
                    unfit.problem().code());
            transaction.executeWithoutResult(
                    status -> {
                        var _ = tasks.disarm(timer.dossier(), timer.token());
                    });
        }
    }

    private void fireOnce(TaskStore.Due timer) {
        var now = clock.instant();
        var dossier = dossiers.lock(timer.dossier());
        if (!dossier.can(Act.STEP)) {
            tasks.postpone(timer, now.plus(LATER));
            return;
        }
        if (!tasks.disarm(timer.dossier(), timer.token())) return;
        var action = new Action.TimerFired(timer.token());
        var walked = steps.apply(dossier, action, Caller.system(), null, now);
        var _ = results.settle(walked, Caller.system(), now);
    }
}
