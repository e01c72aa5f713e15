package vn.motcua.worktime.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.NationalDays;
import vn.motcua.worktime.OpeningHours;
import vn.motcua.worktime.WorkingCalendar;

/// Calendars read once and kept; looks for a newer version at most every thirty seconds. Agencies
/// with the same hours share one calendar.
@Component
class StoredCalendars implements Calendars {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final CalendarStore store;
    private volatile Calendars loaded = Calendars.of(-1, NationalDays.shipped(), Map.of());
    private volatile long lookedAt = System.nanoTime() - PATIENCE;

    StoredCalendars(CalendarStore store) {
        this.store = store;
    }

    @Override
    public WorkingCalendar of(String agencyCode) {
        return present().of(agencyCode);
    }

    @Override
    public int version() {
        return present().version();
    }

    @Override
    public List<String> decisionsSince(int version) {
        return store.decisionsSince(version);
    }

    @Override
    public NationalDays days() {
        return present().days();
    }

    @Override
    public Map<String, List<OpeningHours>> hours() {
        return present().hours();
    }

    /// Forgets what is kept, so that the next question reads the present version.
    void lookAgain() {
        lookedAt = System.nanoTime() - PATIENCE;
    }

    private Calendars present() {
        if (System.nanoTime() - lookedAt < PATIENCE) return loaded;
        synchronized (this) {
            if (System.nanoTime() - lookedAt < PATIENCE) return loaded;
            int version = store.version();
            if (version != loaded.version())
                loaded =
                        version == 0
                                ? Calendars.of(0, NationalDays.shipped(), Map.of())
                                : Calendars.of(version, store.days(), store.hours());
            lookedAt = System.nanoTime();
            return loaded;
        }
    }
}
