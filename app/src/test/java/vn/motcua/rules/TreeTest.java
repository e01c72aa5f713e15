package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tree as a whole.
class TreeTest {
    private static final Logger LOG = LoggerFactory.getLogger(TreeTest.class);

    private static final String[] TEXTS = {
        ".java",
        ".jte",
        ".sql",
        ".properties",
        ".yaml",
        ".yml",
        ".xml",
        ".json",
        ".mjs",
        ".js",
        ".css",
        ".scss",
        ".md",
        ".csv",
        ".txt",
        ".html",
        ".puml",
        ".sh",
        ".npmrc",
        "motcua"
    };

    /// Hosts that are names of standards or the build's own public documents; nothing is fetched.
    private static final Set<String> HOSTS_OF_THE_BUILD =
            Set.of(
                    "www.w3.org",
                    "maven.apache.org",
                    "github.com",
                    "opencollective.com",
                    "paulmillr.com");

    private static final List<Pattern> PLACES =
            List.of(
                    Pattern.compile("(?<![\\w.$}])/(?:work|root|home|Users|mnt|opt/build)/\\w"),
                    Pattern.compile("\"/tmp/"),
                    Pattern.compile("\\b[A-Z]:\\\\\\\\?\\w"),
                    Pattern.compile(
                            "(?:registry|repo1?|nexus|artifactory|mirror|proxy)\\.[a-z0-9-]+\\.[a-z]{2,}"));

    private static final Pattern LEFT_OVER =
            Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    private static final int TOO_LONG = 400;
    private static final int TOO_LONG_FOR_TESTS = 600;
    private static final int LOOK_TWICE = 300;

    /// Because the tree must build on any machine, from whatever registry its owner trusts.
    @Test
    void nothing_names_a_place_on_one_machine_or_a_registry() {
        var wrong = new ArrayList<String>();
        for (var file : texts()) {
            if (file.endsWith("TreeTest.java") || file.endsWith(Path.of("motcua"))) continue;
            for (var pattern : PLACES) wrong.addAll(lines(file, pattern));
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a build that fetches from a named host breaks where that host cannot be reached.
    @Test
    void the_builds_files_name_no_host_to_fetch_from() {
        var host = Pattern.compile("https?://([^/\"'\\s<]+)");
        var wrong = new ArrayList<String>();
        var files = new ArrayList<>(Tree.files("frontend", ".json", ".mjs", ".npmrc"));
        files.addAll(Tree.files("", "pom.xml"));
        for (var file : files) {
            var matcher = host.matcher(Tree.text(file));
            while (matcher.find())
                if (!HOSTS_OF_THE_BUILD.contains(matcher.group(1)))
                    wrong.add(file + " " + matcher.group());
        }
        assertThat(wrong).isEmpty();
    }

    /// Because what is still to be done belongs in the list of issues, where somebody sees it.
    @Test
    void nothing_is_left_to_be_done_in_a_comment() {
        var wrong = new ArrayList<String>();
        for (var file : texts()) wrong.addAll(lines(file, LEFT_OVER));
        assertThat(wrong).isEmpty();
    }

    /// Because a class nobody can keep in their head does more than one thing.
    @Test
    void no_class_is_longer_than_four_hundred_lines() {
        var tooLong = new ArrayList<String>();
        for (var file : Tree.files("app/src", ".java")) {
            long length = Tree.text(file).lines().count();
            boolean program = file.startsWith(Tree.path("app/src/main"));
            if (length > (program ? TOO_LONG : TOO_LONG_FOR_TESTS))
                tooLong.add(file + " " + length);
            else if (length > LOOK_TWICE) LOG.info("look twice: {} has {} lines", file, length);
        }
        assertThat(tooLong).isEmpty();
    }

    /// Because a key that is in the tree is known to everybody who ever cloned it.
    @Test
    void no_key_file_is_in_the_tree() {
        assertThat(Tree.files("", ".p12", ".jks", ".key", ".pem", ".pfx", ".keystore", ".env"))
                .isEmpty();
        var wrong = new ArrayList<String>();
        var key = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----");
        for (var file : texts()) wrong.addAll(lines(file, key));
        assertThat(wrong).isEmpty();
    }

    /// Because null is told apart at compile time only where a package says so, and a room says
    /// there what it is for.
    @Test
    void every_package_is_null_marked() throws java.io.IOException {
        var wrong = new ArrayList<String>();
        try (Stream<Path> folders = Files.walk(Tree.path("app/src/main/java/vn/motcua"))) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                boolean code;
                try (var files = Files.list(folder)) {
                    code = files.anyMatch(file -> file.toString().endsWith(".java"));
                }
                var info = folder.resolve("package-info.java");
                if (code && (!Files.exists(info) || !Tree.text(info).contains("@NullMarked")))
                    wrong.add(folder.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> texts() {
        return Tree.files("", TEXTS);
    }

    private static List<String> lines(Path file, Pattern pattern) {
        var found = new ArrayList<String>();
        int number = 0;
        for (var line : Tree.text(file).split("\n", -1)) {
            number++;
            var matcher = pattern.matcher(line);
            if (matcher.find()) found.add(file + ":" + number + " " + matcher.group());
        }
        return found;
    }
}
