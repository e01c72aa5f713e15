package vn.motcua.dossier.internal.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.internal.forecast.Outlook;
import vn.motcua.dossier.internal.forecast.Outlooks;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.organization.Agencies;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Processes;
import vn.motcua.worktime.DeadlineState;
import vn.motcua.worktime.LeftText;
import vn.motcua.worktime.WorkSpan;
import vn.motcua.worktime.WorkingCalendar;

/// Words for the lines of a list: names come from the releases and time from the calendar, both
/// in memory.
@Component
public class Lines {
    /// Work that ends within this time is due soon.
    public static final Duration SOON = Duration.ofHours(24);

    private final Rules rules;
    private final Processes processes;
    private final Agencies agencies;
    private final Outlooks outlooks;

    Lines(Rules rules, Processes processes, Agencies agencies, Outlooks outlooks) {
        this.rules = rules;
        this.processes = processes;
        this.agencies = agencies;
        this.outlooks = outlooks;
    }

    /// Who reads, and when.
    public record Reader(ListWords words, WorkingCalendar calendar, Instant now, String agency) {}

    Outlooks outlooks() {
        return outlooks;
    }

    public WorklistView.Line line(Worklist.Line line, Reader by, @Nullable Outlook outlook) {
        var due = line.due();
        return new WorklistView.Line(
                line.taskId(),
                href(line),
                line.code(),
                line.suspended()
                        ? DeadlineState.WITH_CITIZEN
                        : deadline(due, line.paused(), by.now()),
                left(line, by),
                due == null || line.suspended() ? null : moment(due, by.now()),
                by.words().in(procedure(line.procedure(), line.release())),
                line.ownerName(),
                line.summary(),
                step(line.kind(), line.procedure(), line.release(), line.step(), by.words())
                        + mark(line, by.words()),
                line.unit() == null ? null : unit(line.unit(), by),
                "dossier.channel." + line.channel(),
                "dossier.state." + line.state(),
                moment(line.submitted(), by.now()),
                moment(line.opened(), by.now()),
                line.claimedName(),
                line.mine(),
                line.kind().equals(Task.Kind.RECEPTION.name()),
                outlook == null ? null : forecast(outlook, due, by),
                List.of());
    }

    /// What a timer did with this work.
    private static String mark(Worklist.Line line, ListWords words) {
        if (line.escalated()) return words.t("desk-work.mark.escalated");
        return line.warned() ? words.t("desk-work.mark.warned") : "";
    }

    private static String href(Worklist.Line line) {
        return line.kind().equals(Task.Kind.OPINION.name())
                ? "/desk/opinions/" + line.taskId()
                : "/desk/dossiers/" + line.dossier();
    }

    public LocalText procedure(String code, int release) {
        return rules.release(new ReleaseId(code, release)).record().name();
    }

    public String step(String kind, String procedure, int release, String step, ListWords words) {
        if (!kind.equals(Task.Kind.STEP.name())) return words.t("desk.kind." + kind);
        return processes
                .of(rules.release(new ReleaseId(procedure, release)))
                .find(step)
                .map(definition -> words.in(definition.name()))
                .orElse(step);
    }

    String unit(String id, Reader by) {
        return agencies.units(by.agency()).stream()
                .filter(unit -> unit.id().equals(id))
                .map(unit -> by.words().in(unit.name()))
                .findFirst()
                .orElse(id);
    }

    /// Exactly the conditions the counters ask.
    ///
    /// @param paused whether the clock of the dossier stands still: then nothing is due
    public static DeadlineState deadline(@Nullable Instant due, boolean paused, Instant now) {
        if (paused) return DeadlineState.WITH_CITIZEN;
        if (due == null) return DeadlineState.NONE;
        if (due.isBefore(now)) return DeadlineState.OVERDUE;
        return due.isBefore(now.plus(SOON)) ? DeadlineState.DUE_SOON : DeadlineState.IN_TIME;
    }

    String left(Worklist.Line line, Reader by) {
        if (line.suspended()) return by.words().t("desk-list.waiting");
        if (line.paused()) return by.words().t("desk.paused");
        var due = line.due();
        if (due == null) return by.words().t("desk.no-due");
        return LeftText.of(by.words(), due, by.now(), by.calendar());
    }

    /// "dự kiến trễ 1 ngày 2 giờ, do bước Thẩm định thường mất 3 ngày"; null when in time.
    @Nullable String forecast(Outlook outlook, @Nullable Instant due, Reader by) {
        if (!outlook.late() || due == null || due.isBefore(by.now())) return null;
        var late = plain(outlook.slack().abs(), by);
        var cause = outlook.cause();
        return cause == null
                ? by.words().t("desk-list.forecast.late", late)
                : by.words()
                        .t(
                                "desk-list.forecast.late-by-step",
                                late,
                                by.words().in(cause.name()),
                                plain(outlook.takes(), by));
    }

    private static String plain(Duration time, Reader by) {
        return LeftText.of(by.words(), WorkSpan.plain(time, by.calendar()));
    }

    /// The hour on this day, the day in this year, the whole date otherwise.
    public static String moment(Instant at, Instant now) {
        var day = HanoiTime.dateOf(at);
        if (day.equals(HanoiTime.dateOf(now))) return HanoiTime.time(at);
        var date = HanoiTime.date(day);
        return day.getYear() == HanoiTime.dateOf(now).getYear()
                ? date.substring(0, date.lastIndexOf('/'))
                : date;
    }
}
