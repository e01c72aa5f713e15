package vn.motcua.dossier.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
                assertThat(check(name, text)).as(file.toString()).isEmpty();
                var broken = check(name, text + "\n<p>{{answer.x}}</p>\n");
                assertThat(broken).hasSize(1);
                var fault = broken.getFirst().told();
                assertThat(fault.sentence(Locale.of("vi"))).contains(name, "answer.x", "form.yaml");
                assertThat(fault.sentence(Locale.ENGLISH)).contains("answer.x", "form.yaml");
            }
        }
        assertThat(templates).isPositive();
    }

    private static java.util.List<TemplateFault> check(String name, String text) {
        return ReleaseTemplate.check(
                name,
                text,
                SlipKind.RESULT,
                SlipData.Shape.FREE,
                java.util.Set.of(
                        "personalId", "bookNumber", "taxCode", "convictions", "prohibitions"));
    }
}
