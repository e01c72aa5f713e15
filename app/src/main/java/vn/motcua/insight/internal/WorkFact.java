package vn.motcua.insight.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.worktime.WorkingCalendar;

/// One opening of a step.
///
/// @param unit of the agency; the position where the process names none
/// @param officer who has it, or who did it; null when nobody does
/// @param plannedMinutes working time meant for it
/// @param counted whether the officers' clock runs while it is open
/// @param dueAt end of the time meant; null when none is
/// @param waitingSince since when the person is waited for
/// @param closedAt when it ended
/// @param workedMinutes working time it took, waiting left out; null while open and where it
///     ended undone
record WorkFact(
        UUID dossier,
        String token,
        String code,
        String agency,
        String procedure,
        String step,
        String position,
        String unit,
        @Nullable UUID officer,
        Instant openedAt,
        long plannedMinutes,
        boolean counted,
        @Nullable Instant dueAt,
        @Nullable Instant waitingSince,
        long waitedMinutes,
        @Nullable Instant closedAt,
        @Nullable Long workedMinutes) {

    boolean isOpen() {
        return closedAt == null;
    }

    WorkFact heldBy(@Nullable UUID account) {
        return with(account, dueAt, waitingSince, waitedMinutes, closedAt, workedMinutes);
    }

    WorkFact waits(Instant at) {
        if (waitingSince != null || !counted) return this;
        return with(officer, dueAt, at, waitedMinutes, closedAt, workedMinutes);
    }

    WorkFact goesOn(Instant at, WorkingCalendar calendar) {
        if (waitingSince == null) return this;
        var from = waitingSince.isBefore(openedAt) ? openedAt : waitingSince;
        var waited = calendar.between(from, at);
        if (waited.isNegative()) waited = java.time.Duration.ZERO;
        var due = dueAt == null ? null : calendar.plus(dueAt, waited);
        return with(officer, due, null, waitedMinutes + waited.toMinutes(), closedAt, null);
    }

    /// @param by null when nobody did it: time passed
    WorkFact done(Instant at, @Nullable UUID by, WorkingCalendar calendar) {
        var still = goesOn(at, calendar);
        long worked = calendar.between(openedAt, at).toMinutes() - still.waitedMinutes;
        return still.with(by, still.dueAt, null, still.waitedMinutes, at, Math.max(0, worked));
    }

    /// Ended without being done.
    WorkFact dropped(Instant at) {
        return with(officer, dueAt, null, waitedMinutes, at, null);
    }

    String openedOn() {
        return HanoiTime.dateOf(openedAt).toString();
    }

    @Nullable String closedOn() {
        return closedAt == null || workedMinutes == null
                ? null
                : HanoiTime.dateOf(closedAt).toString();
    }

    private WorkFact with(
            @Nullable UUID who,
            @Nullable Instant due,
            @Nullable Instant waiting,
            long waited,
            @Nullable Instant closed,
            @Nullable Long worked) {
        return new WorkFact(
                dossier,
                token,
                code,
                agency,
                procedure,
                step,
                position,
                unit,
                who,
                openedAt,
                plannedMinutes,
                counted,
                due,
                waiting,
                waited,
                closed,
                worked);
    }
}
