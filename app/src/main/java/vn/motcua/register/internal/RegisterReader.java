package vn.motcua.register.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.YamlNode;
import vn.motcua.procedure.YamlTree;
import vn.motcua.register.Register;
import vn.motcua.register.Register.Item;
import vn.motcua.register.Register.Manner;
import vn.motcua.register.Register.Option;
import vn.motcua.register.Register.Sensitivity;
import vn.motcua.register.Register.Type;

/// Reads the description of one register.
final class RegisterReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private RegisterReader() {}

    /// Worth something only when `faults` stays empty.
    static Register read(String file, String text, FaultSink faults) {
        var node = YamlTree.parse(file, text, faults);
        node.only("id", "version", "name", "owner", "basis", "asks", "answers", "manner");
        return new Register(
                node.code("id", ID, "population"),
                node.integer("version", 1, 10_000),
                node.localText("name"),
                node.localText("owner"),
                node.localText("basis"),
                items(node, "asks"),
                items(node, "answers"),
                manner(node.mapping("manner")));
    }

    private static List<Item> items(YamlNode node, String key) {
        var seen = new HashSet<String>();
        return node.someOf(key).stream().map(item -> item(item, seen)).toList();
    }

    private static Item item(YamlNode node, HashSet<String> seen) {
        node.only("id", "label", "type", "required", "data", "options");
        var id = node.code("id", NAME, "personalId");
        if (!seen.add(id)) node.fault("register.fault.twice", id);
        return new Item(
                id,
                node.localText("label"),
                node.choice("type", Type.class),
                node.flagOr("required", false),
                node.choice("data", Sensitivity.class),
                node.listOf("options", RegisterReader::option));
    }

    private static Option option(YamlNode node) {
        node.only("value", "label");
        return new Option(node.code("value", VALUE, "near-poor"), node.localText("label"));
    }

    private static Manner manner(YamlNode node) {
        node.only(
                "connectSeconds",
                "readSeconds",
                "tries",
                "patienceHours",
                "largestKilobytes",
                "failures",
                "restSeconds");
        return new Manner(
                Duration.ofSeconds(node.integerOr("connectSeconds", 2, 1, 30)),
                Duration.ofSeconds(node.integerOr("readSeconds", 8, 1, 60)),
                node.integerOr("tries", 20, 1, 100),
                Duration.ofHours(node.integerOr("patienceHours", 24, 1, 720)),
                node.integerOr("largestKilobytes", 32, 1, 1024) * 1024,
                node.integerOr("failures", 5, 1, 100),
                Duration.ofSeconds(node.integerOr("restSeconds", 60, 1, 86_400)));
    }
}
