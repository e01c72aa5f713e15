package vn.motcua.dossier.internal.bulk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.internal.processing.Rules;
import vn.motcua.dossier.internal.worklist.Lines;
import vn.motcua.dossier.internal.worklist.ListWords;
import vn.motcua.dossier.internal.worklist.Place;
import vn.motcua.dossier.internal.worklist.Tab;
import vn.motcua.dossier.internal.worklist.Who;
import vn.motcua.dossier.internal.worklist.Whose;
import vn.motcua.dossier.internal.worklist.WorkQuery;
import vn.motcua.dossier.internal.worklist.WorkSql;
import vn.motcua.dossier.internal.worklist.Worklist;
import vn.motcua.organization.PositionKind;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.Processes;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.worktime.Calendars;

/// What waits for the signature of the one who asks, due soonest first.
@Service
class Approvals {
    private static final int PAGE = 50;
    private static final Set<String> SIGN =
            Set.of(PositionKind.APPROVER.name(), PositionKind.LEADER.name());

    private final Worklist worklist;
    private final Whose whose;
    private final Lines lines;
    private final Rules rules;
    private final Processes processes;
    private final Calendars calendars;
    private final MessageSource messages;
    private final Clock clock;

    Approvals(
            Worklist worklist,
            Whose whose,
            Lines lines,
            Rules rules,
            Processes processes,
            Calendars calendars,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.whose = whose;
        this.lines = lines;
        this.rules = rules;
        this.processes = processes;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ApprovalsView read(
            @Nullable String after,
            @Nullable String before,
            boolean none,
            Set<UUID> chosen,
            Locale locale) {
        var ask = ask();
        var who = whose.current();
        if (ask == null || who == null)
            return new ApprovalsView(
                    List.of(), 0, Bulk.MOST, null, null, none, List.of(), null, null);
        var edge = Place.parse(before == null ? after : before);
        boolean back = before != null && edge != null;
        var found = worklist.page(ask, edge, back, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = !more ? found : back ? found.subList(1, PAGE + 1) : found.subList(0, PAGE);
        var words = new ListWords(messages, locale);
        var by = new Lines.Reader(words, calendars.of(who.agency()), clock.instant(), who.agency());
        boolean earlier = !shown.isEmpty() && (back ? more : edge != null);
        boolean later = !shown.isEmpty() && (back || more);
        return new ApprovalsView(
                shown.stream().map(line -> card(line, by, chosen)).toList(),
                worklist.totals(ask).of(Tab.ALL),
                Bulk.MOST,
                earlier ? "/desk/approvals?before=" + shown.getFirst().key() : null,
                later ? "/desk/approvals?after=" + shown.getLast().key() : null,
                none,
                elsewhere(chosen, shown),
                back ? null : after,
                back ? before : null);
    }

    private static List<UUID> elsewhere(Set<UUID> chosen, List<Worklist.Line> shown) {
        var here = shown.stream().map(Worklist.Line::taskId).collect(Collectors.toSet());
        return chosen.stream().filter(task -> !here.contains(task)).toList();
    }

    /// The list as it is asked; null for somebody who signs nothing.
    @Nullable WorkSql ask() {
        var who = whose.current();
        if (who == null) return null;
        var posts = who.posts().stream().filter(post -> SIGN.contains(post.position())).toList();
        if (posts.isEmpty()) return null;
        var now = clock.instant();
        return new WorkSql(
                new Who(who.agency(), who.account(), posts),
                WorkQuery.EVERYTHING,
                null,
                now,
                now.plus(Lines.SOON));
    }

    private ApprovalsView.Card card(Worklist.Line line, Lines.Reader by, Set<UUID> chosen) {
        var shown = lines.line(line, by, null);
        var step = step(line);
        return new ApprovalsView.Card(
                line.taskId(),
                line.code(),
                shown.href(),
                step.flatMap(DraftReading::signing).isPresent()
                        ? line.dossier() + "/" + line.taskId()
                        : null,
                chosen.contains(line.taskId()),
                shown.deadline(),
                shown.left(),
                shown.due(),
                shown.procedure(),
                shown.owner(),
                line.summary(),
                shown.step(),
                decision(step, by),
                line.preparedBy());
    }

    private Optional<StepDefinition> step(Worklist.Line line) {
        var release = rules.release(new ReleaseId(line.procedure(), line.release()));
        return processes.of(release).find(line.step());
    }

    /// The favourable outcome of the step.
    private static String decision(Optional<StepDefinition> step, Lines.Reader by) {
        return step.flatMap(
                        found ->
                                found.outcomes().stream()
                                        .filter(outcome -> !outcome.negative())
                                        .findFirst())
                .map(OutcomeDefinition::name)
                .map(by.words()::in)
                .orElse("");
    }
}
