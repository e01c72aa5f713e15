package vn.motcua.procedure.internal.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.intake.Table.Line;

/// Reads a table as people make it: heading somewhere near the top, lines that name a field for
/// those below, procedures spread over several lines, signatures and notes at the end.
final class TableReader {
    private static final Set<String> LISTS =
            Set.of(
                    "papers",
                    "originals",
                    "copies",
                    "legalBasis",
                    "results",
                    "steps",
                    "requirements",
                    "term",
                    "fee",
                    "channels",
                    "notes",
                    "subjects");
    private static final List<String> TAILS =
            List.of("ghi chu", "nguon", "tong", "nguoi lap", "noi nhan", "luu y", "chu thich");

    private final Headings headings;
    private final List<Item> items = new ArrayList<>();
    private final List<Note> remarks = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> outside = new ArrayList<>();
    private @Nullable Draft open;
    private @Nullable String section;

    private TableReader(Headings headings) {
        this.headings = headings;
    }

    /// The sheet whose heading names most columns.
    static Reading read(List<Table> tables) throws FileRefused {
        Table best = null;
        Headings heading = null;
        for (var table : tables) {
            var found = Headings.find(table).orElse(null);
            if (found == null) continue;
            if (heading == null || found.columns().size() > heading.columns().size()) {
                best = table;
                heading = found;
            }
        }
        if (best == null || heading == null) throw new FileRefused("no-heading");
        return new TableReader(heading).lines(best);
    }

    private Reading lines(Table table) {
        if (!table.name().isEmpty()) remark("sheet", table.name());
        var unknown = headings.unknown();
        if (!unknown.isEmpty()) remark("unknown-columns", String.join(", ", unknown));
        for (var line : table.lines().subList(headings.end(), table.lines().size())) take(line);
        close();
        if (!outside.isEmpty()) {
            var numbers = outside.subList(0, Math.min(outside.size(), 20));
            remark("outside", String.valueOf(outside.size()), String.join(", ", numbers));
        }
        return new Reading(items, remarks);
    }

    private void remark(String key, String... args) {
        remarks.add(new Note(0, "", key, List.of(args), false));
    }

    private void take(Line line) {
        if (line.blank() || numbered(line) || repeated(line)) return;
        var codeText = headings.cell(line, "code");
        var name = Fold.tidy(headings.cell(line, "name"));
        var code = Values.code(codeText).orElse(null);
        if (code != null) {
            if (open != null && continues(open, line, code, name)) open.add(line);
            else open(line, code, name);
            return;
        }
        var texts = new HashSet<String>();
        for (var cell : line.cells()) if (!cell.isBlank()) texts.add(cell.strip());
        texts.remove(headings.cell(line, "number"));
        if (texts.size() == 1 && !codeText.isEmpty()) {
            sectionOrTail(line, texts.iterator().next());
        } else if (codeText.isEmpty()) {
            withoutCode(line, name);
        } else {
            close();
            var place = headings.place("code");
            items.add(
                    bad(
                            line,
                            codeText,
                            name,
                            new Note(line.number(), place, "code", List.of(codeText), true)));
        }
    }

    private static Item bad(Line line, String code, String name, Note note) {
        return new Item(line.number(), code, name, null, List.of(note));
    }

    private boolean continues(Draft draft, Line line, Values.Code code, String name) {
        var agency = headings.cell(line, "agency");
        return draft.code().equals(code.code())
                && (name.isEmpty() || name.equals(draft.name()))
                && agency.equals(draft.agency());
    }

    private void open(Line line, Values.Code code, String name) {
        close();
        var draft = new Draft(headings, line.number(), code, name, section);
        draft.add(line);
        var key = code.code() + "|" + headings.cell(line, "agency");
        var before = seen.putIfAbsent(key, line.number());
        if (before != null) draft.fault("code", "twice", code.code(), before);
        open = draft;
    }

    private void close() {
        if (open != null) items.add(open.finished());
        open = null;
    }

    private void withoutCode(Line line, String name) {
        boolean listsOnly = true;
        for (var key : headings.columns().keySet()) {
            if (!headings.cell(line, key).isEmpty() && !LISTS.contains(key)) listsOnly = false;
        }
        boolean known =
                headings.columns().keySet().stream()
                        .anyMatch(key -> !headings.cell(line, key).isEmpty());
        var folded = Fold.fold(name);
        if (known && open != null && (listsOnly || name.equals(open.name()))) {
            open.add(line);
        } else if (line.filled() <= 2 && (name.isEmpty() || looksLikeSection(line, name))) {
            var text = name;
            for (var cell : line.cells()) if (cell.length() > text.length()) text = cell.strip();
            sectionOrTail(line, text);
        } else if (name.isEmpty() || tail(folded)) {
            leaveOut(line);
        } else {
            close();
            items.add(
                    bad(
                            line,
                            "",
                            name,
                            new Note(
                                    line.number(),
                                    headings.place("code"),
                                    "no-code",
                                    List.of(name),
                                    true)));
        }
    }

    private boolean looksLikeSection(Line line, String name) {
        if (Fold.fold(name).startsWith("linh vuc")
                || name.equals(name.toUpperCase(java.util.Locale.ROOT))) return true;
        var number = headings.cell(line, "number");
        return number.matches("[IVXLC]+\\.?|[A-Z]\\.?")
                || line.filled() == 1 && name.matches("(?:[IVXLC]+|[A-Z])[.)].*");
    }

    private void sectionOrTail(Line line, String text) {
        var folded = Fold.fold(text);
        if (tail(folded) || text.length() > 150 || folded.isEmpty()) {
            leaveOut(line);
            return;
        }
        close();
        section =
                Fold.tidy(
                        text.replaceFirst("^(?:[IVXLC]+|[A-Z]|\\d+)[.)]\\s*", "")
                                .replaceFirst("(?iu)^lĩnh vực:?\\s+", ""));
        if (section.equals(section.toUpperCase(java.util.Locale.ROOT)) && section.length() > 1) {
            section = section.charAt(0) + section.substring(1).toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static boolean tail(String folded) {
        return TAILS.stream().anyMatch(folded::startsWith);
    }

    private void leaveOut(Line line) {
        close();
        outside.add(String.valueOf(line.number()));
    }

    /// `(1) (2) (3)` below the heading.
    private static boolean numbered(Line line) {
        return line.filled() > 1
                && line.cells().stream()
                        .allMatch(
                                cell -> cell.isBlank() || cell.strip().matches("\\(?\\d{1,2}\\)?"));
    }

    /// The heading again, as on each printed sheet.
    private boolean repeated(Line line) {
        var column = headings.column("code");
        return column != null
                && !line.cell(column).isBlank()
                && Fold.fold(line.cell(column)).equals(Fold.fold(headings.titles().get(column)));
    }
}
