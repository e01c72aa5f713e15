package vn.motcua.form.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.form.Answers;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.ReleaseId;

/// The forms the project ships.
class ReleasedFormsTest {
    @Test
    void every_form_of_the_project_compiles_and_can_be_asked() throws IOException {
        var folder = Path.of("../procedures");
        var said = new ArrayList<String>();
        int forms = 0;
        try (var codes = Files.newDirectoryStream(folder)) {
            for (var code : codes) {
                var file = code.resolve("1/form.yaml");
                if (!Files.exists(file)) continue;
                forms++;
                var faults = new FaultSink();
                var id = new ReleaseId(String.valueOf(code.getFileName()), 1);
                var form = FormReader.read(id, Files.readString(file), components(code), faults);
                for (var f : faults.faults()) said.add(id + " " + f.sentence(Locale.ENGLISH));
                if (!faults.isEmpty()) continue;
                assertThat(form.questions(Answers.empty(), Sample.ONLINE)).isNotEmpty();
                assertThat(form.validate(Answers.empty(), Sample.ONLINE)).isNotEmpty();
                assertThat(form.schema(Locale.of("vi"))).containsKey("properties");
                assertThat(form.describe(Answers.empty(), Sample.ONLINE, Locale.of("vi")))
                        .isNotEmpty();
            }
        }
        assertThat(said).isEmpty();
        assertThat(forms).isPositive();
    }

    private static Set<String> components(Path code) throws IOException {
        var ids = new java.util.HashSet<String>();
        boolean inside = false;
        for (var line : Files.readAllLines(code.resolve("1/procedure.yaml"))) {
            if (line.matches("\\w+:.*")) inside = line.startsWith("components:");
            var m = Pattern.compile("^\\s*- *\\{? *id: *([\\w-]+).*").matcher(line);
            if (inside && m.matches()) ids.add(m.group(1));
        }
        return ids;
    }
}
