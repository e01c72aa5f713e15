package vn.motcua.dossier.internal.bulk;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.assignment.Hands;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.OneByOne;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;

/// Does what was confirmed, row by row, each in a transaction of its own together with what
/// became of it: nothing is done twice, and what a stopped node leaves undone another goes on
/// with.
@Component
public class BulkRunner implements DisposableBean {
    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int FOUND = 20;
    private static final int RENEWED = 10;

    private static final Map<String, Bulk.Result> RESULTS =
            Map.of(
                    DossierProblem.CHANGED_MEANWHILE.code(), Bulk.Result.CHANGED,
                    DossierProblem.NOT_FOUND.code(), Bulk.Result.NOT_YOURS,
                    DossierProblem.NOT_YOUR_STEP.code(), Bulk.Result.NOT_YOURS,
                    DossierProblem.NOT_YOUR_AGENCY.code(), Bulk.Result.NOT_YOURS,
                    DossierProblem.RESULT_FACT_MISSING.code(), Bulk.Result.NEEDS_TYPING,
                    DossierProblem.REASON_MISSING.code(), Bulk.Result.NEEDS_TYPING);

    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    AT_A_TIME, Thread.ofPlatform().name("bulk-", 1).daemon().factory());
    private final BulkStore store;
    private final Judging judging;
    private final Desk desk;
    private final Hands hands;
    private final OneByOne oneByOne;
    private final TransactionTemplate transaction;
    private final Asking asking;
    private final Clock clock;
    private volatile boolean stopping;

    BulkRunner(
            BulkStore store,
            Judging judging,
            Desk desk,
            Hands hands,
            OneByOne oneByOne,
            TransactionTemplate transaction,
            Asking asking,
            Clock clock) {
        this.store = store;
        this.judging = judging;
        this.desk = desk;
        this.hands = hands;
        this.oneByOne = oneByOne;
        this.transaction = transaction;
        this.asking = asking;
        this.clock = clock;
    }

    /// Begins at once, and waits a moment: what is short is done when the page comes.
    void begin(Bulk bulk) {
        var begun = workers.submit(() -> run(bulk));
        try {
            begun.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException longer) {
            // The page says how far it is.
        } catch (ExecutionException trouble) {
            throw new IllegalStateException(trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Goes on with what was confirmed and nobody works on.
    public void goOn() {
        var waiting =
                asking.as(
                        Caller.system(),
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(
                                                _ ->
                                                        store
                                                                .waiting(clock.instant(), FOUND)
                                                                .stream()
                                                                .flatMap(
                                                                        id ->
                                                                                store
                                                                                        .find(id)
                                                                                        .stream())
                                                                .toList())));
        waiting.forEach(this::run);
    }

    /// Forgets what was done long ago.
    public void forget() {
        asking.run(
                Caller.system(),
                () ->
                        transaction.executeWithoutResult(
                                _ -> store.forget(clock.instant().minus(KEPT))));
    }

    private void run(Bulk bulk) {
        asking.run(bulk.caller(), () -> runAs(bulk));
    }

    private void runAs(Bulk bulk) {
        var id = bulk.id();
        if (!inTransaction(() -> store.lease(id, clock.instant()))) return;
        var rows = Objects.requireNonNull(transaction.execute(_ -> store.rows(id)));
        int worked = 0;
        for (var row : rows) {
            if (stopping) return;
            if (row.result() != null) continue;
            if (++worked % RENEWED == 0)
                transaction.executeWithoutResult(_ -> store.renew(id, clock.instant()));
            oneByOne.attempt("act on many", row.dossier(), () -> once(bulk, row.number()))
                    .ifPresent(problem -> refused(id, row.number(), problem));
        }
        transaction.executeWithoutResult(_ -> store.done(id, clock.instant()));
    }

    private boolean inTransaction(java.util.function.BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(_ -> work.getAsBoolean()));
    }

    private void once(Bulk bulk, int number) {
        var taken = store.take(bulk.id(), number);
        if (taken.isEmpty()) return;
        var row = taken.get();
        var verdict = judging.judge(bulk, row);
        if (verdict.refusal() == null) act(bulk, row, verdict);
        var result = verdict.refusal() == null ? Bulk.Result.DONE : verdict.refusal();
        store.result(bulk.id(), number, result, null, clock.instant());
    }

    private void act(Bulk bulk, Bulk.Row row, Judging.Verdict verdict) {
        switch (bulk.act()) {
            case CLAIM -> desk.claim(row.dossier(), row.version(), row.task());
            case STEP, APPROVE ->
                    desk.completeStep(
                            row.dossier(),
                            row.version(),
                            Objects.requireNonNull(Objects.requireNonNull(verdict.offer()).task())
                                    .token(),
                            Objects.requireNonNull(verdict.way()).outcome(),
                            bulk.note(),
                            Map.of(),
                            bulk.late());
            case GIVE -> hands.hand(row.dossier(), row.version(), row.task(), bulk.givenTo());
            case SLIPS -> {}
        }
    }

    private void refused(UUID bulk, int number, String problem) {
        var result = RESULTS.get(problem);
        boolean known = result != null || problem.contains(".");
        transaction.executeWithoutResult(
                _ ->
                        store.result(
                                bulk,
                                number,
                                result != null
                                        ? result
                                        : known ? Bulk.Result.NOT_NOW : Bulk.Result.FAILED,
                                problem,
                                clock.instant()));
    }

    @Override
    public void destroy() {
        stopping = true;
        workers.shutdown();
    }
}
