package vn.motcua.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.YamlTree;
import vn.motcua.workflow.Engine;
import vn.motcua.workflow.Process;
import vn.motcua.workflow.ProcessDiagram;
import vn.motcua.workflow.Variables;

/// The processes the project ships.
class ProjectProcessesTest {
    private static final List<String> CHANNELS = List.of("DIRECT", "ONLINE", "POSTAL");

    @TestFactory
    Stream<DynamicTest> every_process_of_the_project_is_sound() throws IOException {
        var folder = Path.of("..", "procedures");
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (var paths = Files.walk(folder, 3)) {
            return paths.filter(path -> path.endsWith("process.yaml")).sorted().toList().stream()
                    .map(path -> DynamicTest.dynamicTest(path.toString(), () -> prove(path)));
        }
    }

    private static void prove(Path path) throws IOException {
        var faults = new FaultSink();
        var reading = ProcessReader.read(Files.readString(path), faults);
        if (faults.isEmpty()) {
            for (var finding : Soundness.check(reading.start(), reading.steps(), CHANNELS)) {
                var step = finding.step();
                int line = step == null ? 0 : reading.lines().getOrDefault(step, 0);
                faults.add(finding.at("process.yaml", line));
            }
        }
        assertThat(faults.faults().stream().map(fault -> fault.sentence(Locale.ENGLISH))).isEmpty();
        var process = Process.of(reading.start(), reading.steps());
        assertThat(Soundness.hours(process, terms(path.resolveSibling("procedure.yaml"))))
                .isEmpty();
        for (var channel : CHANNELS) {
            var state = Engine.start(process, Variables.of(channel)).state();
            assertThat(process.state(state.toJson())).isEqualTo(state);
            assertThat(process.path(state, List.of(), Variables.of(channel))).isNotEmpty();
            var svg = ProcessDiagram.svg(process, state, Locale.ROOT);
            Files.createDirectories(Path.of("target", "diagrams"));
            Files.writeString(
                    Path.of("target", "diagrams", path.getName(2) + "-" + channel + ".svg"), svg);
        }
    }

    private static Map<String, Long> terms(Path procedure) throws IOException {
        var terms = new HashMap<String, Long>();
        var root = YamlTree.parse("procedure.yaml", Files.readString(procedure), new FaultSink());
        for (var rule : root.list("channels")) {
            var term = rule.at("term");
            if (!term.has("quantity") || term.text("unit").equals("BACKWARD")) continue;
            var within =
                    new Term.Within(
                            term.integer("quantity", 1, 999), term.text("unit"), null, null);
            terms.merge(rule.text("channel"), Soundness.minutes(within), Math::max);
        }
        return terms;
    }
}
