package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks a ledger once, moving the appointment and writing the working as it goes. Two appointments
/// are kept: the one promised to the citizen, and the lawful one, which an extension leaves alone.
///
/// Source: [one-stop-decree]; the appointment may be moved by letter of apology once only.
final class LedgerReckoner {
    private final WorkingCalendar calendar;
    private final WorkingText text;

    private @Nullable TimeLimit limit;
    private @Nullable Instant firstDue;
    private @Nullable Appointment promised;
    private @Nullable Appointment lawful;
    private Instant countedFrom = Instant.EPOCH;
    private DeadlineLine.@Nullable Paused pause;
    private @Nullable Instant finished;
    private Duration waited = Duration.ZERO;
    private Duration waitedInTerm = Duration.ZERO;

    LedgerReckoner(WorkingCalendar calendar) {
        this.calendar = calendar;
        this.text = new WorkingText(calendar);
    }

    Reckoning reckon(List<DeadlineLine> lines, Instant now) {
        for (var line : lines) {
            switch (line) {
                case DeadlineLine.Accepted it -> accept(it);
                case DeadlineLine.Paused it -> pause(it);
                case DeadlineLine.Resumed it -> resume(it);
                case DeadlineLine.Extended it -> extend(it);
                case DeadlineLine.HandedOver it -> text.handedOver(it);
                case DeadlineLine.Moved it -> text.moved(it);
                case DeadlineLine.Finished it -> finish(it);
            }
        }
        if (limit == null || promised == null || lawful == null) return notStarted();
        var last = lines.getLast().at();
        return result(limit, promised, lawful, now.isBefore(last) ? last : now);
    }

    private void accept(DeadlineLine.Accepted it) {
        limit = it.limit();
        promised = lawful = Appointment.of(it.limit(), it.at(), calendar);
        firstDue = promised.due();
        countedFrom = it.at();
        text.accepted(it, promised);
    }

    private void pause(DeadlineLine.Paused it) {
        pause = it;
        if (limit != null && promised != null) text.paused(it, limit, countedFrom, promised);
    }

    private void resume(DeadlineLine.Resumed it) {
        if (limit == null || promised == null || lawful == null) return;
        if (pause == null || finished != null) {
            finished = null;
            text.takenBack(it, promised);
            return;
        }
        var pausedAt = pause.at();
        pause = null;
        waited = waited.plus(calendar.between(pausedAt, it.at()));
        if (it.how() == Resumption.RESTART) {
            var anew = Appointment.of(limit, it.at(), calendar);
            promised = promised.orLater(anew);
            lawful = lawful.orLater(anew);
            countedFrom = it.at();
            waitedInTerm = Duration.ZERO;
            text.restarted(it, limit, promised);
        } else {
            boolean wasOver = promised.overAt(pausedAt);
            promised = after(promised, it.how(), limit, pausedAt, it.at());
            lawful = after(lawful, it.how(), limit, pausedAt, it.at());
            waitedInTerm = waitedInTerm.plus(calendar.between(pausedAt, it.at()));
            text.resumed(it, limit, promised, wasOver);
        }
    }

    private Appointment after(
            Appointment due, Resumption how, TimeLimit term, Instant paused, Instant resumed) {
        return how == Resumption.SHIFT
                ? due.shifted(term, paused, resumed, calendar)
                : due.resumed(term, paused, resumed, calendar);
    }

    private void extend(DeadlineLine.Extended it) {
        if (promised == null) return;
        promised = promised.orLater(Appointment.at(it.newDue()));
        text.extended(it, promised);
    }

    private void finish(DeadlineLine.Finished it) {
        finished = it.at();
        if (lawful != null) text.finished(it, lawful);
    }

    private Reckoning result(TimeLimit term, Appointment due, Appointment figures, Instant now) {
        var stopped = finished != null ? finished : now;
        if (pause != null) waited = waited.plus(calendar.between(pause.at(), stopped));
        boolean paused = pause != null && finished == null;
        var readAt = pause != null ? pause.at() : stopped;
        Instant ifResumed = null;
        if (paused && pause != null) {
            var hypothetical = due.resumed(term, pause.at(), now, calendar);
            ifResumed = hypothetical.due();
            if (!due.overAt(pause.at())) text.ifResumed(now, pause.ground(), term, hypothetical);
        }
        return new Reckoning(
                firstDue,
                due.due(),
                paused,
                calendar.between(readAt, due.due()),
                waited,
                text.lines(),
                figures.due(),
                calendar.between(countedFrom, due.due()).minus(waitedInTerm),
                ifResumed,
                finished);
    }

    private static Reckoning notStarted() {
        return new Reckoning(
                null,
                null,
                false,
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                null,
                Duration.ZERO,
                null,
                null);
    }
}
