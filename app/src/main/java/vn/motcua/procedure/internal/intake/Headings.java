package vn.motcua.procedure.internal.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.procedure.internal.intake.Table.Line;

/// Finds the heading of a table among titles, and what its columns are: `columns.txt`.
///
/// @param end index of the first line below the heading
/// @param columns column numbers by the records' names
/// @param titles the heading of each column as the file has it
record Headings(int end, Map<String, Integer> columns, List<String> titles) {
    private static final int LOOKED_AT = 40;
    private static final int EXACT = 1_000;
    private static final Map<String, String> KNOWN = load();

    private static Map<String, String> load() {
        try (var in = Headings.class.getResourceAsStream("/procedure/columns.txt")) {
            if (in == null) throw new IllegalStateException("no columns.txt");
            var known = new HashMap<String, String>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line : lines.lines().toList()) {
                int sign = line.indexOf('=');
                if (line.startsWith("#") || sign < 0) continue;
                var key = line.substring(0, sign).strip();
                for (var heading : line.substring(sign + 1).split("\\|", -1)) {
                    known.put(Fold.fold(heading), key);
                }
                known.put(Fold.fold(key), key);
            }
            return Map.copyOf(known);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The line, or the two lines, with most known headings; a table without codes is none.
    static Optional<Headings> find(Table table) {
        Headings best = null;
        var lines = table.lines();
        for (int at = 0; at < Math.min(lines.size(), LOOKED_AT); at++) {
            var one = read(at + 1, lines.get(at).cells());
            if (better(one, best)) best = one;
            if (at + 1 == lines.size()) break;
            var two = read(at + 2, joined(lines.get(at), lines.get(at + 1)));
            if (better(two, best)) best = two;
        }
        return Optional.ofNullable(best);
    }

    private static boolean better(Headings one, @Nullable Headings best) {
        if (!one.columns.containsKey("code") || one.columns.size() < 2) return false;
        return best == null || one.columns.size() > best.columns.size();
    }

    /// `Thời hạn` above `Trực tiếp` and `Trực tuyến` is one heading for each.
    private static List<String> joined(Line upper, Line lower) {
        List<String> cells = new ArrayList<>();
        for (int at = 0; at < Math.max(upper.cells().size(), lower.cells().size()); at++) {
            var above = upper.cell(at).strip();
            var below = lower.cell(at).strip();
            cells.add(above.equals(below) ? above : (above + " " + below).strip());
        }
        return cells;
    }

    private static Headings read(int end, List<String> titles) {
        var found = new LinkedHashMap<String, Integer>();
        var surely = new HashMap<String, Integer>();
        for (int at = 0; at < titles.size(); at++) {
            var folded = Fold.fold(bare(titles.get(at)));
            if (folded.isEmpty() || folded.length() > 120) continue;
            var key = KNOWN.get(folded);
            int sureness = key == null ? 0 : EXACT;
            for (int cut = folded.lastIndexOf(' '); key == null && cut > 0; ) {
                key = KNOWN.get(folded.substring(0, cut));
                sureness = cut;
                cut = folded.lastIndexOf(' ', cut - 1);
            }
            if (key == null || sureness <= surely.getOrDefault(key, -1)) continue;
            surely.put(key, sureness);
            found.put(key, at);
        }
        return new Headings(end, Map.copyOf(found), List.copyOf(titles));
    }

    /// Without what stands in brackets and numbers in front.
    private static String bare(String title) {
        return title.replaceAll("\\([^)]*\\)", " ").replaceAll("^[\\s\\d.)]+(?=\\p{L})", "");
    }

    @Nullable Integer column(String key) {
        return columns.get(key);
    }

    String cell(Line line, String key) {
        var column = columns.get(key);
        return column == null ? "" : line.cell(column).strip();
    }

    /// `C “Thời hạn”`, for whoever has to find the cell.
    String place(String key) {
        var column = columns.get(key);
        if (column == null) return "";
        var title = titles.get(column).strip().replaceAll("\\s+", " ");
        return Table.letter(column) + " “" + title + "”";
    }

    /// Columns nobody knows; what they hold is left out.
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int at = 0; at < titles.size(); at++) {
            if (!titles.get(at).isBlank() && !columns.containsValue(at)) {
                unknown.add(Table.letter(at) + " “" + titles.get(at).strip() + "”");
            }
        }
        return unknown;
    }
}
