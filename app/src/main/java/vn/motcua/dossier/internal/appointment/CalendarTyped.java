package vn.motcua.dossier.internal.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.TypedDate;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.OpeningHours;

/// What an operator typed for a change of the calendar, as it was typed.
///
/// @param what `HOLIDAY`, `IN_LIEU`, `SWAP_OFF`, `SWAP_WORK`, `ORDINARY` or `HOURS`
/// @param decision number of the decision
/// @param decided its date
public record CalendarTyped(
        String what,
        String day,
        String nameVi,
        String nameEn,
        String agency,
        String week,
        String closing,
        String decision,
        String decided) {
    public static final String HOURS = "HOURS";
    private static final String ORDINARY = "ORDINARY";
    private static final Set<String> DAYS =
            Set.of("HOLIDAY", "IN_LIEU", "SWAP_OFF", "SWAP_WORK", ORDINARY);
    private static final int LONGEST = 200;

    /// A decision may reach back a little; it never reaches into years long closed.
    private static final int DAYS_BACK = 31;

    private static final int YEARS_AHEAD = 5;

    static CalendarTyped nothing(String what) {
        return new CalendarTyped(
                what.equals(HOURS) ? HOURS : "HOLIDAY",
                "",
                "",
                "",
                "",
                OpeningHours.DEFAULT_WEEK,
                "17:00",
                "",
                "");
    }

    static CalendarTyped read(MultiValueMap<String, String> sent) {
        return new CalendarTyped(
                first(sent, "what"),
                first(sent, "day"),
                first(sent, "nameVi"),
                first(sent, "nameEn"),
                first(sent, "agency"),
                first(sent, "week"),
                first(sent, "closing"),
                first(sent, "decision"),
                first(sent, "decided"));
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        var tidy = value == null ? "" : value.replaceAll("\\p{Cc}", "").strip();
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    /// Tells whether what is confirmed is what was previewed.
    public String digest() {
        return Integer.toHexString(hashCode());
    }

    public boolean hours() {
        return what.equals(HOURS);
    }

    /// Field to message key; empty when it can be previewed.
    ///
    /// @param known whether there is an agency of this code
    Map<String, String> faults(LocalDate today, Predicate<String> known) {
        var faults = new LinkedHashMap<String, String>();
        if (!hours() && !DAYS.contains(what)) faults.put("what", "desk-clock.fault.what");
        var from = TypedDate.read(day);
        if (from.isEmpty()
                || from.get().isBefore(today.minusDays(DAYS_BACK))
                || from.get().isAfter(today.plusYears(YEARS_AHEAD)))
            faults.put("day", "desk-clock.fault.day");
        if (hours()) {
            if (!agency.isEmpty() && !known.test(agency))
                faults.put("agency", "desk-clock.fault.agency");
            if (from.isPresent() && opening(from.get()).isEmpty())
                faults.put("week", "desk-clock.fault.week");
        } else if (!what.equals(ORDINARY)) {
            if (nameVi.isEmpty()) faults.put("nameVi", "desk-clock.fault.name-vi");
            if (nameEn.isEmpty()) faults.put("nameEn", "desk-clock.fault.name-en");
        }
        if (decision.isEmpty()) faults.put("decision", "desk-clock.fault.decision");
        if (TypedDate.read(decided).filter(at -> !at.isAfter(today)).isEmpty())
            faults.put("decided", "desk-clock.fault.decided");
        return faults;
    }

    /// Only of what has no faults.
    CalendarChange change() {
        var from = TypedDate.read(day).orElseThrow();
        var rests = decision + ", " + HanoiTime.date(TypedDate.read(decided).orElseThrow());
        if (hours()) return new CalendarChange.Hours(agency, opening(from).orElseThrow(), rests);
        var kind =
                what.equals(ORDINARY)
                        ? null
                        : new DayKind(
                                DayKind.Type.valueOf(what),
                                LocalText.of(nameVi, nameEn),
                                DayKind.Standing.ANNOUNCED,
                                rests);
        return new CalendarChange.Day(from, kind, rests);
    }

    private Optional<OpeningHours> opening(LocalDate from) {
        try {
            return Optional.of(OpeningHours.parse(from, week, LocalTime.parse(closing)));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
