package vn.motcua.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.worktime.TimeLimit;

/// What the drawing says under the name of a step.
final class StepWords {
    private static final int LONGEST = 34;

    private final Words words;
    private final Locale locale;

    StepWords(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /// @param now whether the dossier is here
    List<String> lines(StepDefinition step, boolean now) {
        List<String> lines = new ArrayList<>();
        add(lines, now ? words.t("workflow.diagram.here", who(step)) : whoAndHours(step));
        var who = step.who();
        if (who.agency() != null)
            add(lines, words.t("workflow.diagram.agency", words.group(who.agency())));
        if (step.several() != null) add(lines, several(step.several()));
        for (var timer : step.timers()) add(lines, timer(step, timer));
        if (step.outcomes().stream().anyMatch(OutcomeDefinition::inclusive)) {
            add(lines, words.t("workflow.diagram.inclusive"));
        }
        return lines;
    }

    private void add(List<String> lines, String text) {
        lines.addAll(wrap(text, LONGEST));
    }

    private String whoAndHours(StepDefinition step) {
        var hours = step.hours();
        if (hours.isZero()) return who(step);
        return words.t("workflow.diagram.who-hours", who(step), hours(hours));
    }

    private static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toMinutes() * 100 / 60, 2).stripTrailingZeros();
    }

    /// Of the platform's own steps what it does there.
    private String who(StepDefinition step) {
        var call = step.call();
        if (call != null)
            return words.t("workflow.diagram.call", call.procedure(), words.group(call.agency()));
        var position = words.t("workflow.position." + step.who().position().name());
        var service = step.service();
        if (service == null) return position;
        return step.who().position() == Position.SYSTEM
                ? service(service)
                : position + " · " + service(service);
    }

    private String service(Service service) {
        return switch (service) {
            case Service.Bill _ -> words.t("workflow.diagram.service.bill");
            case Service.Query(var register, var _, var _) ->
                    words.t("workflow.diagram.service.query", register);
            case Service.Opinion(var agency, var _) ->
                    words.t("workflow.diagram.service.opinion", words.group(agency));
            case Service.Notify _ -> words.t("workflow.diagram.service.notify");
            case Service.IssueResult _ -> words.t("workflow.diagram.service.issue");
            case Service.Sign _ -> words.t("workflow.diagram.service.sign");
        };
    }

    private String several(Several several) {
        return switch (several.rule()) {
            case ALL -> words.t("workflow.diagram.people.all", several.count());
            case FIRST -> words.t("workflow.diagram.people.first", several.count());
            case QUORUM ->
                    words.t("workflow.diagram.people.quorum", several.count(), several.quorum());
        };
    }

    private String timer(StepDefinition step, TimerDefinition timer) {
        var after = after(timer.after());
        return switch (timer.act()) {
            case TimerAct.Warn() -> words.t("workflow.diagram.timer.warn", after);
            case TimerAct.Escalate(var to) ->
                    words.t(
                            "workflow.diagram.timer.escalate",
                            after,
                            words.t("workflow.position." + to.name()));
            case TimerAct.Take(var id) -> {
                var outcome = step.outcome(id);
                yield words.t(
                        "workflow.diagram.timer.take",
                        after,
                        outcome == null ? id : outcome.name().in(locale));
            }
        };
    }

    private String after(TimeLimit after) {
        return words.t("workflow.diagram.after." + after.unit().name(), after.quantity());
    }

    /// Lines of at most so many characters; a word longer than that is cut.
    static List<String> wrap(String text, int longest) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > longest) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(shorten(word, longest));
        }
        lines.add(line.toString());
        return lines;
    }

    static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }
}
