package vn.motcua.worktime.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.worktime.CalendarDecisions;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.NationalDays;
import vn.motcua.worktime.OpeningHours;

@Service
class CalendarDesk implements CalendarDecisions {
    private static final String OPERATOR = "operator";
    private static final String SHIPPED = "shipped";

    private final CalendarStore store;
    private final Clock clock;

    CalendarDesk(CalendarStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int decide(LocalDate day, DayKind kind) {
        store.lock();
        int version = store.newVersion(clock.instant(), kind.source());
        store.put(day, kind, OPERATOR, version);
        return version;
    }

    @Override
    @Transactional
    public int revoke(LocalDate day, String decision) {
        store.lock();
        int version = store.newVersion(clock.instant(), decision);
        store.endDay(day, version);
        return version;
    }

    @Override
    @Transactional
    public int decide(String agencyCode, OpeningHours hours, String decision) {
        store.lock();
        int version = store.newVersion(clock.instant(), decision);
        store.putHours(agencyCode, hours, decision, version);
        return version;
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
