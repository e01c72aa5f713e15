package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.model.Act;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.organization.Agencies;
import vn.motcua.organization.Agency;
import vn.motcua.workflow.Effect;
import vn.motcua.workflow.OpenStep;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.State;
import vn.motcua.worktime.DeadlineLine;
import vn.motcua.worktime.TimeLimit;
import vn.motcua.worktime.WorkingCalendar;

/// What a move of the process does to the clock: it starts with the payment where the release
/// says so, stands while nothing the officers do is open, and shows each agency's share.
@Component
class ProcessClock {
    private final Terms terms;
    private final Agencies agencies;

    ProcessClock(Terms terms, Agencies agencies) {
        this.terms = terms;
        this.agencies = agencies;
    }

    Dossier after(
            Dossier dossier,
            State state,
            List<Effect> effects,
            WorkingCalendar calendar,
            Instant now) {
        if (dossier.moments().finished() != null) return dossier;
        boolean issued = effects.stream().anyMatch(Effect.Issued.class::isInstance);
        var started = started(dossier, effects, calendar, now);
        return handedOver(moved(started, state, issued, calendar, now), effects, calendar, now);
    }

    /// Somebody, not silence, closed the bill of a procedure whose clock waits for it.
    private Dossier started(
            Dossier dossier, List<Effect> effects, WorkingCalendar calendar, Instant now) {
        if (dossier.ledger().started() || effects.stream().noneMatch(ProcessClock::paid))
            return dossier;
        var start = terms.start(dossier, DeadlineLine.Start.PAYMENT, now);
        return start == null ? dossier : dossier.clockStarted(start, calendar);
    }

    private static boolean paid(Effect effect) {
        return effect instanceof Effect.StepClosed(var step, var outcome, var byTimer)
                && step.step().service() instanceof Service.Bill
                && !byTimer
                && !outcome.negative();
    }

    /// The officers' clock stands while nothing but uncounted steps (the person's own, a
    /// posting) is open. A result ends a wait, so that the person's time is not the officers'.
    private static Dossier moved(
            Dossier dossier, State state, boolean issued, WorkingCalendar calendar, Instant now) {
        boolean paused = dossier.clockPaused(now, calendar);
        if (issued)
            return paused && dossier.can(Act.RESUME) ? dossier.resumed(now, calendar) : dossier;
        if (state.finished() || state.open().isEmpty()) return dossier;
        boolean running = state.open().stream().anyMatch(step -> step.step().counted());
        if (running && paused) return dossier.resumed(now, calendar);
        if (!running && !paused)
            return dossier.takenOver().paused(ground(state.open().getFirst()), now, calendar);
        return dossier;
    }

    private static String ground(OpenStep open) {
        var step = open.step();
        if (step.who().position() == Position.CITIZEN) return "confirmation";
        if (step.service() instanceof Service.Bill) return "payment";
        return step.service() instanceof Service.Opinion ? "opinion" : "verification";
    }

    /// One line for each agency that takes over, with the hours of its step as its share, and one
    /// when the work comes back.
    private Dossier handedOver(
            Dossier dossier, List<Effect> effects, WorkingCalendar calendar, Instant now) {
        var after = dossier;
        for (var effect : effects) {
            if (!(effect instanceof Effect.StepOpened(var open))) continue;
            var step = open.step();
            if (step.who().position() == Position.CITIZEN) continue;
            if (step.who().agency() == null && holder(after).equals(dossier.agency())) continue;
            var to = agency(dossier, step.who().agency());
            if (to.isEmpty() || to.get().code().equals(holder(after))) continue;
            long hours = (step.hours().toMinutes() + 59) / 60;
            boolean shared = step.who().agency() != null && step.counted() && hours > 0;
            var share = shared ? TimeLimit.workingHours((int) hours) : null;
            after = after.handedOver(to.get().code(), to.get().name(), share, now, calendar);
        }
        return after;
    }

    private static String holder(Dossier dossier) {
        return dossier.ledger().lines().stream()
                .filter(DeadlineLine.HandedOver.class::isInstance)
                .map(line -> ((DeadlineLine.HandedOver) line).agency())
                .reduce((first, second) -> second)
                .orElse(dossier.agency());
    }

    private Optional<Agency> agency(Dossier dossier, @Nullable String group) {
        var own = agencies.find(dossier.agency());
        if (group == null) return own;
        return own.flatMap(
                agency -> agencies.competent(group, agency.provinceCode(), agency.communeCode()));
    }
}
