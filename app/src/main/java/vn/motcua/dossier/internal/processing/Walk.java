package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.dossier.internal.store.Move;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.identity.Caller;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.State;
import vn.motcua.worktime.WorkingCalendar;

/// One move of a dossier while its effects are read: what becomes of its work, and what the
/// journal will hear.
final class Walk {
    /// Something for the journal, written down once it is known what became of the clock.
    record News(String what, Map<String, Object> data) {}

    final Dossier dossier;
    final Instant now;
    final WorkingCalendar calendar;
    final Move move = new Move();
    final List<News> news = new ArrayList<>();

    /// What is asked of others.
    final List<Effect> outside = new ArrayList<>();
    private final @Nullable State before;
    private final Caller by;
    private final @Nullable String note;
    @Nullable Issue issued;
    boolean finished;

    /// @param before null when the process begins
    /// @param note the words given with the move
    Walk(
            Dossier dossier,
            @Nullable State before,
            Caller by,
            @Nullable String note,
            Instant now,
            WorkingCalendar calendar) {
        this.dossier = dossier;
        this.before = before;
        this.by = by;
        this.note = note;
        this.now = now;
        this.calendar = calendar;
    }

    void tell(String what, Map<String, Object> data) {
        news.add(new News(what, data));
    }

    /// Where several decide, the seats nobody voted on are not needed any more.
    void closed(OpenStep step, OutcomeDefinition outcome, boolean byTimer) {
        if (step.step().several() == null)
            move.close(closing(step, null, !byTimer, outcome.id(), note));
        else
            for (int seat = 1; seat <= step.step().several().count(); seat++)
                if (!heard(step).contains(seat)) move.close(left(step, seat));
        tell(
                "step-completed",
                Map.of(
                        "step", step.stepId(),
                        "token", step.token(),
                        "outcome", outcome.id(),
                        "byTimer", byTimer));
    }

    private Set<Integer> heard(OpenStep step) {
        var heard = new HashSet<Integer>();
        if (before != null) heard.addAll(before.votes(step.token()).keySet());
        for (var closing : move.closed())
            if (closing.token().equals(step.token()) && closing.seat() != null)
                heard.add(closing.seat());
        return heard;
    }

    private Move.Closing left(OpenStep step, int seat) {
        return new Move.Closing(step.token(), seat, null, null, null, null, null, null, now);
    }

    void cancelled(OpenStep step) {
        move.close(closing(step, null, true, null, null));
    }

    void voted(OpenStep step, int seat, OutcomeDefinition outcome) {
        move.close(closing(step, seat, true, outcome.id(), note));
        tell("voted", Map.of("step", step.stepId(), "seat", seat, "outcome", outcome.id()));
    }

    /// @param named false for what silence decides: it carries nobody's name
    private Move.Closing closing(
            OpenStep step,
            @Nullable Integer seat,
            boolean named,
            @Nullable String outcome,
            @Nullable String words) {
        var behalf = by.behalf();
        return new Move.Closing(
                step.token(),
                seat,
                by.account(),
                named ? by.name() : null,
                behalf == null ? null : behalf.account(),
                behalf == null ? null : behalf.name(),
                outcome,
                words,
                now);
    }

    /// All work of the dossier as it will stand after this move, for the rules about people.
    List<Task> done(TaskStore tasks) {
        var work = new ArrayList<Task>();
        for (var task : tasks.of(dossier.id())) {
            var ended = task;
            for (var closing : move.closed())
                if (task.open()
                        && closing.token().equals(task.token())
                        && (closing.seat() == null || closing.seat() == task.marks().seat()))
                    ended = task.closedAs(closing);
            work.add(ended);
        }
        work.addAll(move.opened());
        return work;
    }
}
