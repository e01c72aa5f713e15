package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.TimerStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.workflow.Action;

/// Ends steps whose time has passed by their automatic outcome: silence is consent. Each timer
/// fires in a transaction of its own, on whichever node comes first.
@Service
public class Timers {
    private static final int BATCH = 20;

    /// While the dossier waits for the person, its timers wait with it.
    private static final Duration LATER = Duration.ofHours(1);

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);
    private static final int DOUBLINGS = 11;
    private static final int SHOWN = 200;

    private final DossierStore dossiers;
    private final TimerStore timers;
    private final Steps steps;
    private final Results results;
    private final Asking asking;
    private final Clock clock;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;

    Timers(
            DossierStore dossiers,
            TimerStore timers,
            Steps steps,
            Results results,
            Asking asking,
            Clock clock,
            OneByOne oneByOne,
            TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.timers = timers;
        this.steps = steps;
        this.results = results;
        this.asking = asking;
        this.clock = clock;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
    }

    /// Fires what is due.
    ///
    /// @return how many timers were looked at
    public int fireDue() {
        return fireAll(() -> timers.due(clock.instant(), BATCH));
    }

    /// Fires what is due of one dossier only.
    public int fireDue(UUID dossier) {
        return fireAll(() -> timers.due(dossier, clock.instant()));
    }

    private int fireAll(Supplier<List<TimerStore.Due>> look) {
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

    /// Rolled back as a whole when it cannot be done, and tried again ever more rarely: a timer
    /// is never given up in silence, and never keeps the others waiting.
    private void fire(TimerStore.Due timer) {
        oneByOne.attempt("timer", timer.dossier(), () -> fireOnce(timer))
                .ifPresent(
                        failure -> {
                            var now = clock.instant();
                            var next = now.plus(patience(timer.attempts()));
                            transaction.executeWithoutResult(
                                    status -> timers.failed(timer, failure, now, next));
                        });
    }

    /// A minute, two, four … up to a day.
    private static Duration patience(int attempts) {
        var wait = SOON.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }

    private void fireOnce(TimerStore.Due timer) {
        var now = clock.instant();
        var dossier = dossiers.lock(timer.dossier());
        if (!dossier.can(Act.STEP)) {
            timers.postpone(timer, now.plus(LATER));
            return;
        }
        if (!timers.disarm(timer.dossier(), timer.token())) return;
        var action = new Action.TimerFired(timer.token(), ending(dossier, timer.token()));
        var walked = steps.apply(dossier, action, Caller.system(), null, now);
        var _ = results.settle(walked, Caller.system(), now);
    }

    /// Place of the timer that ends the step.
    private int ending(Dossier dossier, String token) {
        for (var open : steps.state(dossier).open())
            if (open.token().equals(token))
                return open.step().timers().indexOf(open.step().timer());
        return 0;
    }

    /// Timers that have been tried in vain, the latest trouble first: what operators look at.
    @Transactional(readOnly = true)
    public List<TimerStore.Stuck> stuck() {
        return timers.stuck(SHOWN);
    }
}
