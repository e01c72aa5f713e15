package vn.motcua.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// One value of a release file together with the line it stands on.
///
/// The getters never throw. `x("key")` demands the key and reports when it is missing or of
/// another kind, then answers a harmless stand-in; `xOr("key", other)` allows it to be absent.
/// A key whose value is empty or `null` counts as absent.
public final class YamlNode {
    private enum Kind {
        MAP,
        LIST,
        SCALAR,
        ABSENT
    }

    private final Kind kind;
    private final String file;
    private final String path;
    private final int line;
    private final FaultSink faults;
    private final Map<String, YamlNode> map;
    private final List<YamlNode> list;
    private final String scalar;
    private final boolean plain;

    private YamlNode(
            Kind kind,
            String file,
            String path,
            int line,
            FaultSink faults,
            Map<String, YamlNode> map,
            List<YamlNode> list,
            String scalar,
            boolean plain) {
        this.kind = kind;
        this.file = file;
        this.path = path;
        this.line = line;
        this.faults = faults;
        this.map = map;
        this.list = list;
        this.scalar = scalar;
        this.plain = plain;
    }

    static YamlNode map(
            String file, String path, int line, FaultSink faults, Map<String, YamlNode> map) {
        return new YamlNode(Kind.MAP, file, path, line, faults, map, List.of(), "", false);
    }

    static YamlNode list(
            String file, String path, int line, FaultSink faults, List<YamlNode> list) {
        return new YamlNode(
                Kind.LIST, file, path, line, faults, Map.of(), List.copyOf(list), "", false);
    }

    static YamlNode scalar(
            String file, String path, int line, FaultSink faults, String text, boolean plain) {
        return new YamlNode(
                Kind.SCALAR, file, path, line, faults, Map.of(), List.of(), text, plain);
    }

    /// A mapping or list that begins under its key is reported at the line of the key.
    YamlNode keyedAt(int keyLine) {
        return kind == Kind.SCALAR
                ? this
                : new YamlNode(kind, file, path, keyLine, faults, map, list, scalar, plain);
    }

    private YamlNode absent(String key) {
        var at = path.isEmpty() ? key : path + "." + key;
        return new YamlNode(Kind.ABSENT, file, at, line, faults, Map.of(), List.of(), "", true);
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    /// For example `channels[0].fees[1].name`.
    public String path() {
        return path;
    }

    public boolean present() {
        return kind != Kind.ABSENT && !isNull();
    }

    public boolean isMap() {
        return kind == Kind.MAP;
    }

    public boolean isList() {
        return kind == Kind.LIST;
    }

    public boolean isScalar() {
        return kind == Kind.SCALAR && !isNull();
    }

    private boolean isNull() {
        return kind == Kind.SCALAR
                && plain
                && (scalar.isEmpty() || scalar.equals("null") || scalar.equals("~"));
    }

    public FaultSink faults() {
        return faults;
    }

    /// Reports a fault at this line.
    public void fault(String key, Object... args) {
        faults.add(file, line, key, args);
    }

    public boolean has(String key) {
        return at(key).present();
    }

    public List<String> keys() {
        return List.copyOf(map.keySet());
    }

    /// The value under `key`; a node that is not [#present] when there is none. Reports nothing.
    public YamlNode at(String key) {
        var child = map.get(key);
        return child == null ? absent(key) : child;
    }

    /// The value under `key`, demanded.
    public YamlNode demand(String key) {
        var child = at(key);
        if (!child.present()) child.fault("procedure.fault.missing-key", key, where());
        return child;
    }

    /// The mapping under `key`, demanded; an empty one when it is something else.
    public YamlNode mapping(String key) {
        var child = demand(key);
        if (child.present() && !child.isMap()) child.fault("procedure.fault.not-a-mapping", key);
        return child;
    }

    /// Reports every key that is not among `known`, with the nearest known one.
    public YamlNode only(String... known) {
        return only(Arrays.asList(known));
    }

    public YamlNode only(Collection<String> known) {
        if (kind != Kind.MAP && present()) fault("procedure.fault.not-a-mapping", where());
        map.forEach(
                (key, child) -> {
                    if (known.contains(key)) return;
                    var nearest = Nearest.to(key, known);
                    if (nearest == null) {
                        child.fault("procedure.fault.unknown-key", key, String.join(", ", known));
                    } else {
                        child.fault("procedure.fault.unknown-key-near", key, nearest);
                    }
                });
        return this;
    }

    private String where() {
        return path.isEmpty() ? file : path;
    }

    /// The items under `key`; none when absent.
    public List<YamlNode> list(String key) {
        var child = at(key);
        if (!child.present()) return List.of();
        if (child.kind == Kind.LIST) return child.list;
        child.fault("procedure.fault.not-a-list", key);
        return List.of();
    }

    /// The items under `key`, of which there must be one at least.
    public List<YamlNode> someOf(String key) {
        if (demand(key).present() && at(key).isList() && list(key).isEmpty()) {
            at(key).fault("procedure.fault.empty-list", key);
        }
        return list(key);
    }

    /// Items of this node itself when it is a list.
    public List<YamlNode> items() {
        return list;
    }

    public <T> List<T> listOf(String key, Function<YamlNode, T> reader) {
        return list(key).stream().map(reader).toList();
    }

    /// A list of short texts.
    public List<String> texts(String key) {
        return listOf(key, YamlNode::asText);
    }

    public String text(String key) {
        var child = demand(key);
        return child.present() ? child.asText() : "";
    }

    public String textOr(String key, String other) {
        return has(key) ? at(key).asText() : other;
    }

    public @Nullable String textOrNull(String key) {
        return has(key) ? at(key).asText() : null;
    }

    /// This scalar as it is written (`1.10` stays `1.10`).
    public String asText() {
        if (kind == Kind.SCALAR) return scalar.strip();
        fault("procedure.fault.not-a-text", path);
        return "";
    }

    /// `{vi: …, en: …}`, or one text for both languages.
    public LocalText localText(String key) {
        var child = demand(key);
        return child.present() ? child.asLocalText() : LocalText.of("");
    }

    public LocalText localTextOr(String key, LocalText other) {
        return has(key) ? at(key).asLocalText() : other;
    }

    public @Nullable LocalText localTextOrNull(String key) {
        return has(key) ? at(key).asLocalText() : null;
    }

    public LocalText asLocalText() {
        if (kind == Kind.SCALAR) return LocalText.of(scalar.strip());
        if (kind != Kind.MAP) {
            fault("procedure.fault.not-a-local-text", path);
            return LocalText.of("");
        }
        only("vi", "en");
        var vi = text("vi");
        return LocalText.of(vi, textOr("en", vi));
    }

    /// A text of a given shape, for example a code; `shape` is what the fault shows as an example.
    public String code(String key, Pattern pattern, String shape) {
        var child = demand(key);
        if (!child.present()) return "";
        var text = child.asText();
        if (!pattern.matcher(text).matches()) {
            child.fault("procedure.fault.bad-code", key, text, shape);
        }
        return text;
    }

    public @Nullable String codeOrNull(String key, Pattern pattern, String shape) {
        return has(key) ? code(key, pattern, shape) : null;
    }

    public int integer(String key, int min, int max) {
        var child = demand(key);
        return child.present() ? (int) child.asLong(min, max) : min;
    }

    public int integerOr(String key, int other, int min, int max) {
        return has(key) ? integer(key, min, max) : other;
    }

    public @Nullable Long longOrNull(String key, long min, long max) {
        return has(key) ? at(key).asLong(min, max) : null;
    }

    /// A whole number between two bounds, both allowed.
    public long asLong(long min, long max) {
        try {
            long value = Long.parseLong(asText().replace("_", ""));
            if (value >= min && value <= max) return value;
            fault("procedure.fault.out-of-range", path, asText(), min, max);
        } catch (NumberFormatException _) {
            fault("procedure.fault.not-a-number", path, asText());
        }
        return min;
    }

    public boolean flag(String key) {
        return demand(key).present() && at(key).asFlag();
    }

    public boolean flagOr(String key, boolean other) {
        return has(key) ? at(key).asFlag() : other;
    }

    public boolean asFlag() {
        if (kind == Kind.SCALAR && scalar.equals("true")) return true;
        if (!(kind == Kind.SCALAR && scalar.equals("false"))) {
            fault("procedure.fault.not-a-flag", path, kind == Kind.SCALAR ? scalar : "…");
        }
        return false;
    }

    public LocalDate date(String key) {
        demand(key);
        var date = dateOrNull(key);
        return date == null ? LocalDate.EPOCH : date;
    }

    public @Nullable LocalDate dateOrNull(String key) {
        return parsed(key, LocalDate::parse, "procedure.fault.bad-date");
    }

    public @Nullable LocalTime timeOrNull(String key) {
        return parsed(key, LocalTime::parse, "procedure.fault.bad-time");
    }

    private <T> @Nullable T parsed(String key, Function<String, T> reader, String fault) {
        if (!has(key)) return null;
        var child = at(key);
        try {
            return reader.apply(child.asText());
        } catch (DateTimeException _) {
            child.fault(fault, key, child.asText());
            return null;
        }
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        var first = type.getEnumConstants()[0];
        return demand(key).present() ? at(key).asChoice(type, first) : first;
    }

    public <E extends Enum<E>> E choiceOr(String key, Class<E> type, E other) {
        return has(key) ? at(key).asChoice(type, other) : other;
    }

    public <E extends Enum<E>> E asChoice(Class<E> type, E other) {
        var text = asText();
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (names.contains(text)) return Enum.valueOf(type, text);
        notAmong(text, names);
        return other;
    }

    /// A word that must be one of `allowed`; the first of them when it is not.
    public String oneOf(String key, List<String> allowed) {
        var child = demand(key);
        return child.present() ? child.asOneOf(allowed) : allowed.getFirst();
    }

    public String asOneOf(List<String> allowed) {
        var text = asText();
        if (allowed.contains(text)) return text;
        notAmong(text, allowed);
        return allowed.getFirst();
    }

    private void notAmong(String text, List<String> allowed) {
        var nearest = Nearest.to(text, allowed);
        if (nearest == null) {
            fault("procedure.fault.not-among", path, text, String.join(", ", allowed));
        } else {
            fault("procedure.fault.not-among-near", path, text, nearest);
        }
    }

    /// The value as plain Java: maps, lists, texts, `Long`, `Boolean`, null.
    public @Nullable Object toJava() {
        return kind == Kind.SCALAR && isNull() ? null : YamlValues.of(this);
    }

    /// The text of a scalar, and whether it stands there without quotes.
    String scalar() {
        return scalar;
    }

    boolean plain() {
        return plain;
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + path;
    }
}
