package vn.motcua.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML file of a release into [YamlNode]s that remember their lines. A release
/// folder is as hostile as any upload: tags are refused, the size, the depth and the number of
/// values (each alias counted in full) are bounded, and whatever is wrong becomes a [Fault],
/// never an exception.
public final class YamlTree {
    public static final int MAX_CHARACTERS = 1_000_000;
    public static final int MAX_DEPTH = 32;
    public static final int MAX_NODES = 100_000;

    private final String file;
    private final FaultSink faults;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int deepest;

    private YamlTree(String file, Iterator<Event> events, FaultSink faults) {
        this.file = file;
        this.events = events;
        this.faults = faults;
    }

    /// The root of the file's one document; an empty mapping when the file cannot be read.
    public static YamlNode parse(String file, String text, FaultSink faults) {
        if (text.length() > MAX_CHARACTERS) {
            faults.add(file, 0, "procedure.fault.too-long", MAX_CHARACTERS);
            return empty(file, faults);
        }
        var settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setCodePointLimit(MAX_CHARACTERS + 1)
                        .build();
        try {
            var events = new Parse(settings).parseString(text).iterator();
            return new YamlTree(file, events, faults).document();
        } catch (Refused refused) {
            faults.add(refused.fault);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            faults.add(file, line, "procedure.fault.syntax", problem(broken));
        } catch (YamlEngineException broken) {
            faults.add(file, 0, "procedure.fault.syntax", String.valueOf(broken.getMessage()));
        }
        return empty(file, faults);
    }

    private static String problem(MarkedYamlEngineException broken) {
        var problem = broken.getProblem();
        return problem == null ? "YAML" : problem;
    }

    private static YamlNode empty(String file, FaultSink faults) {
        return YamlNode.map(file, "", 1, faults, Map.of());
    }

    private YamlNode document() {
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof DocumentStartEvent) break;
        }
        if (!events.hasNext()) throw refuse(null, "procedure.fault.empty-file");
        var first = events.next();
        if (!(first instanceof MappingStartEvent)) {
            throw refuse(first, "procedure.fault.not-a-mapping-file");
        }
        var root = node(first, "", 0);
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof DocumentStartEvent) {
                throw refuse(event, "procedure.fault.second-document");
            }
        }
        return root;
    }

    private YamlNode node(Event event, String path, int depth) {
        if (depth > MAX_DEPTH) throw refuse(event, "procedure.fault.too-deep", MAX_DEPTH);
        deepest = Math.max(deepest, depth);
        if (++nodes > MAX_NODES) throw refuse(event, "procedure.fault.too-many-nodes", MAX_NODES);
        return switch (event) {
            case AliasEvent alias -> aliased(alias, depth);
            case ScalarEvent scalar -> {
                refuseTag(scalar, scalar.getTag());
                var node =
                        YamlNode.scalar(
                                file,
                                path,
                                line(scalar),
                                faults,
                                scalar.getValue(),
                                scalar.isPlain());
                yield anchored(scalar, node, 1, depth, depth);
            }
            case CollectionStartEvent start -> {
                refuseTag(start, start.getTag());
                int before = nodes - 1;
                int outer = deepest;
                deepest = depth;
                var node =
                        start instanceof MappingStartEvent
                                ? mapping(start, path, depth)
                                : sequence(start, path, depth);
                int inner = deepest;
                deepest = Math.max(outer, inner);
                yield anchored(start, node, nodes - before, depth, inner);
            }
            default -> throw refuse(event, "procedure.fault.syntax", event.getEventId());
        };
    }

    private YamlNode anchored(NodeEvent event, YamlNode node, int size, int depth, int inner) {
        event.getAnchor()
                .ifPresent(
                        name ->
                                anchors.put(
                                        name.getValue(), new Anchored(node, size, inner - depth)));
        return node;
    }

    /// An alias stands for a value that is complete already, and costs as much as writing it again.
    private YamlNode aliased(AliasEvent alias, int depth) {
        var target = anchors.get(alias.getAlias().getValue());
        if (target == null) {
            throw refuse(alias, "procedure.fault.alias", alias.getAlias().getValue());
        }
        nodes += target.size - 1;
        if (nodes > MAX_NODES) throw refuse(alias, "procedure.fault.too-many-nodes", MAX_NODES);
        deepest = Math.max(deepest, depth + target.height);
        if (deepest > MAX_DEPTH) throw refuse(alias, "procedure.fault.too-deep", MAX_DEPTH);
        return target.node;
    }

    private record Anchored(YamlNode node, int size, int height) {}

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            throw refuse(event, "procedure.fault.tag", tag.get());
        }
    }

    private YamlNode mapping(Event start, String path, int depth) {
        var children = new LinkedHashMap<String, YamlNode>();
        for (var event = events.next();
                !(event instanceof CollectionEndEvent);
                event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw refuse(event, "procedure.fault.odd-key");
            }
            refuseTag(key, key.getTag());
            var name = key.getValue();
            var child = node(events.next(), path.isEmpty() ? name : path + "." + name, depth + 1);
            if (children.putIfAbsent(name, child.keyedAt(line(key))) != null) {
                faults.add(file, line(key), "procedure.fault.twice", name);
            }
        }
        return YamlNode.map(file, path, line(start), faults, children);
    }

    private YamlNode sequence(Event start, String path, int depth) {
        List<YamlNode> children = new ArrayList<>();
        for (var event = events.next();
                !(event instanceof CollectionEndEvent);
                event = events.next()) {
            children.add(node(event, path + "[" + children.size() + "]", depth + 1));
        }
        return YamlNode.list(file, path, line(start), faults, children);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private Refused refuse(@Nullable Event event, String key, Object... args) {
        return new Refused(Fault.of(file, event == null ? 0 : line(event), key, args));
    }

    /// Ends the reading of one file; never leaves [#parse].
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Fault fault;

        Refused(Fault fault) {
            super(fault.key(), null, false, false);
            this.fault = fault;
        }
    }
}
