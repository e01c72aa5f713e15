package vn.motcua.workflow.internal;

import dev.cel.common.CelValidationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.YamlNode;
import vn.motcua.workflow.Call;
import vn.motcua.workflow.Formula;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Issue;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.OutcomeKind;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.Several;
import vn.motcua.workflow.SplitKind;
import vn.motcua.workflow.TimerAct;
import vn.motcua.workflow.TimerDefinition;
import vn.motcua.workflow.Who;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Reads the parts of one step.
final class StepParts {
    /// A step of a sub-process carries the id of the step that uses it before a dot.
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,47}(\\.[a-z][a-z0-9-]{0,47}){0,3}");

    static final String ID_SHAPE = "appraise, draft-check";
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]{1,63}");
    private static final String GROUP_SHAPE = "commune, provincial-police, fire-police";
    private static final Pattern PROCEDURE = Pattern.compile("[0-9]\\.[0-9]{6}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final LocalText DONE = LocalText.of("Xong", "Done");
    private static final int MOST_TIMERS = 6;

    private StepParts() {}

    /// `who: APPROVER` or `who: {position: …, unit: …, agency: …, assign: …, notBy: […]}`.
    static @Nullable Who who(YamlNode node) {
        var who = node.at("who");
        if (!who.present()) {
            if (node.has("service") || node.has("call")) return Who.NOBODY;
            node.fault("workflow.fault.missing-who", node.textOr("id", "?"));
            return null;
        }
        if (who.isScalar()) return Who.of(who.asChoice(Position.class, Position.CASE_OFFICER));
        who.only("position", "unit", "agency", "assign", "notBy");
        return new Who(
                who.choice("position", Position.class),
                who.textOrNull("unit"),
                who.codeOrNull("agency", GROUP, GROUP_SHAPE),
                who.choiceOr("assign", Who.Assignment.class, Who.Assignment.POOL),
                targets(who, "notBy"));
    }

    static Duration hours(YamlNode node) {
        if (!node.has("hours")) return Duration.ZERO;
        var hours = node.at("hours");
        try {
            var minutes = new BigDecimal(hours.asText()).multiply(BigDecimal.valueOf(60));
            if (minutes.signum() >= 0 && minutes.compareTo(BigDecimal.valueOf(600_000)) <= 0) {
                return Duration.ofMinutes(minutes.longValue());
            }
        } catch (NumberFormatException _) {
            // reported below
        }
        hours.fault("workflow.fault.bad-hours", hours.asText());
        return Duration.ZERO;
    }

    static List<String> targets(YamlNode node, String key) {
        if (node.at(key).isScalar()) return List.of(node.text(key));
        return node.texts(key);
    }

    static List<OutcomeDefinition> outcomes(YamlNode node) {
        if (node.has("to")) {
            if (node.has("outcomes")) node.at("to").fault("workflow.fault.to-and-outcomes");
            return List.of(OutcomeDefinition.of("done", DONE, targets(node, "to")));
        }
        return node.listOf("outcomes", StepParts::outcome);
    }

    private static OutcomeDefinition outcome(YamlNode node) {
        node.only("id", "name", "to", "split", "kind", "issues", "onlyWhen", "atMost");
        return new OutcomeDefinition(
                node.code("id", ID, ID_SHAPE),
                node.localText("name"),
                targets(node, "to"),
                node.choiceOr("split", SplitKind.class, SplitKind.PARALLEL),
                node.choiceOr("kind", OutcomeKind.class, OutcomeKind.POSITIVE),
                node.has("issues") ? node.at("issues").asChoice(Issue.class, Issue.GRANTED) : null,
                guard(node),
                node.integerOr("atMost", 0, 1, 20));
    }

    /// `timers: […]`, or `timer:` for the one that ends the step.
    static List<TimerDefinition> timers(YamlNode node) {
        if (node.has("timer")) {
            if (node.has("timers")) node.at("timer").fault("workflow.fault.timer-and-timers");
            var timer = node.mapping("timer");
            timer.only("after", "outcome", "note");
            return List.of(timer(timer));
        }
        var timers = node.listOf("timers", StepParts::timer);
        if (timers.size() > MOST_TIMERS) {
            node.at("timers").fault("workflow.fault.too-many-timers", MOST_TIMERS);
        }
        return timers;
    }

    private static TimerDefinition timer(YamlNode timer) {
        timer.only("after", "outcome", "warn", "escalate", "note");
        return new TimerDefinition(after(timer), act(timer), timer.localTextOrNull("note"));
    }

    private static TimerAct act(YamlNode timer) {
        boolean warns = timer.flagOr("warn", false);
        int acts =
                (warns ? 1 : 0) + (timer.has("escalate") ? 1 : 0) + (timer.has("outcome") ? 1 : 0);
        if (acts > 1 || (acts == 0 && timer.has("warn"))) {
            timer.fault("workflow.fault.timer-acts");
        }
        if (warns) return new TimerAct.Warn();
        if (!timer.has("escalate")) return new TimerAct.Take(timer.text("outcome"));
        return new TimerAct.Escalate(
                timer.at("escalate").asChoice(Position.class, Position.APPROVER));
    }

    private static TimeLimit after(YamlNode timer) {
        var after = timer.mapping("after");
        after.only("quantity", "unit", "cutoff");
        var unit = after.choice("unit", TermUnit.class);
        var cutoff = unit == TermUnit.SAME_DAY ? after.timeOrNull("cutoff") : null;
        int quantity = after.integer("quantity", 1, 600);
        if (unit == TermUnit.YEAR && quantity > 50) {
            after.fault("workflow.fault.timer-too-long", quantity);
            quantity = 50;
        }
        return new TimeLimit(quantity, unit, cutoff);
    }

    static @Nullable Several several(YamlNode node) {
        if (!node.has("people")) return null;
        var people = node.mapping("people");
        people.only("count", "decide", "quorum", "else");
        int count = people.integer("count", 2, Several.MOST);
        var rule = people.choiceOr("decide", Several.Rule.class, Several.Rule.ALL);
        int quorum =
                switch (rule) {
                    case ALL -> count;
                    case FIRST -> 1;
                    case QUORUM -> people.integer("quorum", 1, Several.MOST);
                };
        if (rule != Several.Rule.QUORUM && people.has("quorum")) {
            people.at("quorum").fault("workflow.fault.quorum-unused");
        }
        return new Several(count, rule, quorum, people.textOrNull("else"));
    }

    private enum ServiceKind {
        BILL,
        QUERY,
        OPINION,
        NOTIFY,
        ISSUE,
        SIGN
    }

    static @Nullable Service service(YamlNode node) {
        if (!node.has("service")) return null;
        var service = node.mapping("service");
        var kind = service.choice("kind", ServiceKind.class);
        switch (kind) {
            case BILL -> service.only("kind", "fees");
            case QUERY -> service.only("kind", "register", "inputs", "compare");
            case OPINION -> service.only("kind", "agency", "question");
            case NOTIFY -> service.only("kind", "text");
            case ISSUE, SIGN -> service.only("kind");
        }
        return switch (kind) {
            case BILL -> new Service.Bill(service.texts("fees"));
            case QUERY ->
                    new Service.Query(
                            service.code("register", GROUP, "population, civil-status"),
                            inputs(service),
                            formulas(service, "compare"));
            case OPINION ->
                    new Service.Opinion(
                            service.code("agency", GROUP, GROUP_SHAPE),
                            service.localTextOrNull("question"));
            case NOTIFY -> new Service.Notify(service.localText("text"));
            case ISSUE -> new Service.IssueResult();
            case SIGN -> new Service.Sign();
        };
    }

    static @Nullable Call call(YamlNode node) {
        if (!node.has("call")) return null;
        var call = node.mapping("call");
        call.only("procedure", "agency", "inputs");
        return new Call(
                call.code("procedure", PROCEDURE, "1.004222"),
                call.code("agency", GROUP, GROUP_SHAPE),
                inputs(call));
    }

    private static Map<String, Formula> inputs(YamlNode node) {
        return formulas(node, "inputs");
    }

    private static Map<String, Formula> formulas(YamlNode node, String key) {
        var inputs = new LinkedHashMap<String, Formula>();
        if (!node.has(key)) return inputs;
        var given = node.mapping(key);
        for (var name : given.keys()) {
            var value = given.at(name);
            if (!NAME.matcher(name).matches()) {
                value.fault("workflow.fault.bad-input", name);
                continue;
            }
            try {
                inputs.put(name, GuardCompiler.formula(value.asText()));
            } catch (CelValidationException notExpression) {
                value.fault("workflow.fault.bad-formula", name, first(notExpression.getMessage()));
            }
        }
        return inputs;
    }

    static @Nullable Guard guard(YamlNode node) {
        if (!node.has("onlyWhen")) return null;
        var condition = node.at("onlyWhen");
        try {
            return GuardCompiler.compile(condition.asText());
        } catch (CelValidationException notACondition) {
            condition.fault("workflow.fault.bad-condition", first(notACondition.getMessage()));
            return null;
        }
    }

    /// The compiler's first line; what follows repeats the text with a pointer under it.
    private static String first(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }
}
