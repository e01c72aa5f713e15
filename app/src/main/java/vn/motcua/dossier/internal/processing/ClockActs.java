package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.processing.LateReasons.LateReason;
import vn.motcua.dossier.internal.processing.Permissions.Acting;
import vn.motcua.dossier.internal.store.DossierStore;
import vn.motcua.dossier.internal.store.LatenessStore;
import vn.motcua.dossier.internal.store.PauseStore;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.PauseGround;
import vn.motcua.worktime.DeadlineLine;
import vn.motcua.worktime.Deadlines;

/// What whoever signs, and whoever examines, does to the clock of a dossier: one new appointment
/// with an apology, a stop on a ground of the release. Runs in the transaction of [Desk].
@Component
class ClockActs {
    private final Permissions permissions;
    private final DossierStore dossiers;
    private final TaskStore tasks;
    private final PauseStore pauses;
    private final Rules rules;
    private final Lateness lateness;
    private final Slips slips;
    private final Journal journal;

    ClockActs(
            Permissions permissions,
            DossierStore dossiers,
            TaskStore tasks,
            PauseStore pauses,
            Rules rules,
            Lateness lateness,
            Slips slips,
            Journal journal) {
        this.permissions = permissions;
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.pauses = pauses;
        this.rules = rules;
        this.lateness = lateness;
        this.slips = slips;
        this.journal = journal;
    }

    void extend(UUID id, int version, Instant newDue, Desk.Grounds grounds) {
        var reason = lateReason(grounds);
        requireWords(grounds.words());
        var act = permissions.begin(id, version, PositionKind.APPROVER, PositionKind.LEADER);
        var line = new DeadlineLine.Extended(act.now(), newDue, grounds.words(), reason.text());
        var before = act.dossier();
        var after = before.extended(line, act.calendar());
        slips.apology(after, before, line.why().vi(), act.by(), act.now());
        var by = act.by();
        tasks.close(id, Task.APOLOGY, by.account(), by.name(), "extended", null, act.now());
        save(act, after, "extended", Map.of("reason", reason.id()));
        // Readers of the journal learn first that it was an apology that moved the date.
        lateness.explain(after, LatenessStore.Stage.APOLOGY, reason, grounds.words(), act);
        tasks.appoint(after);
    }

    static LateReason lateReason(Desk.Grounds grounds) {
        return LateReasons.toChoose(grounds.id())
                .orElseThrow(() -> new ProblemException(DossierProblem.REASON_MISSING));
    }

    void pause(UUID id, int version, Desk.Grounds grounds) {
        requireWords(grounds.words());
        var act = permissions.begin(id, version, PositionKind.CASE_OFFICER, PositionKind.APPROVER);
        var dossier = act.dossier().takenOver();
        var ground = ground(dossier, grounds.id());
        if (!dossier.clockRunning(act.now(), act.calendar())) throw act.notAllowed();
        var until =
                ground.term() == null
                        ? null
                        : Deadlines.due(ground.term(), act.now(), act.calendar());
        var text =
                LocalText.of(
                        ground.text().vi() + ": " + grounds.words(),
                        ground.text().en() + ": " + grounds.words());
        var line = new DeadlineLine.Paused(act.now(), ground.id(), text, until);
        var after = dossier.paused(line, act.calendar());
        if (until != null) pauses.until(id, after.agency(), until);
        save(act, after, "paused", Map.of("ground", ground.id()));
        tasks.appoint(after);
    }

    /// Only on a ground its release names [one-stop-decree].
    private PauseGround ground(Dossier dossier, String id) {
        return rules.record(dossier).pauseGrounds().stream()
                .filter(ground -> ground.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblem.REASON_MISSING));
    }

    private void save(Acting act, Dossier after, String what, Map<String, Object> data) {
        dossiers.update(after);
        journal.append(Facts.of(what, after, act.by(), act.now(), data));
    }

    private static void requireWords(String words) {
        if (words.isBlank()) throw new ProblemException(DossierProblem.REASON_MISSING);
    }
}
