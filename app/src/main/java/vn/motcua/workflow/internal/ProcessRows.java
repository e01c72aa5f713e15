package vn.motcua.workflow.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import vn.motcua.kernel.LocalText;
import vn.motcua.workflow.Ask;
import vn.motcua.workflow.Formula;
import vn.motcua.workflow.OutcomeDefinition;
import vn.motcua.workflow.OutcomeKind;
import vn.motcua.workflow.Service;
import vn.motcua.workflow.Several;
import vn.motcua.workflow.SplitKind;
import vn.motcua.workflow.StepDefinition;
import vn.motcua.workflow.StepKind;
import vn.motcua.workflow.TimerAct;
import vn.motcua.workflow.TimerDefinition;
import vn.motcua.workflow.Who;

/// Writes steps as the rows of a `process.yaml`: what [ProcessReader] reads, it says.
/// Sub-processes stay put in where they are used.
final class ProcessRows {
    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.AUTO)
                    .setWidth(100)
                    .setSplitLines(false)
                    .build();

    private ProcessRows() {}

    static String text(String start, List<? extends Map<String, ?>> rows) {
        var file = new LinkedHashMap<String, Object>();
        file.put("start", start);
        file.put("steps", rows);
        return new Dump(SETTINGS).dumpToString(file);
    }

    static String text(String start, Iterable<StepDefinition> steps) {
        var rows = new java.util.ArrayList<Map<String, Object>>();
        for (var step : steps) rows.add(row(step));
        return text(start, rows);
    }

    static Map<String, Object> row(StepDefinition step) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", step.id());
        if (step.kind() == StepKind.END) {
            row.put("end", true);
            row.put("name", words(step.name()));
            return row;
        }
        if (step.kind() == StepKind.JOIN) row.put("join", true);
        row.put("name", words(step.name()));
        if (step.kind() != StepKind.JOIN) task(step, row);
        row.put("outcomes", step.outcomes().stream().map(ProcessRows::outcome).toList());
        return row;
    }

    private static void task(StepDefinition step, Map<String, Object> row) {
        put(row, "publicName", step.publicName() == null ? null : words(step.publicName()));
        row.put("who", who(step.who()));
        if (!step.hours().isZero()) row.put("hours", hours(step));
        row.put("counted", step.counted());
        if (step.kind() == StepKind.WAIT) row.put("waits", true);
        if (!step.timers().isEmpty())
            row.put("timers", step.timers().stream().map(ProcessRows::timer).toList());
        if (step.supplement()) row.put("supplement", true);
        if (!step.asks().isEmpty())
            row.put("asks", step.asks().stream().map(ProcessRows::ask).toList());
        if (step.onlyWhen() != null) row.put("onlyWhen", step.onlyWhen().text());
        if (!step.otherwise().isEmpty()) row.put("else", step.otherwise());
        put(row, "people", several(step.several()));
        put(row, "service", service(step.service()));
        if (step.call() != null) {
            var call = new LinkedHashMap<String, Object>();
            call.put("procedure", step.call().procedure());
            call.put("agency", step.call().agency());
            put(call, "inputs", inputs(step.call().inputs()));
            row.put("call", call);
        }
    }

    private static void put(Map<String, Object> row, String key, @Nullable Object value) {
        if (value != null) row.put(key, value);
    }

    static Map<String, Object> words(LocalText text) {
        var words = new LinkedHashMap<String, Object>();
        words.put("vi", text.vi());
        words.put("en", text.en());
        return words;
    }

    private static String hours(StepDefinition step) {
        return BigDecimal.valueOf(step.hours().toMinutes())
                .divide(BigDecimal.valueOf(60), 4, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Map<String, Object> who(Who who) {
        var row = new LinkedHashMap<String, Object>();
        row.put("position", who.position().name());
        put(row, "unit", who.unit());
        put(row, "agency", who.agency());
        if (who.assignment() != Who.Assignment.POOL) row.put("assign", who.assignment().name());
        if (!who.notBy().isEmpty()) row.put("notBy", who.notBy());
        return row;
    }

    static Map<String, Object> outcome(OutcomeDefinition outcome) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", outcome.id());
        row.put("name", words(outcome.name()));
        row.put("to", outcome.to());
        if (outcome.split() != SplitKind.PARALLEL) row.put("split", outcome.split().name());
        if (outcome.kind() != OutcomeKind.POSITIVE) row.put("kind", outcome.kind().name());
        if (outcome.issues() != null) row.put("issues", outcome.issues().name());
        if (outcome.onlyWhen() != null) row.put("onlyWhen", outcome.onlyWhen().text());
        if (outcome.atMost() > 0) row.put("atMost", outcome.atMost());
        return row;
    }

    static Map<String, Object> timer(TimerDefinition timer) {
        var after = new LinkedHashMap<String, Object>();
        after.put("quantity", timer.after().quantity());
        after.put("unit", timer.after().unit().name());
        put(after, "cutoff", timer.after().cutoff() == null ? null : "" + timer.after().cutoff());
        var row = new LinkedHashMap<String, Object>();
        row.put("after", after);
        switch (timer.act()) {
            case TimerAct.Take(var outcome) -> row.put("outcome", outcome);
            case TimerAct.Warn() -> row.put("warn", true);
            case TimerAct.Escalate(var to) -> row.put("escalate", to.name());
        }
        put(row, "note", timer.note() == null ? null : words(timer.note()));
        return row;
    }

    private static Map<String, Object> ask(Ask ask) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", ask.id());
        row.put("label", words(ask.label()));
        row.put("type", ask.type().name().toLowerCase(Locale.ROOT));
        if (ask.required()) row.put("required", true);
        if (!ask.options().isEmpty())
            row.put("options", ask.options().stream().map(ProcessRows::option).toList());
        if (!ask.outcomes().isEmpty()) row.put("outcomes", ask.outcomes());
        return row;
    }

    private static Map<String, Object> option(Ask.Option option) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", option.id());
        row.put("label", words(option.label()));
        return row;
    }

    private static @Nullable Map<String, Object> several(@Nullable Several several) {
        if (several == null) return null;
        var row = new LinkedHashMap<String, Object>();
        row.put("count", several.count());
        row.put("decide", several.rule().name());
        if (several.rule() == Several.Rule.QUORUM) row.put("quorum", several.quorum());
        put(row, "else", several.otherwise());
        return row;
    }

    private static @Nullable Map<String, Object> service(@Nullable Service service) {
        if (service == null) return null;
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", kind(service));
        switch (service) {
            case Service.Bill(var fees) -> put(row, "fees", fees.isEmpty() ? null : fees);
            case Service.Query(var register, var inputs, var compare) -> {
                row.put("register", register);
                put(row, "inputs", inputs(inputs));
                put(row, "compare", inputs(compare));
            }
            case Service.Opinion(var agency, var question) -> {
                row.put("agency", agency);
                put(row, "question", question == null ? null : words(question));
            }
            case Service.Notify(var text) -> row.put("text", words(text));
            case Service.IssueResult _, Service.Sign _ -> {}
        }
        return row;
    }

    static String kind(Service service) {
        return switch (service) {
            case Service.Bill _ -> "BILL";
            case Service.Query _ -> "QUERY";
            case Service.Opinion _ -> "OPINION";
            case Service.Notify _ -> "NOTIFY";
            case Service.IssueResult _ -> "ISSUE";
            case Service.Sign _ -> "SIGN";
        };
    }

    private static @Nullable Map<String, Object> inputs(Map<String, Formula> inputs) {
        if (inputs.isEmpty()) return null;
        var row = new LinkedHashMap<String, Object>();
        inputs.keySet().stream().sorted().forEach(name -> row.put(name, formula(inputs, name)));
        return row;
    }

    private static String formula(Map<String, Formula> inputs, String name) {
        var formula = inputs.get(name);
        return formula == null ? "" : formula.text();
    }
}
