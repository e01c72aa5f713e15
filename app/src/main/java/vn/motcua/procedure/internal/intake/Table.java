package vn.motcua.procedure.internal.intake;

import java.util.List;

/// One sheet as it stands in the file.
///
/// @param name of the sheet; empty for CSV
record Table(String name, List<Line> lines) {
    static final int MOST_LINES = 50_000;
    static final int MOST_CELLS = 200;
    static final int LONGEST_CELL = 50_000;

    /// @param number as the program that made the file shows it, from 1
    record Line(int number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    /// `C`, `AA`: the column as spreadsheets name it.
    static String letter(int column) {
        var letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
