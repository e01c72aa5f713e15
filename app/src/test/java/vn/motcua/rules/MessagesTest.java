package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.ProblemCode;

/// Both languages say the same things, and everything a page wants to say is there.
class MessagesTest {
    private static final Map<String, Messages> FILES =
            Tree.files("app/src/main/resources/messages", ".properties").stream()
                    .map(Messages::read)
                    .collect(Collectors.toMap(Messages::name, m -> m, (a, b) -> a, TreeMap::new));

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern ASKED =
            Pattern.compile("(?:getMessage|\\bt)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:[.-][A-Za-z0-9_]+)+");

    /// Keys somebody outside the program asks for.
    private static final Set<String> ASKED_ELSEWHERE = Set.of();

    /// Because a page in English with a Vietnamese sentence in it helps neither reader.
    @Test
    void both_languages_have_the_same_keys() {
        var wrong = new ArrayList<String>();
        vietnamese()
                .forEach(
                        file -> {
                            var twin = FILES.get(file.name() + "_en");
                            if (twin == null) wrong.add(file.name() + " has no English");
                            else {
                                differ(file, twin).forEach(wrong::add);
                                differ(twin, file).forEach(wrong::add);
                            }
                        });
        FILES.keySet().stream()
                .filter(name -> name.endsWith("_en"))
                .filter(name -> !FILES.containsKey(name.replace("_en", "")))
                .forEach(name -> wrong.add(name + " has no Vietnamese"));
        assertThat(wrong).isEmpty();
    }

    /// Because a date told to one reader and not to the other is a complaint waiting.
    @Test
    void both_languages_use_the_same_values() {
        var wrong = new ArrayList<String>();
        vietnamese()
                .forEach(
                        file ->
                                file.texts()
                                        .forEach(
                                                (key, text) -> {
                                                    var other = english(file).texts().get(key);
                                                    if (other != null
                                                            && !alike(
                                                                    key,
                                                                    places(text),
                                                                    places(other)))
                                                        wrong.add(
                                                                key
                                                                        + " "
                                                                        + places(text)
                                                                        + " ≠ "
                                                                        + places(other));
                                                }));
        assertThat(wrong).isEmpty();
    }

    /// Names of a release's parts come in both languages, and each text takes its own.
    private static boolean alike(String key, Set<String> one, Set<String> other) {
        return key.startsWith("workflow.fault.") ? one.size() == other.size() : one.equals(other);
    }

    /// Because the second of two lines wins in silence.
    @Test
    void no_key_stands_twice_in_a_file_nor_in_two_files() {
        var wrong = new ArrayList<String>();
        var where = new TreeMap<String, String>();
        for (var file : FILES.values()) {
            file.twice().forEach(key -> wrong.add(file.name() + ": " + key));
            if (file.name().endsWith("_en")) continue;
            for (var key : file.texts().keySet()) {
                var before = where.put(key, file.name());
                if (before != null) wrong.add(key + " in " + before + " and " + file.name());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a broken pattern is an error page, and an apostrophe alone swallows what follows it.
    @Test
    void every_text_can_be_read_and_filled_in() {
        var wrong = new ArrayList<String>();
        for (var file : FILES.values()) {
            file.texts()
                    .forEach(
                            (key, text) -> {
                                if (text.isBlank())
                                    wrong.add(file.name() + ": " + key + " is empty");
                                if (text.replace("''", "").contains("'") && !text.contains("'{"))
                                    wrong.add(
                                            file.name() + ": " + key + " has a single apostrophe");
                                try {
                                    new MessageFormat(text);
                                } catch (IllegalArgumentException broken) {
                                    wrong.add(file.name() + ": " + key + " " + broken.getMessage());
                                }
                            });
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a room's texts are its own.
    @Test
    void keys_begin_with_the_name_of_their_room() {
        var wrong = new ArrayList<String>();
        for (var file : vietnamese()) {
            var room = file.name().replaceFirst("-.*", "");
            for (var key : file.texts().keySet())
                if (!key.startsWith(room + ".")
                        && !key.startsWith(file.name() + ".")
                        && !key.startsWith("problem." + room + "."))
                    wrong.add(file.name() + ": " + key);
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean ofSomeFile(String text) {
        return FILES.keySet().stream().anyMatch(name -> text.startsWith(name + "."));
    }

    /// Because a missing text is an error page for the reader.
    @Test
    void everything_a_page_says_is_there() {
        var wrong = new ArrayList<String>();
        for (var file : Tree.templates()) {
            for (var key : literals(Template.of(Tree.text(file)))) {
                if (!KEY.matcher(key).matches() || !ofSomeFile(key)) continue;
                if (!all().contains(key) && all().stream().noneMatch(k -> k.startsWith(key)))
                    wrong.add(file + ": " + key);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everything_the_program_says_is_there() {
        var wrong = new ArrayList<String>();
        for (var file : Tree.java()) {
            var matcher = ASKED.matcher(Tree.text(file));
            while (matcher.find())
                if (!all().contains(matcher.group(1))) wrong.add(file + ": " + matcher.group(1));
        }
        assertThat(wrong).isEmpty();
    }

    /// Because whoever is refused is owed the reason and the way on.
    @Test
    void every_problem_has_its_title_and_its_advice() {
        var wrong = new ArrayList<String>();
        for (var problem : problems()) {
            for (var part : List.of(".title", ".detail")) {
                var key = "problem." + problem.code() + part;
                if (!all().contains(key)) wrong.add(key);
            }
            var room = room(problem);
            if (!problem.code().startsWith(room + "."))
                wrong.add(problem.code() + " is not of " + room);
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a text nobody asks for is translated, checked and corrected for nobody.
    @Test
    void no_text_is_kept_that_nobody_says() {
        var used = new TreeSet<>(ASKED_ELSEWHERE);
        var spoken = spoken();
        var beginnings =
                spoken.stream()
                        .filter(s -> s.matches("(?:[a-z]+[.-]){2,}|[a-z-]+\\.[a-z0-9.-]+[.-]"))
                        .toList();
        var endings =
                spoken.stream()
                        .filter(s -> s.matches("[.-][A-Za-z0-9.-]+"))
                        .collect(Collectors.toSet());
        problems()
                .forEach(
                        p ->
                                used.addAll(
                                        List.of(
                                                "problem." + p.code() + ".title",
                                                "problem." + p.code() + ".detail")));
        for (var key : all())
            if (spoken.contains(key) || beginnings.stream().anyMatch(key::startsWith))
                used.add(key);
        var silent = new ArrayList<String>();
        for (var key : all()) {
            boolean ending =
                    endings.stream()
                            .anyMatch(
                                    e ->
                                            key.endsWith(e)
                                                    && said(
                                                            key.substring(
                                                                    0, key.length() - e.length()),
                                                            used,
                                                            spoken));
            if (!used.contains(key) && !ending) silent.add(key);
        }
        assertThat(silent).isEmpty();
    }

    private static boolean said(String base, Set<String> used, Set<String> spoken) {
        return used.contains(base)
                || spoken.contains(base)
                || spoken.contains("." + base.replaceFirst(".*\\.", ""));
    }

    /// Every string of the program and its pages.
    private static Set<String> spoken() {
        var spoken = new TreeSet<String>();
        for (var file : Tree.java())
            JavaText.of(Tree.text(file)).literals().forEach(literal -> spoken.add(literal.text()));
        for (var file : Tree.templates()) spoken.addAll(literals(Template.of(Tree.text(file))));
        return spoken;
    }

    private static List<String> literals(Template template) {
        var found = new ArrayList<String>();
        var code = new ArrayList<>(template.expressions());
        code.addAll(template.program());
        for (var text : code) {
            var matcher = LITERAL.matcher(text);
            while (matcher.find()) found.add(matcher.group(1));
        }
        return found;
    }

    private static List<ProblemCode> problems() {
        return Program.CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                .map(JavaClass::reflect)
                .flatMap(type -> java.util.Arrays.stream(type.getEnumConstants()))
                .map(ProblemCode.class::cast)
                .toList();
    }

    private static String room(ProblemCode problem) {
        return problem.getClass().getPackageName().split("\\.")[2];
    }

    private static List<Messages> vietnamese() {
        return FILES.values().stream().filter(file -> !file.name().endsWith("_en")).toList();
    }

    private static Messages english(Messages file) {
        return FILES.getOrDefault(
                file.name() + "_en", new Messages(file.file(), Map.of(), List.of()));
    }

    private static Set<String> all() {
        return ALL;
    }

    private static final Set<String> ALL =
            vietnamese().stream()
                    .flatMap(file -> file.texts().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));

    private static List<String> differ(Messages one, Messages other) {
        return one.texts().keySet().stream()
                .filter(key -> !other.texts().containsKey(key))
                .map(key -> key + " is missing in " + other.name())
                .toList();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
