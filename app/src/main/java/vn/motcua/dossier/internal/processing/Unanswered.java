package vn.motcua.dossier.internal.processing;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.PaperStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.Ids;
import vn.motcua.workflow.Position;
import vn.motcua.worktime.Calendars;

/// Requests to supplement nobody has answered in their term: an officer has to stop or refuse
/// the dossier, or it would wait for ever. Until that is done the person may still answer.
@Service
public class Unanswered {
    private static final int BATCH = 100;

    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PaperStore papers;
    private final Supplements supplements;
    private final OneByOne oneByOne;
    private final Calendars calendars;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    Unanswered(
            DossierStore dossiers,
            TaskStore tasks,
            PaperStore papers,
            Supplements supplements,
            OneByOne oneByOne,
            Calendars calendars,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.papers = papers;
        this.supplements = supplements;
        this.oneByOne = oneByOne;
        this.calendars = calendars;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    /// Hands every dossier whose person has not answered in time back to the officers.
    public void handBack() {
        asking.run(
                Caller.system(),
                () -> {
                    var _ =
                            oneByOne.<PaperStore.Unanswered>walk(
                                    "unanswered supplement",
                                    BATCH,
                                    after -> papers.unanswered(clock.instant(), after, BATCH),
                                    PaperStore.Unanswered::dossier,
                                    request -> handBackOnce(request.dossier(), request.id()));
                });
    }

    private void handBackOnce(UUID id, UUID requestId) {
        var now = clock.instant();
        var dossier = dossiers.lock(id);
        var open = papers.openSupplement(id).filter(r -> r.id().equals(requestId));
        if (open.isEmpty() || open.get().overdue() != null) return;
        if (dossier.state().isFinal()) {
            papers.overdue(requestId, now);
            return;
        }
        if (dossier.state() != DossierState.SUPPLEMENT_REQUESTED
                || !supplements.over(open.get(), dossier.agency())) return;
        papers.overdue(requestId, now);
        tasks.open(
                Task.opened(
                        Ids.next(clock),
                        id,
                        dossier.agency(),
                        Task.Kind.SUPPLEMENT,
                        Task.SUPPLEMENT,
                        Task.SUPPLEMENT,
                        dossier.beforeAcceptance() ? Position.RECEPTIONIST : Position.APPROVER,
                        null,
                        now,
                        calendars.of(dossier.agency()).plus(now, Rules.RECEPTION),
                        null,
                        null));
        journal.append(
                Facts.of(
                        "supplement-overdue",
                        dossier,
                        Caller.system(),
                        now,
                        Map.of("number", open.get().number())));
    }
}
