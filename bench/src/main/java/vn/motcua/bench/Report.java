package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// What was measured, to the console as it comes and to a file in the end; both hold the same
/// text.
final class Report {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();

    void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    void line(String line) {
        System.out.println(line);
        text.append(line).append('\n');
    }

    /// What is going on, for whoever waits; not kept.
    static void progress(String what) {
        System.err.println("  … " + what);
    }

    Table table(String... columns) {
        return new Table(this, List.of(columns));
    }

    Path save(Path folder, Collection<String> scenarios) throws IOException {
        Files.createDirectories(folder);
        var now = ZonedDateTime.now(ZoneId.systemDefault());
        var file = folder.resolve(NAME.format(now) + "-" + String.join("-", scenarios) + ".md");
        Files.writeString(file, text);
        return file;
    }

    static String number(double value) {
        if (!Double.isFinite(value)) return "–";
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /// A markdown table with its columns aligned.
    static final class Table {
        private static final int LONGEST = 80;

        private final Report report;
        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        private Table(Report report, List<String> columns) {
            this.report = report;
            this.columns = columns;
        }

        Table row(Object... cells) {
            var row = new ArrayList<String>();
            for (var cell : cells)
                row.add(cell instanceof Double d ? number(d) : brief(String.valueOf(cell)));
            while (row.size() < columns.size()) row.add("");
            rows.add(row);
            return this;
        }

        private static String brief(String text) {
            var line = text.strip().replaceAll("\\s+", " ").replace("|", "/");
            return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        }

        void print() {
            var widths = new int[columns.size()];
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(3, columns.get(c).length());
                for (var row : rows) widths[c] = Math.max(widths[c], row.get(c).length());
            }
            report.line(joined(columns, widths));
            var rule = new StringBuilder("|");
            for (int c = 0; c < widths.length; c++)
                rule.append("-".repeat(widths[c] + 1)).append(c == 0 ? "-" : ":").append('|');
            report.line(rule.toString());
            for (var row : rows) report.line(joined(row, widths));
            report.line("");
        }

        private static String joined(List<String> cells, int[] widths) {
            var line = new StringBuilder("|");
            for (int c = 0; c < widths.length; c++) {
                var pad = " ".repeat(widths[c] - cells.get(c).length());
                line.append(' ')
                        .append(c == 0 ? cells.get(c) + pad : pad + cells.get(c))
                        .append(" |");
            }
            return line.toString();
        }
    }
}
