package vn.motcua.insight.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.Entry;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.WorkingCalendar;

/// Adds one journal entry to what is known of the open work of its dossier.
final class WorkReader {
    private final Calendars calendars;

    WorkReader(Calendars calendars) {
        this.calendars = calendars;
    }

    /// @param known open work of the dossier by token; changed in place, what ends stays in it
    void read(Map<String, WorkFact> known, Entry entry) {
        var at = entry.at().truncatedTo(ChronoUnit.MICROS);
        switch (entry.kind()) {
            case "dossier.step-completed" -> {
                close(known, entry, at);
                open(known, entry, at);
            }
            case "dossier.work-opened" -> open(known, entry, at);
            case "dossier.taken-over" -> held(known, entry, entry.actor().account());
            case "dossier.work-given", "dossier.work-handed-over", "dossier.work-assigned" ->
                    held(known, entry, account(entry.data().get("to")));
            case "dossier.work-given-back", "dossier.work-taken-away" -> held(known, entry, null);
            case "dossier.paused", "dossier.supplement-requested" ->
                    each(known, work -> work.waits(at));
            case "dossier.resumed", "dossier.supplement-received" ->
                    each(known, work -> work.goesOn(at, calendar(work)));
            case "dossier.stopped", "dossier.returned", "dossier.not-accepted" ->
                    each(known, work -> work.dropped(at));
            default -> {}
        }
    }

    private void close(Map<String, WorkFact> known, Entry entry, Instant at) {
        if (!(entry.data().get("token") instanceof String token)) return;
        boolean byTimer = Boolean.TRUE.equals(entry.data().get("byTimer"));
        var by = byTimer ? null : entry.actor().account();
        known.computeIfPresent(
                token, (_, work) -> work.isOpen() ? work.done(at, by, calendar(work)) : work);
    }

    private void open(Map<String, WorkFact> known, Entry entry, Instant at) {
        for (var token : list(entry.data().get("cancels")))
            known.computeIfPresent(
                    token.toString(), (_, work) -> work.isOpen() ? work.dropped(at) : work);
        for (var told : list(entry.data().get("opens")))
            if (told instanceof Map<?, ?> step) {
                var work = opened(entry, step, at);
                if (work != null) known.putIfAbsent(work.token(), work);
            }
    }

    private @Nullable WorkFact opened(Entry entry, Map<?, ?> told, Instant at) {
        var code = text(entry.data().get("code"));
        var procedure = text(entry.data().get("procedure"));
        var token = text(told.get("token"));
        var step = text(told.get("step"));
        var position = text(told.get("position"));
        var agency = text(told.get("agency")) == null ? entry.agency() : text(told.get("agency"));
        if (code == null || procedure == null || token == null) return null;
        if (step == null || position == null || agency == null) return null;
        var unit = text(told.get("unit"));
        long minutes = told.get("minutes") instanceof Number number ? number.longValue() : 0;
        var due =
                minutes == 0
                        ? null
                        : calendars.of(agency).plus(at, java.time.Duration.ofMinutes(minutes));
        return new WorkFact(
                entry.subjectId(),
                token,
                code,
                agency,
                procedure,
                step,
                position,
                unit == null ? position : unit,
                null,
                at,
                minutes,
                !Boolean.FALSE.equals(told.get("counted")),
                due,
                null,
                0,
                null,
                null);
    }

    private static void held(Map<String, WorkFact> known, Entry entry, @Nullable UUID by) {
        if (!(entry.data().get("step") instanceof String step)) return;
        each(known, work -> work.step().equals(step) ? work.heldBy(by) : work);
    }

    private static void each(Map<String, WorkFact> known, UnaryOperator<WorkFact> change) {
        known.replaceAll((_, work) -> work.isOpen() ? change.apply(work) : work);
    }

    private WorkingCalendar calendar(WorkFact work) {
        return calendars.of(work.agency());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable UUID account(@Nullable Object value) {
        return value instanceof String text ? UUID.fromString(text) : null;
    }
}
