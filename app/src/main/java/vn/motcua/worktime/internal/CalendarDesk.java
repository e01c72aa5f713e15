package vn.motcua.worktime.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.worktime.CalendarDecisions;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.NationalDays;
import vn.motcua.worktime.OpeningHours;

@Service
class CalendarDesk implements CalendarDecisions {
    private static final String OPERATOR = "operator";
    private static final String SHIPPED = "shipped";

    private final CalendarStore store;
    private final StoredCalendars calendars;
    private final Clock clock;

    CalendarDesk(CalendarStore store, StoredCalendars calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int decide(LocalDate day, DayKind kind) {
        int version = next(kind.source());
        store.put(day, kind, OPERATOR, version);
        return version;
    }

    @Override
    @Transactional
    public int revoke(LocalDate day, String decision) {
        int version = next(decision);
        store.endDay(day, version);
        return version;
    }

    @Override
    @Transactional
    public int decide(String agencyCode, OpeningHours hours, String decision) {
        int version = next(decision);
        store.putHours(agencyCode, hours, decision, version);
        return version;
    }

    /// Here the new version counts at once, on other nodes within half a minute.
    int next(String source) {
        store.lock();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        calendars.lookAgain();
                    }
                });
        return store.newVersion(clock.instant(), source);
    }

    /// Takes over the shipped list where it says something new. A day that was ever decided or
    /// revoked here keeps what was decided.
    @Transactional
    int takeOver(NationalDays shipped) {
        store.lock();
        var stored = store.storedDays();
        var settled = store.settledDays();
        var changed =
                shipped.asMap().entrySet().stream()
                        .filter(day -> !settled.contains(day.getKey()))
                        .filter(
                                day -> {
                                    var present = stored.get(day.getKey());
                                    return present == null || !present.equals(day.getValue());
                                })
                        .toList();
        if (changed.isEmpty()) return store.version();
        int version = store.newVersion(clock.instant(), SHIPPED);
        changed.forEach(day -> store.put(day.getKey(), day.getValue(), SHIPPED, version));
        return version;
    }
}
