package vn.motcua.dossier.internal.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Permissions;
import vn.motcua.dossier.internal.processing.Posts;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.Worklist;
import vn.motcua.dossier.internal.store.Worklist.Counts;
import vn.motcua.dossier.internal.store.Worklist.Filter;
import vn.motcua.identity.Asking;
import vn.motcua.identity.Caller;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Processes;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineState;
import vn.motcua.worktime.LeftText;
import vn.motcua.worktime.WorkingCalendar;

/// Reads the worklist: two statements whatever its length; names and working time come from memory.
@Service
class WorklistReader {
    static final int PAGE = 30;

    /// Work that ends within this time is due soon.
    static final Duration SOON = Duration.ofHours(24);

    private final Worklist worklist;
    private final Permissions permissions;
    private final Rules rules;
    private final Processes processes;
    private final Calendars calendars;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    WorklistReader(
            Worklist worklist,
            Permissions permissions,
            Rules rules,
            Processes processes,
            Calendars calendars,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.permissions = permissions;
        this.rules = rules;
        this.processes = processes;
        this.calendars = calendars;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public WorklistView read(
            Filter filter,
            String search,
            @Nullable String after,
            Locale locale,
            @Nullable String notice) {
        var caller = asking.current();
        var held = permissions.posts(caller);
        var who = who(caller, held);
        if (who == null)
            return new WorklistView(
                    List.of(), filter.name(), "", List.of(), 0, null, null, true, false, notice);
        var now = clock.instant();
        var soon = now.plus(SOON);
        var counts = worklist.counts(who, now, soon);
        var found = worklist.page(who, filter, search, now, soon, after, PAGE + 1);
        var words = new DeskWords(messages, locale);
        var calendar = calendars.of(who.agency());
        var lines =
                found.stream().limit(PAGE).map(line -> line(line, words, calendar, now)).toList();
        var next = found.size() > PAGE ? found.get(PAGE - 1).key() : null;
        return new WorklistView(
                tabs(filter, counts),
                filter.name(),
                search,
                lines,
                count(filter, counts),
                next,
                next == null ? null : href(filter, next),
                after == null,
                held.holds(PositionKind.RECEPTIONIST),
                notice);
    }

    /// Whose work the caller sees; null for somebody without an agency. Each post is its
    /// position together with its unit: an approver of one unit who also helps at the counter
    /// of another approves nothing there.
    static Worklist.@Nullable Who who(Caller caller, Posts held) {
        if (caller.agency() == null || caller.account() == null) return null;
        var posts = new ArrayList<Worklist.Post>();
        for (var duty : held.all()) {
            posts.add(new Worklist.Post(duty.position().name(), duty.unit()));
            // Whoever examines a dossier also does what the platform would do by itself once it
            // is connected.
            if (duty.position() == PositionKind.CASE_OFFICER)
                posts.add(new Worklist.Post(Position.SYSTEM.name(), duty.unit()));
        }
        return new Worklist.Who(caller.agency(), caller.account(), posts);
    }

    private static List<WorklistView.Tab> tabs(Filter current, Counts counts) {
        var tabs = new ArrayList<WorklistView.Tab>();
        for (var filter : Filter.values()) {
            var icon =
                    switch (filter) {
                        case OVERDUE -> "alert";
                        case DUE_SOON -> "sand";
                        case MINE -> "person";
                        case ALL, RECEPTION -> null;
                    };
            tabs.add(
                    new WorklistView.Tab(
                            filter.name(),
                            href(filter, null),
                            "desk.tab." + filter.name(),
                            count(filter, counts),
                            icon,
                            filter == current));
        }
        return tabs;
    }

    static long count(Filter filter, Counts counts) {
        return switch (filter) {
            case ALL -> counts.all();
            case RECEPTION -> counts.reception();
            case OVERDUE -> counts.overdue();
            case DUE_SOON -> counts.dueSoon();
            case MINE -> counts.mine();
        };
    }

    /// What somebody looks for is a person's name: it never stands in an address.
    private static String href(Filter filter, @Nullable String after) {
        var parts = new ArrayList<String>();
        if (filter != Filter.ALL) parts.add("filter=" + filter);
        if (after != null) parts.add("after=" + encoded(after));
        return parts.isEmpty() ? "/desk" : "/desk?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private WorklistView.Line line(
            Worklist.Line line, DeskWords words, WorkingCalendar calendar, Instant now) {
        var release = rules.release(new ReleaseId(line.procedure(), line.release()));
        var due = line.due();
        return new WorklistView.Line(
                href(line),
                line.code(),
                deadline(due, line.paused(), now),
                left(line, now, words, calendar),
                due == null ? null : moment(due, now),
                words.in(release.record().name()),
                line.ownerName(),
                step(line, words),
                line.channel() == null ? null : "dossier.channel." + line.channel(),
                moment(line.opened(), now),
                line.claimedName(),
                line.mine(),
                line.kind().equals(Task.Kind.RECEPTION.name()));
    }

    private static String href(Worklist.Line line) {
        return line.kind().equals(Task.Kind.OPINION.name())
                ? "/desk/opinions/" + line.taskId()
                : "/desk/dossiers/" + line.dossier();
    }

    private String step(Worklist.Line line, DeskWords words) {
        if (!line.kind().equals(Task.Kind.STEP.name())) return words.t("desk.kind." + line.kind());
        var release = rules.release(new ReleaseId(line.procedure(), line.release()));
        return processes
                .of(release)
                .find(line.step())
                .map(step -> words.in(step.name()))
                .orElse(line.step());
    }

    /// Exactly the conditions the counters ask.
    ///
    /// @param paused whether the clock of the dossier stands still: then nothing is due
    static DeadlineState deadline(@Nullable Instant due, boolean paused, Instant now) {
        if (paused) return DeadlineState.WITH_CITIZEN;
        if (due == null) return DeadlineState.NONE;
        if (due.isBefore(now)) return DeadlineState.OVERDUE;
        return due.isBefore(now.plus(SOON)) ? DeadlineState.DUE_SOON : DeadlineState.IN_TIME;
    }

    private static String left(
            Worklist.Line line, Instant now, DeskWords words, WorkingCalendar calendar) {
        var due = line.due();
        if (line.paused()) return words.t("desk.paused");
        if (due == null) return words.t("desk.no-due");
        return LeftText.of(words, due, now, calendar);
    }

    /// The hour on this day, the day in this year, the whole date otherwise.
    private static String moment(Instant at, Instant now) {
        var day = HanoiTime.dateOf(at);
        if (day.equals(HanoiTime.dateOf(now))) return HanoiTime.time(at);
        var date = HanoiTime.date(day);
        return day.getYear() == HanoiTime.dateOf(now).getYear()
                ? date.substring(0, date.lastIndexOf('/'))
                : date;
    }
}
