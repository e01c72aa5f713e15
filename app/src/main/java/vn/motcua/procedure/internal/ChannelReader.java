package vn.motcua.procedure.internal;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.motcua.kernel.Money;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ChannelRule;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.YamlNode;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Reads one way of filing: its term, when the clock starts, what it costs.
final class ChannelReader {
    private ChannelReader() {}

    static ChannelRule read(YamlNode node) {
        node.only("channel", "case", "term", "clockStarts", "fees", "note");
        return new ChannelRule(
                node.choice("channel", Channel.class),
                node.codeOrNull("case", ProcedureReader.CASE, "1.001193.01"),
                node.has("term") ? term(node.mapping("term")) : null,
                node.choiceOr(
                        "clockStarts",
                        ChannelRule.ClockStart.class,
                        ChannelRule.ClockStart.COMPLETE_DOSSIER),
                node.listOf("fees", ChannelReader::fee),
                node.localTextOrNull("note"));
    }

    private static Term term(YamlNode node) {
        node.only("quantity", "unit", "cutoff", "event", "before", "late", "publishedText");
        List<String> units = new ArrayList<>();
        Arrays.stream(TermUnit.values()).map(TermUnit::name).forEach(units::add);
        units.add("BACKWARD");
        units.add("CLOCK");
        var published = node.textOrNull("publishedText");
        var unit = node.oneOf("unit", units);
        return switch (unit) {
            case "BACKWARD" ->
                    new Term.Backward(
                            node.integer("quantity", 1, 250),
                            node.code("event", ProcedureReader.ID, "promotionStart"),
                            published);
            case "CLOCK" -> {
                node.demand("before");
                var before = node.timeOrNull("before");
                yield new Term.ByClock(
                        before == null ? LocalTime.NOON : before,
                        node.timeOrNull("late"),
                        published);
            }
            default -> new Term.Within(limit(node, TermUnit.valueOf(unit)), published);
        };
    }

    private static TimeLimit limit(YamlNode node, TermUnit unit) {
        var cutoff = node.timeOrNull("cutoff");
        if (cutoff != null && unit != TermUnit.SAME_DAY) {
            node.at("cutoff").fault("procedure.fault.cutoff-without-same-day", unit);
            cutoff = null;
        }
        int most = unit == TermUnit.YEAR ? 50 : unit == TermUnit.MONTH ? 600 : 5_000;
        int quantity =
                unit == TermUnit.SAME_DAY
                        ? node.integerOr("quantity", 1, 1, 1)
                        : node.integer("quantity", 1, most);
        return new TimeLimit(quantity, unit, cutoff);
    }

    private static FeeLine fee(YamlNode node) {
        node.only(
                "id",
                "kind",
                "amount",
                "free",
                "unknown",
                "name",
                "note",
                "per",
                "when",
                "quantity",
                "validFrom",
                "validTo");
        var amount = node.longOrNull("amount", 0, 100_000_000_000L);
        boolean free = node.flagOr("free", false);
        boolean unknown = node.flagOr("unknown", false);
        if (free && unknown || free && amount != null && amount > 0) {
            node.fault("procedure.fault.free-and-not");
        } else if (!free && !unknown && amount == null) {
            node.fault("procedure.fault.fee-untold");
        } else if (!free && !unknown && amount != null && amount == 0) {
            node.fault("procedure.fault.zero-is-not-free");
        }
        return new FeeLine(
                node.codeOrNull("id", ProcedureReader.ID, "late-registration"),
                node.choice("kind", FeeLine.Kind.class),
                amount == null || unknown ? null : new Money(amount),
                free,
                unknown,
                node.localText("name"),
                node.localTextOrNull("note"),
                node.localTextOrNull("per"),
                node.textOrNull("when"),
                node.textOrNull("quantity"),
                node.dateOrNull("validFrom"),
                node.dateOrNull("validTo"));
    }
}
