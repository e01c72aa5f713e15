package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.kernel.HanoiTime;

/// Writes the working of a ledger: one line for each fact, one for each run of days off met.
final class WorkingText {
    private static final Set<String> GROUNDS =
            Set.of("supplement", "payment", "opinion", "verification", "posting", "confirmation");

    private final WorkingCalendar calendar;
    private final List<WorkingLine> lines = new ArrayList<>();
    private final Set<LocalDate> named = new HashSet<>();

    WorkingText(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    List<WorkingLine> lines() {
        return lines;
    }

    void accepted(DeadlineLine.Accepted it, Appointment due) {
        var limit = it.limit();
        var began = it.by() == DeadlineLine.Start.PAYMENT ? "paid" : "accepted";
        String key = began + "-" + unit(limit);
        var arguments = new ArrayList<Object>(when(it.at()));
        if (limit.unit() == TermUnit.SAME_DAY) {
            if (!Deadlines.beforeCutoff(limit, it.at(), calendar)) key = began + "-after-cutoff";
            arguments.add(limit.cutoffOrUsual().toString());
        } else {
            arguments.add(limit.quantity());
        }
        due(key, arguments, due.due());
        var shorter = it.shortened();
        if (shorter != null)
            add(
                    "shortened-" + unit(shorter.usual()),
                    List.of(shorter.usual().quantity(), shorter.decision()),
                    "shortened",
                    List.of());
        daysOff(limit, it.at(), due);
    }

    void paused(DeadlineLine.Paused it, TimeLimit limit, Instant countedFrom, Appointment due) {
        used(it, limit, countedFrom);
        var own = it.text();
        boolean known = own == null && GROUNDS.contains(it.ground());
        var arguments = new ArrayList<Object>(when(it.at()));
        if (!known) arguments.add(own == null ? it.ground() : own);
        String key = "paused-" + (known ? it.ground() : "other");
        if (due.overAt(it.at())) {
            add(key, arguments, "overdue", List.of());
            return;
        }
        int days = due.daysLeft(limit, it.at(), calendar);
        if (days > 0) {
            add(key, arguments, "left-days", List.of(days));
        } else {
            var left = calendar.between(it.at(), due.due());
            add(key, arguments, "left-hours", List.of(left.toHours(), left.toMinutesPart()));
        }
        if (it.until() != null) add("paused-until", List.of(), "goes-on-by", when(it.until()));
    }

    private void used(DeadlineLine.Paused it, TimeLimit limit, Instant countedFrom) {
        LocalDate from = HanoiTime.dateOf(countedFrom);
        LocalDate to = HanoiTime.dateOf(it.at());
        if (limit.unit() == TermUnit.WORKING_DAY) {
            var days = workingDays(from, to);
            if (!days.isEmpty())
                add("used", List.of(DayList.of(days)), "days", List.of(days.size()));
        } else if (limit.unit() == TermUnit.WORKING_HOUR) {
            Duration used = calendar.between(countedFrom, it.at());
            if (used.isPositive())
                add(
                        "used-hours",
                        List.of(),
                        "hours",
                        List.of(used.toHours(), used.toMinutesPart()));
        }
    }

    void resumed(DeadlineLine.Resumed it, TimeLimit limit, Appointment due, boolean wasOver) {
        if (it.byItself()) add("by-itself", when(it.at()), "recorded", List.of());
        if (wasOver) {
            due("resumed-overdue", when(it.at()), due.due());
            return;
        }
        daysOff(limit, it.at(), due);
        var days = workingDays(HanoiTime.dateOf(it.at()), due.date());
        if (limit.unit() == TermUnit.WORKING_DAY && !days.isEmpty()) {
            var arguments = new ArrayList<Object>(when(it.at()));
            arguments.add(DayList.of(days));
            due("resumed-days", arguments, due.due());
        } else {
            due("resumed", when(it.at()), due.due());
        }
    }

    void restarted(DeadlineLine.Resumed it, TimeLimit limit, Appointment due) {
        daysOff(limit, it.at(), due);
        var arguments = new ArrayList<Object>(when(it.at()));
        arguments.add(limit.quantity());
        due("restarted-" + unit(limit), arguments, due.due());
    }

    void takenBack(DeadlineLine.Resumed it, Appointment due) {
        due("taken-back", when(it.at()), due.due());
    }

    void extended(DeadlineLine.Extended it, Appointment due) {
        var arguments = new ArrayList<Object>(when(it.at()));
        arguments.add(it.why());
        due("extended", arguments, due.due());
    }

    void handedOver(DeadlineLine.HandedOver it) {
        var arguments = new ArrayList<Object>(when(it.at()));
        arguments.add(it.name() == null ? it.agency() : it.name());
        var share = it.share();
        if (share == null) {
            add("handed-over", arguments, "unchanged", List.of());
            return;
        }
        arguments.add(share.quantity());
        var end = Deadlines.due(share, it.at(), calendar);
        add("handed-over-" + unit(share), arguments, "share", when(end));
    }

    void moved(DeadlineLine.Moved it) {
        var arguments = new ArrayList<Object>(when(it.at()));
        arguments.add(it.decision());
        arguments.add(HanoiTime.date(HanoiTime.dateOf(it.from())));
        arguments.add(HanoiTime.date(HanoiTime.dateOf(it.to())));
        due("moved", arguments, it.to());
    }

    void finished(DeadlineLine.Finished it, Appointment lawful) {
        String outcome =
                Outcome.of(lawful.due(), it.at()).name().toLowerCase(Locale.ROOT).replace('_', '-');
        add("finished", when(it.at()), outcome, List.of());
    }

    void ifResumed(Instant now, String ground, TimeLimit limit, Appointment due) {
        daysOff(limit, now, due);
        String what = ground.equals("supplement") || ground.equals("payment") ? ground : "other";
        var days = workingDays(HanoiTime.dateOf(now), due.date());
        if (limit.unit() == TermUnit.WORKING_DAY && !days.isEmpty())
            due("if-today-days-" + what, List.of(DayList.of(days)), due.due());
        else due("if-today-" + what, List.of(), due.due());
    }

    /// Names each day off that the count stepped over, and each Saturday that counted. A term in
    /// calendar days, months or years only meets them at its end.
    private void daysOff(TimeLimit limit, Instant start, Appointment due) {
        switch (limit.unit()) {
            case WORKING_DAY -> skipped(HanoiTime.dateOf(start).plusDays(1), due.date());
            case WORKING_HOUR, SAME_DAY -> skipped(HanoiTime.dateOf(start), due.date());
            case CALENDAR_DAY, MONTH, YEAR -> rolled(due);
        }
    }

    private void skipped(LocalDate from, LocalDate to) {
        var run = new ArrayList<LocalDate>();
        for (var date : from.datesUntil(to.plusDays(1)).filter(this::remarkable).toList()) {
            if (!run.isEmpty() && !sameKind(run.getLast(), date)) {
                name(run);
                run.clear();
            }
            run.add(date);
        }
        if (!run.isEmpty()) name(run);
    }

    private boolean remarkable(LocalDate date) {
        var kind = calendar.special(date);
        if (kind.isEmpty() || !named.add(date)) return false;
        return !kind.get().off() || date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    private boolean sameKind(LocalDate a, LocalDate b) {
        return calendar.special(a).equals(calendar.special(b));
    }

    private void name(List<LocalDate> run) {
        calendar.special(run.getFirst())
                .ifPresent(
                        kind -> {
                            boolean holiday = kind.type() == DayKind.Type.HOLIDAY;
                            add(
                                    holiday ? "holiday" : "special-day",
                                    List.of(DayList.of(run), kind.name()),
                                    kind.off() ? "not-counted" : "counted",
                                    List.of());
                        });
    }

    private void rolled(Appointment due) {
        if (due.date().isAfter(due.nominal()))
            due("rolled", List.of(HanoiTime.date(due.nominal())), due.due());
    }

    private List<LocalDate> workingDays(LocalDate after, LocalDate to) {
        if (!after.isBefore(to)) return List.of();
        Stream<LocalDate> days = after.plusDays(1).datesUntil(to.plusDays(1));
        return days.filter(calendar::isWorkingDay).toList();
    }

    private static String unit(TimeLimit limit) {
        return limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Object> when(Instant at) {
        return List.of(HanoiTime.date(HanoiTime.dateOf(at)), HanoiTime.time(at));
    }

    private void due(String key, List<Object> arguments, Instant due) {
        add(key, arguments, "due", when(due));
    }

    private void add(String key, List<Object> arguments, String result, List<Object> values) {
        lines.add(new WorkingLine(key, arguments, result, values));
    }
}
