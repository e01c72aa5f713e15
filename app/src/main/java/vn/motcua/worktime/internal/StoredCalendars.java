package vn.motcua.worktime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private volatile Loaded loaded = new Loaded(-1, NationalDays.shipped(), Map.of());
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
        return present().version;
    }

    @Override
    public List<String> decisionsSince(int version) {
        return store.decisionsSince(version);
    }

    /// Forgets what is kept, so that the next question reads the present version.
    void lookAgain() {
        lookedAt = System.nanoTime() - PATIENCE;
    }

    private Loaded present() {
        if (System.nanoTime() - lookedAt < PATIENCE) return loaded;
        synchronized (this) {
            if (System.nanoTime() - lookedAt < PATIENCE) return loaded;
            int version = store.version();
            if (version != loaded.version)
                loaded =
                        version == 0
                                ? new Loaded(0, NationalDays.shipped(), Map.of())
                                : new Loaded(version, store.days(), store.hours());
            lookedAt = System.nanoTime();
            return loaded;
        }
    }

    private static final class Loaded {
        private final int version;
        private final NationalDays days;
        private final Map<String, List<OpeningHours>> hours;
        private final Map<List<OpeningHours>, WorkingCalendar> calendars =
                new ConcurrentHashMap<>();

        Loaded(int version, NationalDays days, Map<String, List<OpeningHours>> hours) {
            this.version = version;
            this.days = days;
            this.hours = hours;
        }

        WorkingCalendar of(String agency) {
            return calendars.computeIfAbsent(
                    hoursOf(agency), dated -> WorkingCalendar.of(days, dated));
        }

        /// Own hours over those of the agencies above, over the national ones: whoever is nearest
        /// decides from its first day on.
        private List<OpeningHours> hoursOf(String agency) {
            for (String code = agency; !code.isEmpty(); code = above(code)) {
                var own = hours.get(code);
                if (own == null) continue;
                var first = own.getFirst().from();
                var dated = new ArrayList<OpeningHours>();
                for (var inherited : hoursOf(above(code)))
                    if (inherited.from().isBefore(first)) dated.add(inherited);
                dated.addAll(own);
                return List.copyOf(dated);
            }
            var dated = new ArrayList<>(List.of(OpeningHours.DEFAULT));
            dated.addAll(hours.getOrDefault("", List.of()));
            return List.copyOf(dated);
        }

        private static String above(String code) {
            int dot = code.lastIndexOf('.');
            return dot < 0 ? "" : code.substring(0, dot);
        }
    }
}
