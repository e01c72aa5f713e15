package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.workflow.Action;

/// Does what timers of steps are for once their time has come: warns, passes work on, or ends the
/// step by its automatic outcome, for silence is consent. Many fire in one transaction, on
/// whichever node comes first; where one of them cannot, each is tried in a transaction of its own.
@Service
public class Timers {
    private static final int BATCH = 100;

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
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;

    Timers(
            DossierStore dossiers,
            TimerStore timers,
            Steps steps,
            Results results,
            Journal journal,
            Asking asking,
            Clock clock,
            OneByOne oneByOne,
            TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.timers = timers;
        this.steps = steps;
        this.results = results;
        this.journal = journal;
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
                        fireTogether(due);
                        fired += due.size();
                        due = look.get();
                    }
                    return fired;
                });
    }

    /// One timer of each dossier: a second one finds the dossier changed and comes again.
    private void fireTogether(List<TimerStore.Due> due) {
        var first = new LinkedHashMap<UUID, TimerStore.Due>();
        due.forEach(timer -> first.putIfAbsent(timer.dossier(), timer));
        if (first.size() == 1) {
            fire(first.values().iterator().next());
            return;
        }
        if (!oneByOne.together(() -> fireOnce(first))) first.values().forEach(this::fire);
    }

    /// Rolled back as a whole when it cannot be done, and tried again ever more rarely: a timer
    /// is never given up in silence, and never keeps the others waiting.
    private void fire(TimerStore.Due timer) {
        oneByOne.attempt("timer", timer.dossier(), () -> fireOnce(Map.of(timer.dossier(), timer)))
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

    /// Whoever holds the lock of a dossier then sees whether its timer is still there.
    private void fireOnce(Map<UUID, TimerStore.Due> due) {
        var now = clock.instant();
        var news = new ArrayList<Entry>();
        var ready = new LinkedHashMap<TimerStore.Due, Dossier>();
        for (var dossier : dossiers.lockAll(due.keySet())) {
            var timer = Objects.requireNonNull(due.get(dossier.id()));
            if (dossier.can(Act.STEP)) ready.put(timer, dossier);
            else timers.postpone(timer, now.plus(LATER));
        }
        if (ready.isEmpty()) return;
        var there = timers.take(ready.keySet());
        ready.forEach(
                (timer, dossier) -> {
                    if (there.contains(timer)) fire(timer, dossier, now, news);
                });
        journal.append(news);
    }

    /// A warning moves nothing, so it makes nobody's page stale.
    private void fire(TimerStore.Due timer, Dossier dossier, Instant now, List<Entry> news) {
        var action = new Action.TimerFired(timer.token(), timer.number());
        var walked = steps.apply(dossier, action, Caller.system(), null, now);
        if (walked.move().idle() && walked.only("warned")) news.addAll(walked.entries());
        else {
            var _ = results.settle(walked, Caller.system(), now, news);
        }
    }

    /// Timers that have been tried in vain, the latest trouble first: what operators look at.
    @Transactional(readOnly = true)
    public List<TimerStore.Stuck> stuck() {
        return timers.stuck(SHOWN);
    }
}
