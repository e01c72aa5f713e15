package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documents point to what is there: files, headings, and sources of law.
class DocumentLinksTest {
    private static final Path ROOT =
            Files.exists(Path.of("docs/README.md")) ? Path.of("") : Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)\\s*$");
    private static final Pattern CITED =
            Pattern.compile("(?m)^\\s*(?:///|//|--|\\*).*?\\[([a-z]+(?:-[a-z]+)+)]");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

    @Test
    void every_relative_link_leads_to_a_file_and_a_heading_that_exist() throws IOException {
        List<String> broken = new ArrayList<>();
        for (var document : documents()) {
            var links = LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll(""));
            while (links.find()) {
                var link = links.group(1);
                if (link.matches("[a-z]+:.*")) continue;
                var parts = link.split("#", 2);
                var target =
                        parts[0].isEmpty()
                                ? document
                                : document.resolveSibling(parts[0]).normalize();
                if (!Files.exists(target)) broken.add(document + " → " + link);
                else if (parts.length == 2 && !headings(target).contains(parts[1]))
                    broken.add(document + " → " + link + " (no such heading)");
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_document_under_docs_is_named_in_the_index() throws IOException {
        var index = Files.readString(ROOT.resolve("docs/README.md"));
        var docs = ROOT.resolve("docs");
        for (var document : documents()) {
            if (!document.startsWith(docs) || document.equals(docs.resolve("README.md"))) continue;
            assertThat(index)
                    .contains("(" + docs.relativize(document).toString().replace('\\', '/') + ")");
        }
    }

    @Test
    void every_law_cited_in_the_code_stands_in_the_list_of_sources() throws IOException {
        var sources = Files.readString(ROOT.resolve("docs/sources.md"));
        Set<String> unknown = new TreeSet<>();
        try (var files = Files.walk(ROOT.resolve("app/src/main"))) {
            for (var file : (Iterable<Path>) files.filter(DocumentLinksTest::code)::iterator) {
                var cited = CITED.matcher(Files.readString(file));
                while (cited.find())
                    if (!sources.contains("| [" + cited.group(1) + "] |"))
                        unknown.add(cited.group(1) + " in " + file.getFileName());
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static boolean code(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".sql");
    }

    private static List<Path> documents() throws IOException {
        try (var top = Files.list(ROOT.toAbsolutePath().normalize());
                var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top.map(path -> ROOT.resolve(path.getFileName().toString())), docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /// Anchors as repository hosts make them: small letters, signs away, blanks to hyphens.
    private static Set<String> headings(Path document) throws IOException {
        Set<String> anchors = new TreeSet<>();
        var found = HEADING.matcher(Files.readString(document));
        while (found.find())
            anchors.add(
                    found.group(1)
                            .toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                            .replace(' ', '-'));
        return anchors;
    }
}
