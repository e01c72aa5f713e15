package vn.motcua.procedure.internal.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.procedure.internal.intake.WorkbookGuard.Merge;

/// Follows the addresses of one sheet: rows and cells stand one behind the other within the
/// bounds of a sheet, and merged cells neither overlap nor cover more than a table can hold.
final class SheetGuard {
    private static final int LAST_ROW = 1_048_576;
    private static final int COLUMNS = 16_384;
    private static final int MOST_MERGES = 100_000;
    private static final int MOST_MERGED = 1_000_000;
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    private final List<Merge> merges = new ArrayList<>();
    private final BitSet covered = new BitSet();
    private boolean inside;
    private int row;
    private int column;
    private int merged;

    /// Each cut to what a table can hold.
    List<Merge> merges() {
        return merges;
    }

    void begins() {
        inside = true;
        row = 0;
    }

    void ends() {
        inside = false;
    }

    /// @param typed number of the row; empty for the one after the last
    void row(String typed) throws FileRefused {
        if (!inside) return;
        int next = typed.isEmpty() ? row + 1 : number(typed);
        if (next <= row || next > LAST_ROW) throw new FileRefused("broken-workbook");
        row = next;
        column = -1;
    }

    /// @param typed address of the cell; empty for the one beside the last
    void cell(String typed) throws FileRefused {
        if (!inside) return;
        int next = column + 1;
        if (!typed.isEmpty()) {
            var address = CELL.matcher(typed);
            if (!address.matches() || number(address.group(2)) != row) {
                throw new FileRefused("broken-workbook");
            }
            next = column(address.group(1));
        }
        if (next <= column || next >= COLUMNS) throw new FileRefused("broken-workbook");
        column = next;
    }

    void merge(String typed) throws FileRefused {
        var range = RANGE.matcher(typed);
        if (!range.matches()) return;
        int top = number(range.group(2));
        int left = column(range.group(1));
        int bottom = Math.min(number(range.group(4)), LAST_ROW);
        int right = Math.min(column(range.group(3)), Table.MOST_CELLS - 1);
        bottom = Math.min(bottom, top + Table.MOST_LINES - 1);
        if (top < 1 || bottom < top || right < left) return;
        merged += (bottom - top + 1) * (right - left + 1);
        if (merged > MOST_MERGED || merges.size() == MOST_MERGES) throw new FileRefused("bomb");
        for (int at = top; at <= bottom; at++) cover(at, left, right);
        merges.add(new Merge(top, left, bottom, right));
    }

    private void cover(int at, int left, int right) throws FileRefused {
        int from = at * Table.MOST_CELLS + left;
        int to = at * Table.MOST_CELLS + right;
        int taken = covered.nextSetBit(from);
        if (taken >= 0 && taken <= to) throw new FileRefused("broken-workbook");
        covered.set(from, to + 1);
    }

    private static int number(String digits) throws FileRefused {
        if (!NUMBER.matcher(digits).matches()) throw new FileRefused("broken-workbook");
        return Integer.parseInt(digits);
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) column = column * 26 + letter - 'A' + 1;
        return column - 1;
    }
}
