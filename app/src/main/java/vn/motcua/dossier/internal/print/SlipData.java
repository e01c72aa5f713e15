package vn.motcua.dossier.internal.print;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Money;

/// A slip as names and texts, for templates that come with a release. A moment `due` is there as
/// `due`, `dueDate`, `dueTime` and `dueWords`; a day as itself and `…Words`.
final class SlipData {
    /// Names a template may use: a tree of names, each leading to names of its own.
    ///
    /// @param children names below; empty for a text
    /// @param item what a list holds; null for anything but a list
    /// @param free whether any name may follow
    record Shape(Map<String, Shape> children, @Nullable Shape item, boolean free) {
        static final Shape TEXT = new Shape(Map.of(), null, false);
        static final Shape FREE = new Shape(Map.of(), null, true);

        /// Texts under these names.
        static Shape names(String... names) {
            var children = new LinkedHashMap<String, Shape>();
            for (var name : names) children.put(name, TEXT);
            return new Shape(children, null, false);
        }
    }

    private SlipData() {}

    static Map<String, Object> of(Slip slip) {
        var data = map(slip);
        data.put("title", slip.kind().title());
        data.put("origin", slip.kind().origin());
        if (data.get("dossier") instanceof Map<?, ?> dossier) {
            var more = new LinkedHashMap<String, Object>();
            dossier.forEach((name, value) -> more.put(String.valueOf(name), value));
            more.put("presenter", map(slip.requireDossier().presenter()));
            data.put("dossier", more);
            data.put("tracking", tracking(slip.requireDossier()));
        }
        data.put("result", result(slip));
        return data;
    }

    private static Map<String, Object> tracking(SlipDossier dossier) {
        var tracking = new LinkedHashMap<String, Object>();
        tracking.put("url", dossier.trackingUrl());
        put(tracking, "key", dossier.trackingKey());
        return tracking;
    }

    /// The document itself, with the facts officers typed for it.
    private static Map<String, Object> result(Slip slip) {
        var result = new LinkedHashMap<String, Object>();
        put(result, "number", slip.number());
        put(result, "date", HanoiTime.dateOf(slip.issued()));
        if (slip.body() instanceof SlipBody.Result body) result.putAll(body.facts());
        return result;
    }

    /// What a template for this kind of paper may name.
    ///
    /// @param answers names of the form's answers
    /// @param facts what the process asks of officers for the result
    static Shape shape(SlipKind kind, Shape answers, Collection<String> facts) {
        var names = new LinkedHashMap<>(shapeOf(Slip.class).children());
        names.put("title", Shape.TEXT);
        names.put("origin", Shape.TEXT);
        names.put("qr", Shape.TEXT);
        names.put("answers", answers);
        names.put("tracking", Shape.names("url", "key"));
        var result = new LinkedHashMap<>(Shape.names("number", "date", "dateWords").children());
        facts.forEach(fact -> result.put(fact, Shape.TEXT));
        names.put("result", new Shape(result, null, false));
        names.put("body", shapeOf(bodyType(kind)));
        var dossier = new LinkedHashMap<>(shapeOf(SlipDossier.class).children());
        dossier.put("presenter", shapeOf(SlipPerson.class));
        names.put("dossier", new Shape(dossier, null, false));
        return new Shape(names, null, false);
    }

    private static Class<?> bodyType(SlipKind kind) {
        return switch (kind) {
            case RECEIPT -> SlipBody.Receipt.class;
            case SUPPLEMENT -> SlipBody.Supplement.class;
            case REFUSAL -> SlipBody.Refusal.class;
            case APOLOGY -> SlipBody.Apology.class;
            case PAYMENT -> SlipBody.Payment.class;
            case STOP -> SlipBody.Stop.class;
            case CONTROL -> SlipBody.Control.class;
            case REGISTER -> SlipBody.Register.class;
            case RESULT -> SlipBody.Result.class;
        };
    }

    private static Map<String, Object> map(Record record) {
        var map = new LinkedHashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents())
            put(map, component.getName(), read(record, component));
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value == null) return;
        map.put(name, plain(value));
        if (value instanceof Instant moment) {
            map.put(name + "Date", HanoiTime.date(HanoiTime.dateOf(moment)));
            map.put(name + "Time", HanoiTime.time(moment));
            map.put(name + "Words", PaperText.day(moment));
        } else if (value instanceof LocalDate date) {
            map.put(name + "Words", PaperText.day(date));
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant moment -> PaperText.moment(moment);
            case LocalDate date -> HanoiTime.date(date);
            case Money money -> money.formatted();
            case LocalText text -> text.vi();
            case Record record -> map(record);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, item) -> put(copy, String.valueOf(name), item));
                yield copy;
            }
            case Collection<?> items -> {
                var copy = new ArrayList<Object>();
                for (var item : items) copy.add(item == null ? "" : plain(item));
                yield copy;
            }
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Shape shapeOf(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class)
            return new Shape(Map.of(), shapeOf(list.getActualTypeArguments()[0]), false);
        if (!(type instanceof Class<?> record) || !record.isRecord()) return Shape.TEXT;
        if (record == Money.class || record == LocalText.class) return Shape.TEXT;
        var names = new LinkedHashMap<String, Shape>();
        for (var component : record.getRecordComponents()) {
            String name = component.getName();
            names.put(name, shapeOf(component.getGenericType()));
            if (component.getType() == Instant.class) {
                names.put(name + "Date", Shape.TEXT);
                names.put(name + "Time", Shape.TEXT);
            }
            if (component.getType() == Instant.class || component.getType() == LocalDate.class)
                names.put(name + "Words", Shape.TEXT);
        }
        return new Shape(names, null, false);
    }
}
