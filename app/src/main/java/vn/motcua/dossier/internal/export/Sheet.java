package vn.motcua.dossier.internal.export;

import java.io.IOException;
import java.util.List;

/// A table that goes out line by line; nothing of it is kept.
interface Sheet extends AutoCloseable {
    void line(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /// A cell that a spreadsheet would read as a formula is made words.
    static String harmless(String cell) {
        if (cell.isEmpty()) return cell;
        return switch (cell.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> "'" + cell;
            default -> cell;
        };
    }
}
