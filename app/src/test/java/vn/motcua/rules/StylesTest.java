package vn.motcua.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The style sheet and the pages know the same classes.
class StylesTest {
    private static final Pattern CLASS =
            Pattern.compile("(?<![\\w/-])(mc-[a-z0-9]+(?:-[a-z0-9]+)*)");

    /// Because a class without a style is a promise to the eye that is not kept.
    @Test
    void every_class_a_page_uses_has_its_style() {
        var missing = used();
        missing.removeAll(defined());
        assertThat(missing).isEmpty();
    }

    /// Because every reader pays for a style nobody uses.
    @Test
    void every_style_is_used_by_a_page() {
        var idle = defined();
        idle.removeAll(used());
        assertThat(idle).isEmpty();
    }

    private static Set<String> defined() {
        var found = new TreeSet<String>();
        for (var file : Tree.files("frontend/styles", ".css"))
            CLASS.matcher(Tree.text(file).replaceAll("(?s)/\\*.*?\\*/", ""))
                    .results()
                    .forEach(at -> found.add(at.group(1)));
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Set<String> used() {
        var files = new ArrayList<>(Tree.templates());
        files.addAll(Tree.files("app/src/main/java", ".java"));
        files.addAll(Tree.files("frontend/scripts", ".js"));
        var found = new TreeSet<String>();
        for (var file : files)
            CLASS.matcher(Tree.text(file)).results().forEach(at -> found.add(at.group(1)));
        return found;
    }
}
