package vn.motcua.dossier.internal.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Role;
import vn.motcua.journal.Actor;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.Ids;
import vn.motcua.kernel.ProblemException;
import vn.motcua.organization.Agencies;
import vn.motcua.worktime.CalendarDecisions;
import vn.motcua.worktime.Calendars;

/// Reads and changes the working calendar for operators. Open dossiers follow within minutes, by
/// the job that reckons them anew.
@Service
class CalendarEntering {
    private final Calendars calendars;
    private final CalendarDecisions decisions;
    private final Agencies agencies;
    private final Journal journal;
    private final Asking asking;
    private final Clock clock;

    CalendarEntering(
            Calendars calendars,
            CalendarDecisions decisions,
            Agencies agencies,
            Journal journal,
            Asking asking,
            Clock clock) {
        this.calendars = calendars;
        this.decisions = decisions;
        this.agencies = agencies;
        this.journal = journal;
        this.asking = asking;
        this.clock = clock;
    }

    LocalDate today() {
        return HanoiTime.dateOf(clock.instant());
    }

    Map<String, String> faults(CalendarTyped typed) {
        return typed.faults(today(), code -> agencies.find(code).isPresent());
    }

    /// This year's days and those to come.
    List<CalendarView.Day> days() {
        var from = today().withDayOfYear(1);
        return calendars.days().asMap().entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from))
                .map(
                        day ->
                                new CalendarView.Day(
                                        day.getKey(),
                                        day.getValue().type().name(),
                                        day.getValue().name(),
                                        day.getValue().standing().name(),
                                        day.getValue().source()))
                .toList();
    }

    List<CalendarView.Hours> hours() {
        var lines = new ArrayList<CalendarView.Hours>();
        calendars
                .hours()
                .forEach(
                        (code, dated) ->
                                dated.forEach(
                                        hours ->
                                                lines.add(
                                                        new CalendarView.Hours(
                                                                code.isEmpty() ? null : code,
                                                                agencies.find(code)
                                                                        .map(a -> a.name())
                                                                        .orElse(null),
                                                                hours.from(),
                                                                hours.weekText(),
                                                                hours.closing().toString()))));
        lines.sort(
                Comparator.comparing((CalendarView.Hours line) -> String.valueOf(line.code()))
                        .thenComparing(CalendarView.Hours::from));
        return lines;
    }

    @Transactional
    public void decide(CalendarChange change) {
        var caller = asking.current();
        if (!caller.is(Role.OPERATOR)) throw new ProblemException(DossierProblem.NOT_YOUR_STEP);
        int version = change.decide(decisions);
        journal.append(
                new Entry(
                        "dossier.calendar-decided",
                        "calendar",
                        Ids.next(clock),
                        null,
                        new Actor(caller.role().setting(), caller.account(), caller.agency()),
                        clock.instant(),
                        Map.of(
                                "version",
                                version,
                                "from",
                                change.from().toString(),
                                "decision",
                                change.decision())));
    }
}
