package vn.motcua.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The answers to a form: an immutable view of a JSON object, flat by field id. Values are texts,
/// whole numbers ([Long]), other numbers ([Double]), booleans, lists and maps of these.
public final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 8;
    private static final Answers EMPTY = new Answers(Map.of());

    private final Map<String, Object> values;

    private Answers(Map<String, Object> values) {
        this.values = values;
    }

    public static Answers empty() {
        return EMPTY;
    }

    /// Takes over plain maps, lists, texts, numbers and booleans; nulls are left out.
    ///
    /// @throws IllegalArgumentException for anything else, or what is nested too deeply
    public static Answers of(Map<String, ?> values) {
        return new Answers(map(values, 0));
    }

    /// @throws IllegalArgumentException when the text is not a JSON object
    @SuppressWarnings("unchecked")
    public static Answers parse(String json) {
        try {
            return of(JSON.readValue(json, Map.class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a JSON object of answers", e);
        }
    }

    public String toJson() {
        return JSON.writeValueAsString(values);
    }

    public Map<String, Object> values() {
        return values;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// The value at a path such as `child.fullName` or `guests[0].fullName`; empty when absent.
    public Optional<Object> at(String path) {
        @Nullable Object here = values;
        for (var step : path.replace("]", "").split("[.\\[]")) {
            if (here instanceof Map<?, ?> m) here = m.get(step);
            else if (here instanceof List<?> l && step.matches("\\d{1,5}"))
                here = Integer.parseInt(step) < l.size() ? l.get(Integer.parseInt(step)) : null;
            else here = null;
        }
        return Optional.ofNullable(here);
    }

    public Optional<String> text(String path) {
        return at(path).filter(String.class::isInstance).map(String.class::cast);
    }

    public Optional<Long> number(String path) {
        return at(path).filter(Number.class::isInstance).map(v -> ((Number) v).longValue());
    }

    public Optional<Boolean> yes(String path) {
        return at(path).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    public Optional<LocalDate> date(String path) {
        return text(path)
                .flatMap(
                        t -> {
                            try {
                                return Optional.of(LocalDate.parse(t));
                            } catch (DateTimeException e) {
                                return Optional.empty();
                            }
                        });
    }

    /// The items of a repeat, or the ids of an attachment.
    @SuppressWarnings("unchecked")
    public List<Object> list(String path) {
        return at(path).filter(List.class::isInstance).map(v -> (List<Object>) v).orElse(List.of());
    }

    /// With one more answer; a null takes it out.
    public Answers with(String field, @Nullable Object value) {
        var next = new LinkedHashMap<String, @Nullable Object>(values);
        next.put(field, value);
        return of(next);
    }

    public Answers with(Map<String, ? extends @Nullable Object> changes) {
        var next = new LinkedHashMap<String, @Nullable Object>(values);
        next.putAll(changes);
        return of(next);
    }

    private static Map<String, Object> map(Map<?, ?> from, int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("answers nested too deeply");
        var to = new LinkedHashMap<String, Object>();
        from.forEach(
                (k, v) -> {
                    if (v != null) to.put(String.valueOf(k), value(v, depth + 1));
                });
        return Collections.unmodifiableMap(to);
    }

    private static Object value(Object v, int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("answers nested too deeply");
        return switch (v) {
            case String s -> s;
            case Boolean b -> b;
            case Long l -> l;
            case Integer i -> (long) i;
            case Number n -> number(n);
            case Map<?, ?> m -> map(m, depth);
            case List<?> l -> {
                var items = new ArrayList<Object>(l.size());
                for (var item : l) if (item != null) items.add(value(item, depth + 1));
                yield Collections.unmodifiableList(items);
            }
            default -> throw new IllegalArgumentException("not an answer: " + v.getClass());
        };
    }

    private static Object number(Number n) {
        var exact = new BigDecimal(n.toString());
        try {
            return exact.longValueExact();
        } catch (ArithmeticException e) {
            return exact.doubleValue();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers a && a.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /// Never the answers themselves: they are personal data.
    @Override
    public String toString() {
        return "Answers" + values.keySet();
    }
}
