package vn.motcua.procedure.internal.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.procedure.internal.intake.Table.Line;

/// Text tables [RFC 4180] as spreadsheets save them: with commas, semicolons or tabs, with or
/// without a byte order mark, in UTF-8 or UTF-16. Another character set is refused, because
/// guessing it would spoil the marks.
final class CsvTable {
    private final String text;
    private final char comma;
    private final List<Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int lineNumber = 1;
    private boolean blank = true;

    private CsvTable(String text) {
        this.text = text;
        this.comma = separator(text);
    }

    static Table read(byte[] bytes) throws FileRefused {
        var table = new CsvTable(decoded(bytes));
        table.read();
        return new Table("", table.lines);
    }

    private static String decoded(byte[] bytes) throws FileRefused {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                || bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            charset = StandardCharsets.UTF_16;
        }
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) throw new FileRefused("not-text");
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new FileRefused("charset");
        }
    }

    /// Whichever sign stands most often outside quotes in the first lines.
    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        int newlines = 0;
        for (int i = 0; i < text.length() && newlines < 30; i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n') newlines++;
            int kind = ",;\t".indexOf(c);
            if (kind >= 0) counts[kind]++;
        }
        if (counts[2] > counts[0] && counts[2] > counts[1]) return '\t';
        return counts[1] > counts[0] ? ';' : ',';
    }

    private void read() throws FileRefused {
        var cell = new StringBuilder();
        int started = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') lineNumber++;
            if (quoted) {
                if (c != '"') {
                    add(cell, c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    add(cell, c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && blank) {
                quoted = true;
                cell.setLength(0);
            } else if (c == comma) {
                end(cell);
            } else if (c == '\n') {
                end(cell);
                end();
                started = lineNumber;
            } else if (c != '\r') {
                add(cell, c);
            }
            if (cell.length() > Table.LONGEST_CELL) {
                throw new FileRefused("cell-too-long", lineNumber, Table.LONGEST_CELL);
            }
        }
        if (quoted) throw new FileRefused("quote-open", started);
        if (!cell.isEmpty() || !cells.isEmpty()) {
            end(cell);
            end();
        }
    }

    private void add(StringBuilder cell, char c) {
        cell.append(c);
        blank &= Character.isWhitespace(c);
    }

    private void end(StringBuilder cell) throws FileRefused {
        if (cells.size() == Table.MOST_CELLS) {
            throw new FileRefused("too-many-columns", Table.MOST_CELLS);
        }
        cells.add(cell.toString());
        cell.setLength(0);
        blank = true;
    }

    /// Lines are counted as spreadsheets do: one with breaks inside its cells is one.
    private void end() throws FileRefused {
        if (lines.size() == Table.MOST_LINES) {
            throw new FileRefused("too-many-lines", Table.MOST_LINES);
        }
        lines.add(new Line(lines.size() + 1, List.copyOf(cells)));
        cells = new ArrayList<>();
    }
}
