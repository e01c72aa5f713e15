package vn.motcua.insight.internal;

import java.io.PrintWriter;
import java.util.List;

/// Writes CSV a spreadsheet opens as text: UTF-8 with its mark, and nothing a cell could take for
/// a formula.
final class Csv {
    private final PrintWriter out;

    Csv(PrintWriter out) {
        this.out = out;
        out.write('\uFEFF');
    }

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.write(',');
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    static String cell(String value) {
        var safe =
                !value.isEmpty() && "=+-@\t\r\n|".indexOf(value.charAt(0)) >= 0
                        ? "'" + value
                        : value;
        boolean quoted =
                safe.chars()
                        .anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
