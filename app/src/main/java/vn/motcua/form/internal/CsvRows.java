package vn.motcua.form.internal;

import java.util.ArrayList;
import java.util.List;

/// Reads and writes comma or semicolon separated values as spreadsheets make them.
final class CsvRows {
    private static final char BOM = '\ufeff';

    private CsvRows() {}

    /// Rows of cells; quotes may hold separators, line breaks and doubled quotes. Empty rows are
    /// left out.
    static List<List<String>> read(String text) {
        var source = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        char separator = separator(source);
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quoted) {
                if (c != '"') cell.append(c);
                else if (i + 1 < source.length() && source.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else quoted = false;
            } else if (c == '"' && cell.isEmpty()) quoted = true;
            else if (c == separator) end(cell, row);
            else if (c == '\n') {
                end(cell, row);
                keep(row, rows);
            } else if (c != '\r') cell.append(c);
        }
        end(cell, row);
        keep(row, rows);
        return rows;
    }

    private static void end(StringBuilder cell, List<String> row) {
        row.add(cell.toString().strip());
        cell.setLength(0);
    }

    private static void keep(List<String> row, List<List<String>> rows) {
        if (row.stream().anyMatch(c -> !c.isEmpty())) rows.add(List.copyOf(row));
        row.clear();
    }

    /// A semicolon or tab outside quotes in the first line settles it; labels may hold commas.
    private static char separator(String text) {
        int end = text.indexOf('\n');
        var first = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
        if (first.indexOf(';') >= 0) return ';';
        return first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /// One row, with the mark spreadsheets need for UTF-8 when it is the first. Formula characters
    /// are made harmless.
    static String write(List<String> cells, boolean first) {
        var row = new StringBuilder(first ? String.valueOf(BOM) : "");
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) row.append(';');
            var cell = cells.get(i);
            if (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) cell = "'" + cell;
            boolean quote =
                    cell.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == ',');
            row.append(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return row.append("\r\n").toString();
    }
}
