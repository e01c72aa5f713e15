package vn.motcua.procedure.internal.intake;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.Fold;
import vn.motcua.procedure.internal.intake.Reading.Item;
import vn.motcua.procedure.internal.intake.Reading.Note;
import vn.motcua.procedure.internal.records.Published;
import vn.motcua.procedure.internal.records.RecordShelf;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Tries a record before it is accepted: nothing it must tell is missing, its signs can be kept,
/// its days belong to our times, and the catalogue can show it.
final class Soundness {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Soundness() {}

    private record Fault(String path, String key, String what) {}

    /// @return the item, or one with a grave note in place of its record
    static Item checked(Item item) {
        var record = item.record();
        var fault = record == null ? null : fault(record);
        if (fault == null) return item;
        List<Note> notes = new ArrayList<>(item.notes());
        notes.add(new Note(item.line(), fault.path(), fault.key(), List.of(fault.what()), true));
        return new Item(item.line(), item.code(), item.title(), null, notes);
    }

    private static @Nullable Fault fault(Published record) {
        var found = inside("", record);
        if (found != null) return found;
        for (int at = 0; at < record.ways().size(); at++) {
            var way = record.ways().get(at);
            if (!limit(way.quantity(), way.unit())) {
                var words = way.term() == null ? way.quantity() + " " + way.unit() : way.term();
                return new Fault("ways[" + at + "]", "term-long", words);
            }
        }
        try {
            var _ = RecordShelf.shown(record);
            return null;
        } catch (RuntimeException _) {
            return new Fault("", "shape", record.code());
        }
    }

    /// Whether it is a time limit, or none at all.
    static boolean limit(@Nullable Integer quantity, @Nullable String unit) {
        if (quantity == null || unit == null) return true;
        try {
            var _ = new TimeLimit(quantity, TermUnit.valueOf(unit), null);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static boolean day(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static @Nullable Fault inside(String path, Object value) {
        return switch (value) {
            case Record record -> parts(path, record);
            case List<?> list -> rows(path, list);
            case String text -> printable(text).equals(text) ? folded(path, text) : bad(path, text);
            case LocalDate day when !day(day) -> new Fault(path, "date", day.toString());
            case Number number when number.longValue() < 0 ->
                    new Fault(path, "shape", path + ": " + number);
            default -> null;
        };
    }

    private static @Nullable Fault folded(String path, String text) {
        try {
            var _ = Fold.fold(text);
            return null;
        } catch (RuntimeException _) {
            return bad(path, text);
        }
    }

    private static Fault bad(String path, String text) {
        return new Fault(path, "signs", text.length() > 80 ? text.substring(0, 80) : text);
    }

    private static @Nullable Fault rows(String path, List<?> list) {
        for (int at = 0; at < list.size(); at++) {
            var fault = inside(path + "[" + at + "]", list.get(at));
            if (fault != null) return fault;
        }
        return null;
    }

    private static @Nullable Fault parts(String path, Record record) {
        for (var part : record.getClass().getRecordComponents()) {
            var name = path.isEmpty() ? part.getName() : path + "." + part.getName();
            var value = value(record, part);
            if (value == null) {
                if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) continue;
                return new Fault(name, "shape", name);
            }
            var fault = inside(name, value);
            if (fault != null) return fault;
        }
        return null;
    }

    private static @Nullable Object value(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /// The text with every sign that can be neither printed nor kept replaced.
    static String printable(String text) {
        if (text.codePoints().noneMatch(Soundness::unprintable)) return text;
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> unprintable(point) ? 0xfffd : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean unprintable(int point) {
        boolean control = point < ' ' && point != '\n' && point != '\r' && point != '\t';
        return control || point == 0x7f || Character.getType(point) == Character.SURROGATE;
    }
}
