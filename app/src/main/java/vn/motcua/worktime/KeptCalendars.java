package vn.motcua.worktime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The calendars of all agencies by given days and hours. Agencies with the same hours share one.
final class KeptCalendars implements Calendars {
    private final int version;
    private final NationalDays days;
    private final Map<String, List<OpeningHours>> hours;
    private final Map<List<OpeningHours>, WorkingCalendar> calendars = new ConcurrentHashMap<>();

    KeptCalendars(int version, NationalDays days, Map<String, List<OpeningHours>> hours) {
        this.version = version;
        this.days = days;
        this.hours = Map.copyOf(hours);
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public NationalDays days() {
        return days;
    }

    @Override
    public Map<String, List<OpeningHours>> hours() {
        return hours;
    }

    @Override
    public WorkingCalendar of(String agency) {
        return calendars.computeIfAbsent(hoursOf(agency), dated -> WorkingCalendar.of(days, dated));
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
