package vn.motcua.workflow.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.YamlNode;
import vn.motcua.workflow.Ask;
import vn.motcua.workflow.Position;
import vn.motcua.workflow.Who;

/// Reads what a step asks of the officer for the result.
final class AskReader {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final String NAME_SHAPE = "personalId, taxCode";
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9-]{0,47}");
    private static final String OPTION_SHAPE = "none, some";

    /// What the platform itself writes on a result.
    private static final Set<String> TAKEN = Set.of("number", "date", "dateWords");

    private AskReader() {}

    static List<Ask> read(YamlNode step, @Nullable Who who) {
        if (!step.has("asks")) return List.of();
        if (who != null
                && who.position() != Position.CASE_OFFICER
                && who.position() != Position.APPROVER)
            step.at("asks").fault("workflow.fault.ask-nobody", who.position());
        var asks = new ArrayList<Ask>();
        var ids = new HashSet<String>();
        for (var node : step.list("asks")) {
            var ask = ask(node, step);
            if (TAKEN.contains(ask.id())) node.fault("workflow.fault.ask-taken", ask.id());
            if (!ids.add(ask.id())) node.fault("workflow.fault.ask-twice", ask.id());
            asks.add(ask);
        }
        return asks;
    }

    private static Ask ask(YamlNode node, YamlNode step) {
        node.only("id", "label", "type", "required", "options", "outcomes");
        var type =
                Ask.Type.valueOf(
                        node.has("type")
                                ? node.oneOf(
                                                "type",
                                                List.of("text", "longtext", "number", "choice"))
                                        .toUpperCase(Locale.ROOT)
                                : "TEXT");
        var options = node.listOf("options", AskReader::option);
        if (type == Ask.Type.CHOICE && options.size() < 2)
            node.fault("workflow.fault.ask-options", node.textOr("id", "?"));
        if (type != Ask.Type.CHOICE && !options.isEmpty())
            node.at("options").fault("workflow.fault.ask-no-options", node.textOr("id", "?"));
        var outcomes = node.texts("outcomes");
        var known = step.list("outcomes").stream().map(o -> o.textOr("id", "")).toList();
        for (var outcome : outcomes)
            if (!known.contains(outcome))
                node.at("outcomes").fault("workflow.fault.ask-outcome", outcome);
        return new Ask(
                node.code("id", NAME, NAME_SHAPE),
                node.localText("label"),
                type,
                node.flagOr("required", false),
                options,
                outcomes);
    }

    private static Ask.Option option(YamlNode node) {
        node.only("id", "label");
        return new Ask.Option(node.code("id", OPTION, OPTION_SHAPE), node.localText("label"));
    }
}
