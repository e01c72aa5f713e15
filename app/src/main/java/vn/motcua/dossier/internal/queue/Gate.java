package vn.motcua.dossier.internal.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.ProblemException;
import vn.motcua.worktime.Calendars;

/// Whether tickets are given out at this hour.
@Service
class Gate {
    private final ArrangeStore store;
    private final Calendars calendars;
    private final Clock clock;

    Gate(ArrangeStore store, Calendars calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @throws ProblemException outside the hours
    void require(String agency, Instant now) {
        if (!open(store.hours(agency), now)) throw new ProblemException(QueueProblem.CLOSED);
    }

    /// The hours, when it is outside of them; null while tickets are given out.
    @Transactional(readOnly = true)
    public @Nullable CounterHours closed(String agency) {
        var hours = store.hours(agency);
        return open(hours, clock.instant()) ? null : hours;
    }

    private boolean open(CounterHours hours, Instant now) {
        var moment = LocalDateTime.ofInstant(now, HanoiTime.ZONE);
        return hours.open(moment, calendars.days().asMap().get(moment.toLocalDate()));
    }
}
