package vn.motcua.form.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.motcua.form.AnswerFault;
import vn.motcua.form.FieldType;
import vn.motcua.form.FormContext;
import vn.motcua.kernel.Fold;

/// Items of a repeat from a file. Columns are found by their label in either language or by
/// field id; each row is read like a page somebody typed.
///
/// @param items rows that could be read
/// @param faults what is wrong, by row of the file; the header is row 1
/// @param refusal message key when the file as a whole is refused
record CsvImport(
        List<Map<String, Object>> items,
        List<RowFault> faults,
        @Nullable String refusal,
        List<Object> refusalArgs) {
    static final int MOST_ROWS = 500;
    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_FAULTS = 50;

    record RowFault(int row, AnswerFault fault) {}

    private record Column(CompiledField field, String path, String control) {}

    static CsvImport read(CompiledField repeat, byte[] content, FormContext context) {
        if (content.length > MOST_BYTES) return refused("form.csv.too-big", MOST_BYTES / 1_000_000);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return refused("form.csv.not-utf8");
        }
        var rows = CsvRows.read(text);
        if (rows.size() < 2) return refused("form.csv.empty");
        if (rows.size() - 1 > MOST_ROWS) return refused("form.csv.too-many", MOST_ROWS);
        var columns = new ArrayList<Optional<Column>>();
        for (var header : rows.getFirst()) {
            var column = column(repeat, header);
            if (column.isEmpty() && !header.isEmpty())
                return refused(
                        "form.csv.column", header, String.join(", ", header(repeat, Locale.ROOT)));
            columns.add(column);
        }
        return rows(repeat, rows, columns, context);
    }

    private static CsvImport rows(
            CompiledField repeat,
            List<List<String>> rows,
            List<Optional<Column>> columns,
            FormContext context) {
        var items = new ArrayList<Map<String, Object>>();
        var faults = new ArrayList<RowFault>();
        for (int r = 1; r < rows.size() && faults.size() < MOST_FAULTS; r++) {
            var sent = new LinkedMultiValueMap<String, String>();
            for (int c = 0; c < columns.size() && c < rows.get(r).size(); c++) {
                var cell = rows.get(r).get(c);
                columns.get(c).filter(_ -> !cell.isEmpty()).ifPresent(col -> put(col, cell, sent));
            }
            var post = FormPost.read(repeat.parts(), "", sent, java.util.Set.of(), context);
            for (var fault : post.faults()) faults.add(new RowFault(r + 1, fault));
            var item = new LinkedHashMap<String, Object>();
            post.answers()
                    .forEach(
                            (k, v) -> {
                                if (v != null) item.put(k, v);
                            });
            items.add(item);
        }
        return new CsvImport(items, faults, null, List.of());
    }

    private static void put(Column column, String cell, MultiValueMap<String, String> sent) {
        var f = column.field().field();
        switch (f.type()) {
            case DATE, PARTIAL_DATE -> {
                if (column.control().equals(column.path())) date(column.path(), cell, sent);
            }
            case CHOICE -> sent.add(column.control(), option(column.field(), cell));
            case CHOICES -> {
                for (var one : cell.split("[|;]"))
                    sent.add(column.control(), option(column.field(), one));
            }
            case YES_NO -> sent.add(column.control(), yes(cell));
            default -> sent.add(column.control(), cell);
        }
    }

    /// `20/11/2026`, `20-11-2026`, `2026-11-20`, `11/2026`, `2026`.
    private static void date(String path, String cell, MultiValueMap<String, String> sent) {
        var parts = cell.split("[/.\\- ]+");
        if (parts.length == 0) { // nothing but separators: told as a date that cannot be read
            sent.add(path + ".day", cell);
            return;
        }
        boolean iso = parts[0].length() == 4;
        var names = iso ? List.of("year", "month", "day") : List.of("day", "month", "year");
        int from = iso ? 0 : Math.max(0, 3 - parts.length);
        for (int i = 0; i < parts.length && from + i < 3; i++)
            sent.add(path + "." + names.get(from + i), parts[i]);
    }

    private static String option(CompiledField field, String cell) {
        var folded = Fold.fold(cell);
        for (var o : field.field().options())
            if (o.value().equalsIgnoreCase(cell.strip())
                    || Fold.fold(o.label().vi()).equals(folded)
                    || Fold.fold(o.label().en()).equals(folded)) return o.value();
        return cell;
    }

    private static String yes(String cell) {
        return switch (Fold.fold(cell)) {
            case "co", "yes", "y", "x", "true", "1", "dung" -> "true";
            case "khong", "no", "n", "false", "0", "sai" -> "false";
            default -> cell;
        };
    }

    private static Optional<Column> column(CompiledField repeat, String header) {
        var folded = Fold.fold(header.replace("*", ""));
        return columns(repeat).stream()
                .filter(
                        c ->
                                c.control().equals(header.strip())
                                        || Fold.fold(title(repeat, c, Locale.ROOT)).equals(folded)
                                        || Fold.fold(title(repeat, c, Locale.ENGLISH))
                                                .equals(folded))
                .findFirst();
    }

    private static List<Column> columns(CompiledField repeat) {
        var columns = new ArrayList<Column>();
        for (var part : repeat.parts()) leaves(part, part.id(), columns);
        return columns;
    }

    private static void leaves(CompiledField f, String path, List<Column> columns) {
        if (f.field().isCalculated()) return;
        if (f.field().type().isGroup()) {
            for (var part : f.parts()) leaves(part, path + "." + part.id(), columns);
        } else if (f.field().type() == FieldType.ADDRESS) {
            for (var part : List.of("province", "commune", "street"))
                columns.add(new Column(f, path, path + "." + part));
        } else {
            columns.add(new Column(f, path, path));
        }
    }

    private static String title(CompiledField repeat, Column column, Locale locale) {
        var label = column.field().field().label().in(locale);
        if (!column.control().equals(column.path())) {
            var part = column.control().substring(column.path().length() + 1);
            return label + ": " + Parts.text("form.address." + part).in(locale);
        }
        var top = column.path().contains(".") ? group(repeat, column.path()) : null;
        return top == null ? label : top.field().label().in(locale) + ": " + label;
    }

    private static @Nullable CompiledField group(CompiledField repeat, String path) {
        var id = path.substring(0, path.indexOf('.'));
        return repeat.parts().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    }

    /// The first row of a file for this repeat.
    static List<String> header(CompiledField repeat, Locale locale) {
        return columns(repeat).stream().map(c -> title(repeat, c, locale)).toList();
    }

    private static CsvImport refused(String key, Object... args) {
        return new CsvImport(List.of(), List.of(), key, List.of(args));
    }
}
