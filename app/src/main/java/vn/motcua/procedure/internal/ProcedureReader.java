package vn.motcua.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Component;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.PauseGround;
import vn.motcua.procedure.ProcedureCase;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.ProcedureRecord.SupplementRule;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.ResultType;
import vn.motcua.procedure.YamlNode;

/// Reads `procedure.yaml`. Faults go to the node's sink; the record that comes back is only to
/// be used when there are none.
final class ProcedureReader {
    static final List<String> KEYS =
            List.of(
                    "code",
                    "version",
                    "agency",
                    "effectiveFrom",
                    "effectiveTo",
                    "name",
                    "summary",
                    "keywords",
                    "field",
                    "lifeEvents",
                    "decision",
                    "kind",
                    "levels",
                    "promulgatingAgency",
                    "executing",
                    "nonTerritorial",
                    "subjects",
                    "audience",
                    "minutes",
                    "channels",
                    "cases",
                    "components",
                    "notes",
                    "steps",
                    "results",
                    "requirements",
                    "legalBasis",
                    "supplement",
                    "reasons",
                    "pauseGrounds",
                    "openQuestions",
                    "assumptions",
                    "source");

    static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    static final Pattern CASE = Pattern.compile("[1-9]\\.\\d{6}\\.\\d{2}|[a-z][a-z0-9-]{0,63}");
    private static final Pattern COMPONENT_CODE =
            Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}-KQ\\d{6}");
    private static final Pattern RESULT_CODE = Pattern.compile("[A-Z0-9]+(\\.[A-Z0-9]+)+");
    private static final Pattern FIELD_CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{1,30}");
    private static final Pattern AGENCY = Pattern.compile("[A-Z0-9][A-Z0-9.]{1,30}");
    private static final Pattern SUBJECT = Pattern.compile("[ĐD]T\\d{1,3}");

    private ProcedureReader() {}

    static ProcedureRecord read(YamlNode root) {
        root.only(KEYS);
        var from = root.date("effectiveFrom");
        var to = root.dateOrNull("effectiveTo");
        if (to != null && to.isBefore(from)) {
            root.at("effectiveTo").fault("procedure.fault.ends-before-it-begins", to, from);
        }
        var reasons = root.at("reasons");
        if (reasons.present()) reasons.only("supplement", "refusal");
        var record =
                new ProcedureRecord(
                        root.code("code", ReleaseId.CODE, "1.001193"),
                        root.integer("version", 1, 100_000),
                        root.codeOrNull("agency", AGENCY, "H29"),
                        from,
                        to,
                        filled(root, "name"),
                        filled(root, "summary"),
                        root.texts("keywords"),
                        field(root.mapping("field")),
                        events(root),
                        decision(root.at("decision")),
                        root.choiceOr(
                                "kind", ProcedureRecord.Kind.class, ProcedureRecord.Kind.STANDARD),
                        set(root, "levels", Level.class),
                        root.codeOrNull("promulgatingAgency", AGENCY, "G15"),
                        executing(root.mapping("executing")),
                        root.flagOr("nonTerritorial", false),
                        codes(root, "subjects", SUBJECT, "ĐT1"),
                        filled(root, "audience"),
                        root.integerOr("minutes", 15, 1, 600),
                        some(root, "channels", ChannelReader::read),
                        root.listOf("cases", ProcedureReader::procedureCase),
                        root.listOf("components", ProcedureReader::component),
                        root.listOf("notes", YamlNode::asLocalText),
                        root.listOf("steps", ProcedureReader::step),
                        root.listOf("results", ProcedureReader::result),
                        root.listOf("requirements", YamlNode::asLocalText),
                        root.listOf("legalBasis", ProcedureReader::basis),
                        supplement(root.at("supplement")),
                        reasons.listOf("supplement", ProcedureReader::reason),
                        reasons.listOf("refusal", ProcedureReader::reason),
                        root.listOf("openQuestions", ProcedureReader::remark),
                        root.listOf("assumptions", ProcedureReader::remark),
                        source(root.at("source")),
                        root.listOf("pauseGrounds", PauseGround::read));
        checkReferences(root, record);
        return record;
    }

    private static LocalText filled(YamlNode node, String key) {
        var text = node.localText(key);
        if (node.has(key) && text.vi().isBlank()) node.at(key).fault("procedure.fault.blank", key);
        return text;
    }

    private static <T> List<T> some(YamlNode node, String key, Function<YamlNode, T> reader) {
        node.someOf(key);
        return node.listOf(key, reader);
    }

    private static List<String> codes(YamlNode node, String key, Pattern pattern, String shape) {
        return node.listOf(
                key,
                item -> {
                    var text = item.asText();
                    if (!pattern.matcher(text).matches()) {
                        item.fault("procedure.fault.bad-code", key, text, shape);
                    }
                    return text;
                });
    }

    private static <E extends Enum<E>> Set<E> set(YamlNode node, String key, Class<E> type) {
        var first = type.getEnumConstants()[0];
        var set = EnumSet.noneOf(type);
        node.someOf(key).forEach(item -> set.add(item.asChoice(type, first)));
        return set;
    }

    private static ProcedureRecord.Field field(YamlNode node) {
        node.only("code", "name");
        return new ProcedureRecord.Field(
                node.code("code", FIELD_CODE, "G15-TP07"), node.localText("name"));
    }

    private static List<LifeEvent> events(YamlNode root) {
        List<LifeEvent> events = new ArrayList<>();
        for (var item : root.list("lifeEvents")) {
            LifeEvent.of(item.asOneOf(LifeEvent.ids())).ifPresent(events::add);
        }
        return events;
    }

    private static ProcedureRecord.@Nullable Decision decision(YamlNode node) {
        if (!node.present()) return null;
        node.only("number", "date", "agency");
        return new ProcedureRecord.Decision(
                node.textOrNull("number"), node.dateOrNull("date"), node.textOrNull("agency"));
    }

    private static ProcedureRecord.Executing executing(YamlNode node) {
        node.only("unitGroup", "basis");
        return new ProcedureRecord.Executing(
                node.code("unitGroup", ID, "commune"), node.localTextOrNull("basis"));
    }

    private static ProcedureCase procedureCase(YamlNode node) {
        node.only("code", "name", "when");
        return new ProcedureCase(
                node.code("code", CASE, "1.001193.01"),
                node.localText("name"),
                node.textOrNull("when"));
    }

    private static Component component(YamlNode node) {
        node.only(
                "id",
                "code",
                "name",
                "handling",
                "required",
                "originals",
                "copies",
                "channels",
                "case",
                "when",
                "replacedBy",
                "note");
        var replaced = node.at("replacedBy");
        if (replaced.present()) replaced.only("register", "note");
        var channels =
                node.has("channels")
                        ? set(node, "channels", Channel.class)
                        : EnumSet.allOf(Channel.class);
        int originals = node.integerOr("originals", 0, 0, 100);
        int copies = node.integerOr("copies", 0, 0, 100);
        if (originals + copies == 0) node.fault("procedure.fault.note-not-paper");
        return new Component(
                node.code("id", ID, "birth-proof"),
                node.codeOrNull("code", COMPONENT_CODE, "000.00.00.G15-KQ003208"),
                node.localText("name"),
                node.choice("handling", Component.Handling.class),
                node.flagOr("required", true),
                originals,
                copies,
                channels,
                node.codeOrNull("case", CASE, "1.001193.01"),
                node.textOrNull("when"),
                replaced.present()
                        ? new Component.ReplacedBy(
                                replaced.code("register", ID, "civil-status"),
                                replaced.localTextOrNull("note"))
                        : null,
                node.localTextOrNull("note"));
    }

    private static ProcedureRecord.Step step(YamlNode node) {
        node.only("name", "text");
        return new ProcedureRecord.Step(node.localText("name"), node.localText("text"));
    }

    private static ResultType result(YamlNode node) {
        node.only("code", "name", "template", "when");
        return new ResultType(
                node.codeOrNull("code", RESULT_CODE, "KQ.G15.000031"),
                node.localText("name"),
                node.codeOrNull("template", ID, "birth-certificate"),
                node.textOrNull("when"));
    }

    private static ProcedureRecord.LegalBasis basis(YamlNode node) {
        node.only("code", "name");
        return new ProcedureRecord.LegalBasis(node.text("code"), node.localText("name"));
    }

    private static SupplementRule supplement(YamlNode node) {
        if (!node.present()) return SupplementRule.DEFAULT;
        node.only("beforeAcceptance", "duringAppraisal", "maxDuringAppraisal", "answerWithinDays");
        var rule = SupplementRule.DEFAULT;
        var restart = SupplementRule.Restart.class;
        return new SupplementRule(
                node.choiceOr("beforeAcceptance", restart, rule.beforeAcceptance()),
                node.choiceOr("duringAppraisal", restart, rule.duringAppraisal()),
                node.integerOr("maxDuringAppraisal", rule.maxDuringAppraisal(), 0, 20),
                node.integerOr("answerWithinDays", rule.answerWithinDays(), 1, 730));
    }

    private static ProcedureRecord.Reason reason(YamlNode node) {
        node.only("id", "text", "basis");
        return new ProcedureRecord.Reason(
                node.code("id", ID, "paper-unreadable"),
                node.localText("text"),
                node.textOrNull("basis"));
    }

    private static ProcedureRecord.Remark remark(YamlNode node) {
        node.only("about", "text");
        return new ProcedureRecord.Remark(node.text("about"), node.localText("text"));
    }

    private static ProcedureRecord.@Nullable Source source(YamlNode node) {
        if (!node.present()) return null;
        node.only("name", "read", "text");
        LocalDate read = node.dateOrNull("read");
        return new ProcedureRecord.Source(node.text("name"), read, node.localTextOrNull("text"));
    }

    /// Names that must be told apart, and names that must exist.
    private static void checkReferences(YamlNode root, ProcedureRecord record) {
        unique(root, "cases", "code");
        unique(root, "components", "id");
        unique(root.at("reasons"), "supplement", "id");
        unique(root.at("reasons"), "refusal", "id");
        unique(root, "pauseGrounds", "id");
        var cases = record.cases().stream().map(ProcedureCase::code).toList();
        for (var list : List.of("channels", "components")) {
            for (var item : root.list(list)) {
                var wanted = item.at("case");
                if (wanted.isScalar() && !cases.contains(wanted.asText())) {
                    wanted.fault("procedure.fault.no-such-case", wanted.asText());
                }
            }
        }
    }

    private static void unique(YamlNode root, String list, String key) {
        var seen = new HashSet<String>();
        for (var item : root.list(list)) {
            var id = item.at(key);
            if (id.isScalar() && !seen.add(id.asText())) {
                id.fault("procedure.fault.id-twice", id.asText(), list);
            }
        }
    }
}
