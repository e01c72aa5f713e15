package vn.motcua.dossier.internal.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.assignment.Hands;
import vn.motcua.dossier.internal.forecast.Outlook;
import vn.motcua.dossier.internal.reading.Visits;
import vn.motcua.dossier.internal.talk.Notes;
import vn.motcua.identity.Asking;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.organization.PositionKind;
import vn.motcua.worktime.Calendars;

/// Reads the worklist: one statement for the lines, one for the counters and three for what is
/// new, whatever its length; names and working time come from memory.
@Service
public class WorklistReader {
    private static final int MENTIONS = 5;

    private final Worklist worklist;
    private final Whose whose;
    private final Lines lines;
    private final ListChoices choices;
    private final Sought sought;
    private final FilterWords filters;
    private final Visits visits;
    private final Notes notes;
    private final Calendars calendars;
    private final Asking asking;
    private final MessageSource messages;
    private final Clock clock;

    WorklistReader(
            Worklist worklist,
            Whose whose,
            Lines lines,
            ListChoices choices,
            Sought sought,
            FilterWords filters,
            Visits visits,
            Notes notes,
            Calendars calendars,
            Asking asking,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.whose = whose;
        this.lines = lines;
        this.choices = choices;
        this.sought = sought;
        this.filters = filters;
        this.visits = visits;
        this.notes = notes;
        this.calendars = calendars;
        this.asking = asking;
        this.messages = messages;
        this.clock = clock;
    }

    /// Where in the list: behind one line, or before one.
    public record At(@Nullable String after, @Nullable String before) {
        public static final At BEGINNING = new At(null, null);

        @Nullable String edge() {
            return before == null ? after : before;
        }
    }

    private record Page(
            List<Worklist.Line> lines,
            Map<UUID, Outlook> outlooks,
            @Nullable String before,
            @Nullable String next) {}

    @Transactional(readOnly = true)
    public WorklistView read(WorkQuery query, At at, Locale locale, @Nullable String notice) {
        var caller = asking.current();
        var words = new ListWords(messages, locale);
        var who = whose.current();
        if (who == null) return nothing(query, notice);
        var posts = whose.posts();
        var typed = sought.words(query.sought());
        var found = typed.isEmpty() ? query.seeking(null) : query;
        var now = clock.instant();
        var ask = new WorkSql(who, found, sought.query(typed), now, now.plus(Lines.SOON));
        var choice = choices.of(who.account());
        var totals = worklist.totals(ask);
        var by = new Lines.Reader(words, calendars.of(who.agency()), now, who.agency());
        boolean forecast = found.slack() || choice.columns().contains(Column.FORECAST);
        var page =
                found.slack()
                        ? bySlack(ask, who, at, choice.pageSize(), by)
                        : byDue(ask, at, choice.pageSize());
        var news = visits.news(page.lines().stream().map(Worklist.Line::dossier).toList());
        return new WorklistView(
                tabs(found, totals),
                chosen(found),
                filters.of(found, totals, by),
                typed,
                choice.columns(),
                page.lines().stream()
                        .map(
                                line ->
                                        lines.line(line, by, outlook(line, page, by, forecast))
                                                .marked(marks(news.get(line.dossier()))))
                        .toList(),
                totals.of(found.tab()),
                page.next() == null ? null : found.href("/desk", "after", page.next()),
                page.before() == null ? null : found.href("/desk", "before", page.before()),
                found.href("/desk", null, null),
                WorkQuery.of(found.tab()).href("/desk", null, null),
                found.ordered(!found.slack()).href("/desk", null, null),
                found.slack(),
                found.narrowed(),
                views(found),
                found.seeking(null).href("/desk/list", null, null),
                Map.of(
                        "csv", found.href("/desk/export", "format", "csv"),
                        "xlsx", found.href("/desk/export", "format", "xlsx")),
                found.sought() == null ? "/desk/search" : "/desk/search?s=" + found.sought(),
                posts.holds(PositionKind.RECEPTIONIST),
                Hands.head(posts),
                posts.holds(PositionKind.APPROVER, PositionKind.LEADER) ? "/desk/approvals" : null,
                mentions(words),
                notice);
    }

    private static WorklistView nothing(WorkQuery query, @Nullable String notice) {
        var none =
                new WorklistView.Filters(
                        List.of(), List.of(), List.of(), List.of(), List.of(), "", "", false);
        return new WorklistView(
                List.of(),
                Map.of(),
                none,
                "",
                Column.USUAL,
                List.of(),
                0,
                null,
                null,
                "/desk",
                "/desk",
                "/desk",
                query.slack(),
                false,
                List.of(),
                "/desk/list",
                Map.of(),
                "/desk/search",
                false,
                false,
                null,
                List.of(),
                notice);
    }

    /// Colleagues may mention somebody in a note on a dossier that is not among their work.
    private List<WorklistView.Option> mentions(ListWords words) {
        return notes.mentions(MENTIONS).stream()
                .map(
                        mention ->
                                new WorklistView.Option(
                                        "/desk/dossiers/" + mention.dossier() + "#notes",
                                        words.t(
                                                "talk.mentions",
                                                mention.by(),
                                                HanoiTime.timeAndDate(mention.at()),
                                                mention.code()),
                                        false))
                .toList();
    }

    /// What is new about the dossiers of a page, for this person.
    private static List<String> marks(Visits.@Nullable News news) {
        var marks = new ArrayList<String>();
        if (news == null) return marks;
        if (news.mentioned()) marks.add("MENTIONED");
        if (news.messages()) marks.add("MESSAGES");
        if (news.changed()) marks.add("CHANGED");
        return marks;
    }

    private Page byDue(WorkSql ask, At at, int size) {
        var edge = Place.parse(at.edge());
        boolean back = at.before() != null && edge != null;
        var found = worklist.page(ask, edge, back, size + 1);
        boolean further = found.size() > size;
        var shown = !further ? found : back ? found.subList(1, size + 1) : found.subList(0, size);
        if (shown.isEmpty()) return new Page(shown, Map.of(), null, null);
        boolean before = back ? further : edge != null;
        boolean next = back || further;
        return new Page(
                shown,
                Map.of(),
                before ? shown.getFirst().key() : null,
                next ? shown.getLast().key() : null);
    }

    private Page bySlack(WorkSql ask, Who who, At at, int size, Lines.Reader by) {
        var ahead = lines.outlooks().at(by.now(), by.calendar());
        var entries =
                worklist.briefs(ask).stream()
                        .map(
                                brief ->
                                        new BySlack.Entry(
                                                brief.task(),
                                                ahead.of(
                                                        brief.due(),
                                                        brief.procedure(),
                                                        brief.release(),
                                                        brief.step(),
                                                        brief.opened())))
                        .toList();
        var part = new BySlack(entries).part(at.edge(), at.before() != null, size);
        var outlooks = new HashMap<UUID, Outlook>();
        for (var entry : part.entries())
            if (entry.outlook() != null) outlooks.put(entry.task(), entry.outlook());
        var ids = part.entries().stream().map(BySlack.Entry::task).toList();
        return new Page(
                worklist.lines(who.account(), ids),
                outlooks,
                part.before() && !part.entries().isEmpty() ? part.entries().getFirst().key() : null,
                part.more() && !part.entries().isEmpty() ? part.entries().getLast().key() : null);
    }

    private @Nullable Outlook outlook(
            Worklist.Line line, Page page, Lines.Reader by, boolean asked) {
        if (!asked || line.suspended()) return null;
        var known = page.outlooks().get(line.taskId());
        if (known != null) return known;
        return lines.outlooks()
                .at(by.now(), by.calendar())
                .of(line.due(), line.procedure(), line.release(), line.step(), line.opened());
    }

    private List<WorklistView.Option> views(WorkQuery query) {
        var here = query.seeking(null).text();
        return choices.views(asking.current()).stream()
                .map(
                        view ->
                                new WorklistView.Option(
                                        view.query().isEmpty() ? "/desk" : "/desk?" + view.query(),
                                        view.name(),
                                        view.query().equals(here) && query.sought() == null))
                .toList();
    }

    private static Map<String, String> chosen(WorkQuery query) {
        var parts = new HashMap<String, String>();
        query.parts(parts::put);
        return parts;
    }

    private static List<WorklistView.Tab> tabs(WorkQuery query, Totals totals) {
        var tabs = new ArrayList<WorklistView.Tab>();
        for (var tab : Tab.values()) {
            var icon =
                    switch (tab) {
                        case OVERDUE -> "alert";
                        case DUE_SOON -> "sand";
                        case WAITING -> "pause";
                        case MINE -> "person";
                        case ALL, RECEPTION -> null;
                    };
            tabs.add(
                    new WorklistView.Tab(
                            tab.name(),
                            query.with(tab).href("/desk", null, null),
                            "desk-list.tab." + tab.name(),
                            totals.of(tab),
                            icon,
                            tab == query.tab()));
        }
        return tabs;
    }

    /// The first so many pieces of work under what is chosen.
    @Transactional(readOnly = true)
    public List<UUID> first(WorkQuery query, int limit) {
        var who = whose.current();
        boolean forgotten = query.sought() != null && sought.words(query.sought()).isEmpty();
        if (who == null || forgotten) return List.of();
        return worklist.first(ask(who, query, clock.instant()), limit);
    }

    /// What is chosen, as the list asks it.
    public WorkSql ask(Who who, WorkQuery query, Instant now) {
        var typed = sought.words(query.sought());
        return new WorkSql(who, query, sought.query(typed), now, now.plus(Lines.SOON));
    }
}
