package vn.motcua.procedure.internal.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.PublishedJson;

/// Records as this platform exports them: JSON objects, and tables with a column for each name
/// of such an object, whose lists are JSON in a cell. Nothing is lost on the way out and back.
public final class OwnShape {
    /// Columns of the table, in its order.
    public static final List<String> COLUMNS =
            List.of(
                    "code",
                    "agency",
                    "name",
                    "nameEn",
                    "summary",
                    "summaryEn",
                    "keywords",
                    "kind",
                    "field",
                    "levels",
                    "promulgatingAgency",
                    "executing",
                    "nonTerritorial",
                    "offlineOnly",
                    "subjects",
                    "declared",
                    "ways",
                    "cases",
                    "papers",
                    "notes",
                    "steps",
                    "results",
                    "requirements",
                    "legalBasis",
                    "related",
                    "localCodes",
                    "decisions",
                    "validFrom",
                    "validTo",
                    "source");

    /// Columns whose cells are words and not JSON.
    private static final Set<String> WORDS =
            Set.of(
                    "code",
                    "agency",
                    "kind",
                    "promulgatingAgency",
                    "executing",
                    "declared",
                    "validFrom",
                    "validTo",
                    "source");

    private OwnShape() {}

    /// @param table whose first line is exactly the heading of an export
    static boolean fits(Table table) {
        return !table.lines().isEmpty() && table.lines().getFirst().cells().equals(COLUMNS);
    }

    static Reading read(Table table) {
        List<Item> items = new ArrayList<>();
        var seen = new HashMap<String, Integer>();
        for (var line : table.lines().subList(1, table.lines().size())) {
            if (line.blank()) continue;
            try {
                items.add(item(line.number(), PublishedJson.read(tree(line)), seen));
            } catch (RuntimeException wrong) {
                items.add(broken(line.number(), line.cell(0), wrong));
            }
        }
        return new Reading(items, List.of());
    }

    private static ObjectNode tree(Table.Line line) {
        var tree = PublishedJson.JSON.createObjectNode();
        for (int at = 0; at < COLUMNS.size(); at++) {
            var cell = said(line.cell(at));
            var key = COLUMNS.get(at);
            if (cell.isEmpty()) continue;
            if (key.equals("name") || key.equals("summary")) {
                tree.putObject(key).put("vi", cell).put("en", said(line.cell(at + 1)));
            } else if (WORDS.contains(key)) {
                tree.put(key, cell);
            } else if (!key.endsWith("En")) {
                tree.set(key, PublishedJson.JSON.readTree(cell));
            }
        }
        return tree;
    }

    /// The cells of one record, in the order of [#COLUMNS].
    public static List<String> cells(Published record) {
        var tree = PublishedJson.tree(record);
        List<String> cells = new ArrayList<>(COLUMNS.size());
        for (var key : COLUMNS) {
            boolean english = key.endsWith("En");
            var node = tree.get(english ? key.substring(0, key.length() - 2) : key);
            if (node == null) cells.add("");
            else if (english) cells.add(safe(node.get("en").asString()));
            else if (key.equals("name") || key.equals("summary")) {
                cells.add(safe(node.get("vi").asString()));
            } else cells.add(WORDS.contains(key) ? safe(node.asString()) : node.toString());
        }
        return cells;
    }

    /// Words a spreadsheet would take for a formula stand behind an apostrophe.
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@'\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String said(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    static Item item(int line, Published record, Map<String, Integer> seen) {
        List<Note> notes = new ArrayList<>();
        var name = record.name();
        if (!ReleaseId.CODE.matcher(String.valueOf(record.code())).matches()) {
            notes.add(grave(line, "code", "code", String.valueOf(record.code())));
        } else if (record.agency() == null && (name == null || name.vi().isBlank())) {
            notes.add(grave(line, "name", "no-name"));
        } else {
            var key = record.code() + "|" + record.scope();
            var before = seen.putIfAbsent(key, line);
            if (before != null) {
                notes.add(grave(line, "code", "twice", record.code(), String.valueOf(before)));
            }
        }
        return Soundness.checked(
                new Item(
                        line,
                        String.valueOf(record.code()),
                        name == null ? "" : String.valueOf(name.vi()),
                        notes.isEmpty() ? record : null,
                        notes));
    }

    static Item item(int line, JsonNode tree, Map<String, Integer> seen) {
        try {
            var record = PortalShape.fits(tree) ? PortalShape.read(tree) : PublishedJson.read(tree);
            return item(line, record, seen);
        } catch (RuntimeException wrong) {
            return broken(line, tree.path("code").asString(""), wrong);
        }
    }

    private static Item broken(int line, String code, RuntimeException wrong) {
        var path = new StringBuilder();
        var steps = wrong instanceof JacksonException json ? json.getPath() : null;
        for (var step : steps == null ? List.<JacksonException.Reference>of() : steps) {
            var name = step.getPropertyName();
            path.append(
                    name == null
                            ? "[" + step.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + name);
        }
        return new Item(
                line,
                code,
                "",
                null,
                List.of(grave(line, path.toString(), "shape", path.toString())));
    }

    private static Note grave(int line, String column, String key, String... args) {
        return new Note(line, column, key, List.of(args), true);
    }
}
