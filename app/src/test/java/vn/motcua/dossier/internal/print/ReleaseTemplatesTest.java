package vn.motcua.dossier.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.YamlTree;

class ReleaseTemplatesTest {
    @Test
    void every_template_of_the_project_says_what_is_wrong_with_file_line_and_remedy()
            throws IOException {
        var folder = Path.of("../procedures");
        int templates = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                templates++;
                var name = "print/" + file.getFileName();
                var text = Files.readString(file);
                var facts = facts(file.resolveSibling("../process.yaml"));
                assertThat(check(name, text, facts)).as(file.toString()).isEmpty();
                var broken = check(name, text + "\n<p>{{answer.x}}</p>\n", facts);
                assertThat(broken).hasSize(1);
                var fault = broken.getFirst().told();
                assertThat(fault.sentence(Locale.of("vi"))).contains(name, "answer.x", "form.yaml");
                assertThat(fault.sentence(Locale.ENGLISH)).contains("answer.x", "form.yaml");
            }
        }
        assertThat(templates).isPositive();
    }

    private static List<TemplateFault> check(String name, String text, Set<String> facts) {
        return ReleaseTemplate.check(name, text, SlipKind.RESULT, SlipData.Shape.FREE, facts);
    }

    /// What the steps of the process ask for the result.
    private static Set<String> facts(Path process) throws IOException {
        var root = YamlTree.parse("process.yaml", Files.readString(process), new FaultSink());
        var facts = new HashSet<String>();
        for (var step : root.list("steps")) {
            if (!step.has("asks")) continue;
            for (var ask : step.list("asks")) facts.add(ask.text("id"));
        }
        return facts;
    }
}
