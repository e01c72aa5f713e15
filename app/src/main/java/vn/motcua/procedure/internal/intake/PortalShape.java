package vn.motcua.procedure.internal.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.Fold;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.FeeLine;
import vn.motcua.procedure.Level;
import vn.motcua.procedure.OnlineLevel;
import vn.motcua.procedure.ProcedureRecord;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Decision;
import vn.motcua.procedure.internal.records.Published.Fee;
import vn.motcua.procedure.internal.records.Published.Named;
import vn.motcua.procedure.internal.records.Published.Paper;
import vn.motcua.procedure.internal.records.Published.Way;
import vn.motcua.procedure.internal.records.Subjects;

/// Records in the words of the national portal's interface. Rows of papers without any original
/// or copy are notes; a fee of 0 is free only where the words say so; dates are midnights in
/// Hanoi.
final class PortalShape {
    private PortalShape() {}

    static boolean fits(JsonNode tree) {
        return tree.has("executionMethods")
                || tree.has("executionCases")
                || tree.has("legalBasises")
                || tree.has("codeNotation");
    }

    static Published read(JsonNode tree) {
        var code =
                text(tree, "codeNotation") == null
                        ? text(tree, "code")
                        : text(tree, "codeNotation");
        var name = text(tree, "name");
        var summary = text(tree, "description");
        List<Paper> papers = new ArrayList<>();
        List<LocalText> notes = new ArrayList<>();
        for (var part : tree.path("executionCases")) papers(part, papers, notes);
        var words = text(tree, "note");
        if (words != null) notes.add(LocalText.of(words));
        return new Published(
                String.valueOf(code),
                null,
                name == null ? null : LocalText.of(name),
                summary == null ? null : LocalText.of(summary),
                keywords(tree.path("keywords")),
                kind(text(tree, "type")),
                first(tree.path("categories")),
                levels(tree),
                text(tree.path("departmentPromulgate"), "code"),
                executing(tree),
                flag(tree, "isNonTerritorial"),
                flag(tree, "isOfflineOnly"),
                subjects(tree.path("subjectTypes")),
                declared(tree),
                list(tree.path("executionMethods"), PortalShape::way),
                named(tree.path("cases")),
                papers,
                notes,
                list(tree.path("executionSteps"), PortalShape::step),
                named(tree.path("results")),
                requirements(tree.path("requirementsAndConditions")),
                named(tree.path("legalBasises")),
                related(tree.path("procedureRelatedGroup")),
                List.of(),
                decisions(tree),
                null,
                null,
                "Cổng dịch vụ công quốc gia");
    }

    private static @Nullable String text(JsonNode tree, String key) {
        var node = tree.path(key);
        if (!node.isValueNode() || node.isNull()) return null;
        var text = Fold.tidy(node.asString());
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Boolean flag(JsonNode tree, String key) {
        return tree.path(key).isBoolean() ? tree.path(key).booleanValue() : null;
    }

    private static @Nullable Integer count(JsonNode tree, String key) {
        return tree.path(key).isIntegralNumber() ? tree.path(key).intValue() : null;
    }

    private static <T> List<T> list(JsonNode rows, Function<JsonNode, @Nullable T> reader) {
        List<T> list = new ArrayList<>();
        for (var row : rows) {
            var one = reader.apply(row);
            if (one != null) list.add(one);
        }
        return list;
    }

    private static List<Named> named(JsonNode rows) {
        return list(rows, PortalShape::name);
    }

    private static @Nullable Named name(JsonNode row) {
        var name = text(row, "name");
        var code = text(row, "code");
        if (name == null && code == null) return null;
        return new Named(code, LocalText.of(name == null ? String.valueOf(code) : name));
    }

    private static @Nullable Named first(JsonNode rows) {
        var all = named(rows.isArray() ? rows : rows.path("none"));
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<String> keywords(JsonNode node) {
        if (node.isArray()) return list(node, PortalShape::words);
        return node.isString() ? Values.parts(node.asString().replace(',', ';')) : List.of();
    }

    /// A text, or an object with a name.
    private static @Nullable String words(JsonNode row) {
        if (!row.isString()) return text(row, "name");
        var words = Fold.tidy(row.asString());
        return words.isEmpty() ? null : words;
    }

    private static ProcedureRecord.@Nullable Kind kind(@Nullable String type) {
        for (var kind : ProcedureRecord.Kind.values()) if (kind.name().equals(type)) return kind;
        return null;
    }

    private static List<Level> levels(JsonNode tree) {
        List<Level> levels = new ArrayList<>();
        if (tree.path("isMinistry").asBoolean(false)) levels.add(Level.MINISTRY);
        if (tree.path("isProvince").asBoolean(false)) levels.add(Level.PROVINCE);
        if (tree.path("isWard").asBoolean(false)) levels.add(Level.COMMUNE);
        if (tree.path("isOtherAgency").asBoolean(false)) levels.add(Level.OTHER);
        return levels;
    }

    private static @Nullable String executing(JsonNode tree) {
        List<String> names = new ArrayList<>();
        for (var key : List.of("unitGroupsExecuting", "departmentsExecuting")) {
            for (var one : named(tree.path(key))) names.add(one.name().vi());
        }
        return names.isEmpty() ? null : String.join("; ", names);
    }

    private static List<String> subjects(JsonNode rows) {
        List<String> codes = new ArrayList<>();
        for (var row : rows) {
            var typed = row.isString() ? row.asString() : text(row, "code");
            var code = typed == null ? null : Subjects.code(typed);
            if (code != null && !codes.contains(code)) codes.add(code);
        }
        return codes;
    }

    private static @Nullable OnlineLevel declared(JsonNode tree) {
        var full = flag(tree, "isFullProcess");
        if (full == null) return null;
        if (full) return OnlineLevel.FULL;
        for (var method : tree.path("executionMethods")) {
            if ("ONLINE".equals(text(method, "submissionMethod"))) return OnlineLevel.PARTIAL;
        }
        return OnlineLevel.NONE;
    }

    private static @Nullable Way way(JsonNode row) {
        Channel channel = null;
        for (var one : Channel.values()) {
            if (one.name().equals(text(row, "submissionMethod"))) channel = one;
        }
        if (channel == null) return null;
        var quantity = count(row, "processingTime");
        var unit = text(row, "processingTimeUnit");
        var own =
                unit == null
                        ? null
                        : switch (unit) {
                            case "WORKING_DAY", "MONTH", "YEAR" -> unit;
                            case "DAY" -> "CALENDAR_DAY";
                            case "HOUR" -> "WORKING_HOUR";
                            default -> null;
                        };
        boolean told = own != null && quantity != null && quantity > 0;
        var words = text(row, "description");
        return new Way(
                channel,
                null,
                null,
                told ? quantity : null,
                told ? own : null,
                quantity == null || unit == null ? null : quantity + " " + unit,
                list(row.path("fees"), PortalShape::fee),
                words == null ? null : LocalText.of(words));
    }

    private static Fee fee(JsonNode row) {
        var kind =
                "SERVICE_FEE".equals(text(row, "type"))
                        ? FeeLine.Kind.STATE_CHARGE
                        : FeeLine.Kind.FEE;
        var words = text(row, "description");
        long amount = row.path("value").asLong(0);
        var name = LocalText.of(words == null ? "Phí, lệ phí" : words);
        if (amount > 0) return new Fee(kind, amount, null, name);
        var said = words == null ? List.<Fee>of() : Values.fees(words);
        boolean free = said.size() == 1 && Boolean.TRUE.equals(said.getFirst().free());
        return new Fee(kind, null, free ? true : null, name);
    }

    private static Published.@Nullable Step step(JsonNode row) {
        var name = text(row, "name");
        var words = text(row, "description");
        if (name == null && words == null) return null;
        return new Published.Step(
                LocalText.of(name == null ? String.valueOf(words) : name),
                name == null || words == null ? null : LocalText.of(words));
    }

    private static void papers(JsonNode part, List<Paper> papers, List<LocalText> notes) {
        for (var row : part.path("profileComponents")) {
            var name = text(row, "name");
            if (name == null) continue;
            var originals = count(row, "originalQty");
            var copies = count(row, "copyQty");
            if (originals != null && copies != null && originals + copies == 0) {
                notes.add(LocalText.of(name));
                continue;
            }
            boolean optional =
                    row.path("required").isBoolean() && !row.path("required").booleanValue();
            papers.add(
                    new Paper(
                            text(row, "code"),
                            LocalText.of(name),
                            originals,
                            copies,
                            optional ? true : null,
                            null,
                            null));
        }
    }

    private static List<LocalText> requirements(JsonNode node) {
        if (node.isArray()) {
            return list(
                    node,
                    row -> {
                        var words = words(row);
                        return words == null ? null : LocalText.of(words);
                    });
        }
        return node.isString() && !node.asString().isBlank()
                ? List.of(LocalText.of(Fold.tidy(node.asString())))
                : List.of();
    }

    private static List<Published.Related> related(JsonNode rows) {
        return list(
                rows,
                row -> {
                    var code = row.isString() ? row.asString() : text(row, "code");
                    return code == null ? null : new Published.Related(code, null);
                });
    }

    private static List<Decision> decisions(JsonNode tree) {
        var rows = tree.path("procedureProposal");
        var all = rows.isArray() ? list(rows, PortalShape::decision) : List.<Decision>of();
        if (all.isEmpty() && rows.isObject()) {
            var one = decision(rows);
            if (one != null) return List.of(one);
        }
        var number = text(tree, "decisionNo");
        return all.isEmpty() && number != null
                ? List.of(new Decision(Act.ANNOUNCE, number, null, null, null, null, null))
                : all;
    }

    private static @Nullable Decision decision(JsonNode row) {
        var number = text(row, "proposalNumber");
        var day = day(row, "decisionDate");
        if (number == null && day == null) return null;
        var type = text(row, "proposalType");
        var act = type == null ? null : Values.act(type);
        var agency = row.path("issuingAgency");
        return new Decision(
                act == null ? Act.ANNOUNCE : act,
                number,
                day,
                day(row, "publicationDate"),
                agency.isObject() ? text(agency, "code") : text(row, "issuingAgency"),
                null,
                null);
    }

    private static @Nullable LocalDate day(JsonNode row, String key) {
        var node = row.path(key);
        if (node.isIntegralNumber()) {
            return HanoiTime.dateOf(Instant.ofEpochMilli(node.longValue()));
        }
        return node.isString() ? Values.date(node.asString()).orElse(null) : null;
    }
}
