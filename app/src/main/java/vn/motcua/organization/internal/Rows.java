package vn.motcua.organization.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lines of our own csv resources: no quoting, `#` begins a remark, the first line names the
/// columns.
final class Rows {
    private Rows() {}

    static List<String[]> of(String name) {
        var text = read(name);
        var rows = new ArrayList<String[]>(16_384);
        boolean head = true;
        for (int from = 0, end; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            if (end < 0) end = text.length();
            if (end == from || text.charAt(from) == '#') continue;
            if (!head) rows.add(cells(text, from, end));
            head = false;
        }
        return rows;
    }

    static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static String[] cells(String text, int from, int end) {
        var cells = new ArrayList<String>(8);
        for (int start = from; ; ) {
            int comma = text.indexOf(',', start);
            if (comma < 0 || comma >= end) {
                cells.add(text.substring(start, end));
                return cells.toArray(String[]::new);
            }
            cells.add(text.substring(start, comma));
            start = comma + 1;
        }
    }

    private static String read(String name) {
        try (var in =
                Objects.requireNonNull(
                        Rows.class.getResourceAsStream("/organization/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
