package vn.motcua.dossier.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.DossierState;

/// `docs/lifecycle.md` shows the lifecycle the program keeps. With `-Dmotcua.write-docs=true`
/// the tables are written anew.
class DossierLifecycleDocumentTest {
    private static final Path DOCUMENT =
            Files.exists(Path.of("docs/lifecycle.md"))
                    ? Path.of("docs/lifecycle.md")
                    : Path.of("../docs/lifecycle.md");

    @Test
    void the_document_shows_every_state_with_its_national_number() throws IOException {
        assertThat(part("states", states()).strip()).isEqualTo(states().strip());
    }

    @Test
    void the_document_shows_every_legal_step_and_no_other() throws IOException {
        assertThat(part("transitions", transitions()).strip()).isEqualTo(transitions().strip());
    }

    @Test
    void the_document_explains_every_act() throws IOException {
        var text = Files.readString(DOCUMENT);
        var meanings = text.substring(text.indexOf("## What the acts mean"));
        assertThat(Act.values()).allSatisfy(act -> assertThat(meanings).contains("`" + act + "`"));
    }

    private static String states() {
        var vietnamese = messages("/messages/dossier.properties");
        var english = messages("/messages/dossier_en.properties");
        return "| no. | state | Tiếng Việt | English | end |\n|---|---|---|---|---|\n"
                + Arrays.stream(DossierState.values())
                        .map(
                                state ->
                                        "| %d | `%s` | %s | %s | %s |\n"
                                                .formatted(
                                                        state.nationalCode(),
                                                        state,
                                                        vietnamese.getProperty(
                                                                "dossier.state." + state),
                                                        english.getProperty(
                                                                "dossier.state." + state),
                                                        state.isFinal() ? "yes" : ""))
                        .collect(Collectors.joining());
    }

    private static String transitions() {
        return "| from | act | to |\n|---|---|---|\n"
                + Lifecycle.TRANSITIONS.stream()
                        .map(
                                step ->
                                        "| %s | `%s` | %s |\n"
                                                .formatted(
                                                        name(step.from(), ""),
                                                        step.act(),
                                                        name(step.to(), "*(before)*")))
                        .collect(Collectors.joining());
    }

    private static String name(@Nullable DossierState state, String none) {
        return state == null ? none : "`" + state + "`";
    }

    /// What stands between the two marks of this name.
    private static String part(String name, String wanted) throws IOException {
        var text = Files.readString(DOCUMENT);
        var begin = "<!-- " + name + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- /" + name + " -->");
        if (Boolean.getBoolean("motcua.write-docs"))
            Files.writeString(DOCUMENT, text.substring(0, from) + wanted + text.substring(to));
        return Boolean.getBoolean("motcua.write-docs") ? wanted : text.substring(from, to);
    }

    private static Properties messages(String resource) {
        var properties = new Properties();
        var stream = DossierLifecycleDocumentTest.class.getResourceAsStream(resource);
        try (var in =
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return properties;
    }
}
