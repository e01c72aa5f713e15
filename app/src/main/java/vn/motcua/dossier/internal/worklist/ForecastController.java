package vn.motcua.dossier.internal.worklist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.dossier.internal.forecast.Outlook;
import vn.motcua.organization.PositionKind;
import vn.motcua.worktime.Calendars;

/// Work that will be late unless somebody does something: whoever signs or leads sees that of
/// the agency, everybody else their own.
@Controller
class ForecastController {
    private static final int SHOWN = 200;

    private final Worklist worklist;
    private final Whose whose;
    private final Lines lines;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final Clock clock;

    ForecastController(
            Worklist worklist,
            Whose whose,
            Lines lines,
            Calendars calendars,
            TransactionTemplate transaction,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.whose = whose;
        this.lines = lines;
        this.calendars = calendars;
        this.transaction = transaction;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/desk/forecast")
    String show(Locale locale, Model model) {
        model.addAttribute("it", Objects.requireNonNull(transaction.execute(_ -> read(locale))));
        return "dossier/desk/forecast";
    }

    private ForecastView read(Locale locale) {
        var mine = whose.current();
        if (mine == null) return new ForecastView(List.of(), 0, 0, List.of(), false);
        boolean whole = whose.posts().holds(PositionKind.APPROVER, PositionKind.LEADER);
        var who = whole ? Who.whole(mine.agency(), mine.account()) : mine;
        var now = clock.instant();
        var words = new ListWords(messages, locale);
        var by = new Lines.Reader(words, calendars.of(who.agency()), now, who.agency());
        var ask = new WorkSql(who, WorkQuery.EVERYTHING, null, now, now.plus(Lines.SOON));
        var ahead = lines.outlooks().at(now, by.calendar());
        var late = new LinkedHashMap<UUID, Outlook>();
        var causes = new HashMap<String, Integer>();
        var briefs = worklist.briefs(ask);
        for (var brief : briefs) {
            if (brief.due() == null || brief.due().isBefore(now)) continue;
            var outlook =
                    ahead.of(
                            brief.due(),
                            brief.procedure(),
                            brief.release(),
                            brief.step(),
                            brief.opened());
            if (outlook == null || !outlook.late()) continue;
            late.put(brief.task(), outlook);
            if (outlook.cause() != null)
                causes.merge(words.in(outlook.cause().name()), 1, Integer::sum);
        }
        var shown = worklist.lines(who.account(), late.keySet().stream().limit(SHOWN).toList());
        return new ForecastView(
                shown.stream().map(line -> lines.line(line, by, late.get(line.taskId()))).toList(),
                late.size(),
                briefs.size(),
                causes(causes),
                whole);
    }

    private static List<ForecastView.Cause> causes(Map<String, Integer> counts) {
        var causes = new ArrayList<ForecastView.Cause>();
        counts.forEach((step, count) -> causes.add(new ForecastView.Cause(step, count)));
        causes.sort(
                java.util.Comparator.comparing(ForecastView.Cause::count)
                        .reversed()
                        .thenComparing(ForecastView.Cause::step));
        return causes;
    }
}
