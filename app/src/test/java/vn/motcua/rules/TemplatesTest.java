package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.rules.Html.Piece;

/// Pages speak in the reader's language, carry no program of their own and can be used by anybody.
class TemplatesTest {
    private static final Set<String> SPOKEN =
            Set.of(
                    "aria-label",
                    "aria-description",
                    "aria-roledescription",
                    "aria-valuetext",
                    "alt",
                    "title",
                    "placeholder",
                    "label",
                    "summary",
                    "content");

    /// Words of these attributes and elements are not read by people.
    private static final Set<String> NOT_READ = Set.of("meta");

    private static final Set<String> CONTROLS = Set.of("input", "textarea", "select");
    private static final Set<String> LABELLED_BY_THEMSELVES =
            Set.of("hidden", "submit", "button", "image", "reset");

    /// Because a person who chose English must not meet half a sentence in Vietnamese, nor the
    /// other way round.
    @Test
    void no_words_stand_in_a_page_outside_the_messages() {
        each(
                TemplatesTest::spoken,
                (piece, wrong) -> {
                    if (piece.name().isEmpty()) {
                        if (words(piece.text())) wrong.add("text: " + piece.text().strip());
                        return;
                    }
                    if (NOT_READ.contains(piece.name())) return;
                    piece.attributes()
                            .forEach(
                                    (name, value) -> {
                                        if (SPOKEN.contains(name) && words(value))
                                            wrong.add(name + "=\"" + value + "\"");
                                    });
                });
    }

    /// Because a sentence in a Java string is bare text too.
    @Test
    void no_words_stand_in_the_expressions_of_a_page() {
        var wrong = new ArrayList<String>();
        var literal = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
        for (var file : Tree.templates()) {
            if (!spoken(file)) continue;
            var template = Template.of(Tree.text(file));
            var program = new ArrayList<>(template.expressions());
            program.addAll(template.program());
            for (var code : program) {
                var matcher = literal.matcher(code);
                while (matcher.find())
                    if (sentence(matcher.group(1))) wrong.add(file + ": " + matcher.group());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Because the content policy allows neither, and for good reason (S8).
    @Test
    void no_page_carries_script_or_style_inline() {
        each(
                file -> true,
                (piece, wrong) -> {
                    if (piece.is("style")) wrong.add("<style>");
                    if (piece.is("script") && !piece.attributes().containsKey("src"))
                        wrong.add("<script>");
                    for (var name : piece.attributes().keySet())
                        if (name.equals("style") || name.startsWith("on")) wrong.add(name + "=");
                    for (var value : piece.attributes().values())
                        if (value.strip().startsWith("javascript:")) wrong.add(value);
                });
    }

    /// Because a page must work where no other host can be reached, and tell no other host
    /// about its reader.
    @Test
    void no_page_takes_anything_from_another_host() {
        each(
                file -> true,
                (piece, wrong) ->
                        piece.attributes()
                                .forEach(
                                        (name, value) -> {
                                            boolean taken =
                                                    Set.of(
                                                                    "src", "srcset", "href",
                                                                    "action", "data", "poster")
                                                            .contains(name);
                                            boolean link = piece.is("a") && name.equals("href");
                                            if (taken
                                                    && !link
                                                    && value.matches("(?i)(https?:)?//.*"))
                                                wrong.add(name + "=\"" + value + "\"");
                                        }));
    }

    /// Because a form without its token can be sent by somebody else's page (S9).
    @Test
    void every_form_that_changes_something_carries_the_token() {
        var wrong = new ArrayList<String>();
        var form = Pattern.compile("(?s)<form\\b[^>]*>.*?</form>");
        for (var file : Tree.templates()) {
            var html = Template.of(Tree.text(file)).html();
            int open = count(html, "<form\\b");
            if (open != count(html, "</form>"))
                wrong.add(file + ": a form is opened and not closed");
            var matcher = form.matcher(html);
            while (matcher.find()) {
                var text = matcher.group();
                var tag = text.substring(0, text.indexOf('>'));
                if (tag.matches("(?is).*\\bmethod\\s*=\\s*\"?post.*")
                        && !text.contains("⟪web.csrf⟫")) wrong.add(file + ": " + tag + ">");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Because whoever cannot see the page hears only the label.
    @Test
    void every_input_has_a_label() {
        var wrong = new ArrayList<String>();
        for (var file : Tree.templates()) {
            var pieces = Html.pieces(Template.of(Tree.text(file)).html());
            var labelled = new HashSet<String>();
            for (var piece : pieces)
                if (piece.is("label") && piece.attributes().containsKey("for"))
                    labelled.add(piece.attributes().get("for"));
            int inside = 0;
            for (var piece : pieces) {
                if (piece.is("label")) inside++;
                if (piece.is("/label")) inside--;
                if (CONTROLS.contains(piece.name())
                        && inside == 0
                        && !labelled(piece.attributes(), labelled))
                    wrong.add(file + ": <" + piece.name() + " " + piece.attributes() + ">");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Because a picture without words is a hole in the page.
    @Test
    void every_picture_has_its_words() {
        each(
                file -> true,
                (piece, wrong) -> {
                    if (piece.is("img") && !piece.attributes().containsKey("alt"))
                        wrong.add("<img> without alt");
                    boolean silent =
                            "true".equals(piece.attributes().get("aria-hidden"))
                                    || piece.attributes().containsKey("aria-label")
                                    || piece.attributes().containsKey("aria-labelledby");
                    if (piece.is("svg") && !silent) wrong.add("<svg> neither hidden nor named");
                });
    }

    /// Because text from a person that is not escaped runs in the next reader's browser (S12).
    @Test
    void nothing_is_written_unescaped_but_what_we_made_ourselves() {
        var wrong = new ArrayList<String>();
        for (var file : Tree.templates()) {
            if (UNESCAPED.containsKey(Tree.path("app/src/main/jte").relativize(file).toString()))
                continue;
            if (Tree.text(file).contains("$unsafe{")) wrong.add(file.toString());
        }
        assertThat(wrong).isEmpty();
    }

    private static final Map<String, String> UNESCAPED =
            Map.of(
                    "dossier/print/release.jte",
                    "a release's own print template, checked when it is imported",
                    "operation/process.jte",
                    "drawn by the platform itself, texts escaped",
                    "dossier/desk/diagram.jte",
                    "the drawing of a process, whose texts are escaped where it is drawn");

    private static boolean labelled(Map<String, String> control, Set<String> labelled) {
        return LABELLED_BY_THEMSELVES.contains(control.getOrDefault("type", ""))
                || control.containsKey("aria-label")
                || control.containsKey("aria-labelledby")
                || control.containsKey("id") && labelled.contains(control.get("id"));
    }

    /// Papers are Vietnamese legal documents, whose words the law fixes.
    private static boolean spoken(Path file) {
        return !file.toString().replace('\\', '/').contains("/jte/dossier/print/");
    }

    private static boolean words(String text) {
        return text.replaceAll(Template.EXPRESSION, " ")
                .replaceAll("⟪[^⟫]*⟫", " ")
                .replaceAll("&[a-z]+;|&#\\w+;", " ")
                .replaceAll("<!DOCTYPE[^>]*>", " ")
                .codePoints()
                .anyMatch(Character::isLetter);
    }

    /// Keys, classes and addresses are ASCII without spaces between words that begin a sentence.
    private static boolean sentence(String text) {
        boolean marks = text.codePoints().anyMatch(c -> Character.isLetter(c) && c > 127);
        return marks || text.matches("[A-Z][a-z]+(?: [a-z]+)+[.!?]?|[A-Z][a-z]+ [A-Za-z ]+");
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    private static void each(
            java.util.function.Predicate<Path> which, BiConsumer<Piece, List<String>> rule) {
        var wrong = new ArrayList<String>();
        assertThat(Tree.templates()).isNotEmpty();
        for (var file : Tree.templates()) {
            if (!which.test(file)) continue;
            var here = new ArrayList<String>();
            for (var piece : Html.pieces(Template.of(Tree.text(file)).html()))
                rule.accept(piece, here);
            here.forEach(fault -> wrong.add(file + ": " + fault));
        }
        assertThat(wrong).isEmpty();
    }
}
