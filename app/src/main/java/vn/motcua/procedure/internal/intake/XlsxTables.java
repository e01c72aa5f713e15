package vn.motcua.procedure.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.motcua.procedure.internal.intake.Table.Line;
import vn.motcua.procedure.internal.intake.WorkbookGuard.Merge;

/// Sheets of a workbook [ECMA-376] as tables of text. A merged cell's text stands in each of its
/// cells, as readers of the sheet see it; dates are written `2026-07-01`, numbers without a
/// computer's noise behind the point.
final class XlsxTables {
    private static final int MOST_SHEETS = 20;
    private static final int MOST_ZEROS = 40;
    private static final int LONGEST_FORMAT = 255;
    private static final MathContext DIGITS = new MathContext(12);

    private XlsxTables() {}

    static List<Table> read(byte[] bytes) throws FileRefused {
        if (ReadableWorkbook.isOLE2Header(bytes)) throw new FileRefused("old-or-locked");
        if (!ReadableWorkbook.isOOXMLZipHeader(bytes)) throw new FileRefused("broken-workbook");
        var merges = WorkbookGuard.check(bytes);
        try (var workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            List<Table> tables = new ArrayList<>();
            var sheets = workbook.getSheets().limit(MOST_SHEETS).toList();
            for (int at = 0; at < sheets.size(); at++) {
                var sheet = sheets.get(at);
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) continue;
                tables.add(table(sheet, at < merges.size() ? merges.get(at) : List.of()));
            }
            return tables;
        } catch (IOException | RuntimeException broken) {
            throw new FileRefused("broken-workbook");
        }
    }

    private static Table table(Sheet sheet, List<Merge> merges) throws IOException, FileRefused {
        var filled = new Merged(merges);
        List<Line> lines = new ArrayList<>();
        try (var rows = sheet.openStream()) {
            for (var each = rows.iterator(); each.hasNext(); ) {
                if (lines.size() == Table.MOST_LINES) {
                    throw new FileRefused("too-many-lines", Table.MOST_LINES);
                }
                lines.add(
                        line(each.next(), lines.isEmpty() ? 0 : lines.getLast().number(), filled));
            }
        }
        return new Table(sheet.getName(), lines);
    }

    private static Line line(Row row, int before, Merged merged) throws FileRefused {
        int width = row.getCellCount();
        if (width > Table.MOST_CELLS) {
            for (int at = Table.MOST_CELLS; at < width; at++) {
                if (!text(row, at).isBlank()) {
                    throw new FileRefused("too-many-columns", Table.MOST_CELLS);
                }
            }
            width = Table.MOST_CELLS;
        }
        List<String> cells = new ArrayList<>(width);
        for (int at = 0; at < width; at++) cells.add(text(row, at));
        int number = Math.max(row.getRowNum(), before + 1);
        for (var cell : cells) {
            if (cell.length() > Table.LONGEST_CELL) {
                throw new FileRefused("cell-too-long", number, Table.LONGEST_CELL);
            }
        }
        merged.fill(number, cells);
        return new Line(number, cells);
    }

    private static String text(Row row, int at) {
        return row.getOptionalCell(at).map(XlsxTables::text).orElse("");
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case STRING, BOOLEAN -> cell.getText();
            case ERROR, EMPTY -> "";
        };
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && isDate(format)) {
            return day(cell);
        }
        BigDecimal number = cell.asNumber().round(DIGITS).stripTrailingZeros();
        return Math.abs((long) number.scale()) > MOST_ZEROS
                ? number.toString()
                : number.toPlainString();
    }

    /// A number no calendar reaches stays as it is written.
    private static String day(Cell cell) {
        try {
            LocalDateTime date = cell.asDate();
            return date == null ? "" : date.toLocalDate().toString();
        } catch (ArithmeticException | DateTimeException _) {
            return String.valueOf(cell.getRawValue());
        }
    }

    /// Days and years stand in the formats of dates; quoted words and colours do not count.
    private static boolean isDate(String format) {
        if (format.length() > LONGEST_FORMAT) return false;
        var bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.contains("y") || bare.contains("d");
    }

    /// Fills in what merged cells show, row after row.
    private static final class Merged {
        private final Map<Integer, List<Merge>> byRow = new HashMap<>();
        private final Map<Merge, String> texts = new HashMap<>();

        Merged(List<Merge> merges) {
            for (var merge : merges) {
                for (int row = merge.top(); row <= merge.bottom(); row++) {
                    byRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(merge);
                }
            }
        }

        void fill(int row, List<String> cells) {
            for (var merge : byRow.getOrDefault(row, List.of())) {
                if (row == merge.top()) {
                    texts.put(merge, merge.left() < cells.size() ? cells.get(merge.left()) : "");
                }
                var text = texts.getOrDefault(merge, "");
                for (int at = merge.left(); at <= merge.right(); at++) {
                    while (cells.size() <= at) cells.add("");
                    cells.set(at, text);
                }
            }
        }
    }
}
