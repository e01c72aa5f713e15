package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What is promised of every page (quality, sections 1 and 2).
final class PageRules {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final Pattern TITLE = Pattern.compile("((Lỗi|Error): )?.+ – .+ – Một Cửa");

    /// A message key nobody has put into words: it begins with the name of a file of messages.
    private static final Pattern KEY =
            Pattern.compile("\\b(?:problem|" + files() + ")(?:\\.[a-z0-9-]+){2,}");

    private PageRules() {}

    /// Each rule by itself, so that one breach does not hide the next.
    ///
    /// @param status of the answer that brought the page
    /// @param scripts whether the page runs scripts, which axe needs
    static List<Runnable> all(Page page, int status, String name, boolean scripts) {
        var rules =
                new ArrayList<Runnable>(
                        List.of(
                                () -> heading(page, name),
                                () -> title(page, status, name),
                                () -> wordless(page, name),
                                () -> fits(page, name)));
        if (scripts) rules.add(() -> axe(page, name));
        return rules;
    }

    private static void heading(Page page, String name) {
        assertThat(page.locator("h1").count()).as(name + ": number of h1").isEqualTo(1);
    }

    private static void title(Page page, int status, String name) {
        var title = page.title();
        assertThat(title).as(name + ": title").matches(TITLE);
        boolean faults = page.locator(".mc-sum[role=alert]").count() > 0;
        boolean said = title.startsWith("Lỗi: ") || title.startsWith("Error: ");
        assertThat(said)
                .as(name + ": the title says there is an error")
                .isEqualTo(faults || status >= 400);
    }

    private static void wordless(Page page, String name) {
        var text = page.title() + "\n" + page.locator("body").innerText();
        var keys = KEY.matcher(text).results().map(MatchResult::group).toList();
        assertThat(keys).as(name + ": message keys without words").isEmpty();
    }

    private static String files() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*_en.properties");
            assertThat(found).isNotEmpty();
            return Arrays.stream(found)
                    .map(file -> String.valueOf(file.getFilename()).split("_")[0])
                    .collect(Collectors.joining("|"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Nothing sticks out sideways.
    static void fits(Page page, String name) {
        var wide =
                page.evaluate(
                        """
                        () => {
                          const room = document.documentElement.clientWidth;
                          if (document.documentElement.scrollWidth <= room) return '';
                          const out = [...document.querySelectorAll('body *')]
                            .filter(e => e.getBoundingClientRect().right > room + 1)
                            .slice(0, 5).map(e => e.outerHTML.slice(0, 160));
                          return document.documentElement.scrollWidth + ' > ' + room + ' ' + out.join(' | ');
                        }
                        """);
        assertThat(wide).as(name + ": wider than the window").isEqualTo("");
    }

    static void axe(Page page, String name) {
        var found = new AxeBuilder(page).withTags(WCAG).setLegacyMode(true).analyze();
        var lines =
                found.getViolations().stream()
                        .map(
                                rule ->
                                        rule.getId()
                                                + ": "
                                                + rule.getHelp()
                                                + " "
                                                + rule.getNodes().stream()
                                                        .limit(3)
                                                        .map(
                                                                node ->
                                                                        node.getHtml()
                                                                                + " ("
                                                                                + node
                                                                                        .getFailureSummary()
                                                                                + ")")
                                                        .toList())
                        .toList();
        assertThat(lines).as(name + ": accessibility").isEmpty();
    }
}
