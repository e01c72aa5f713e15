package vn.motcua.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import vn.motcua.journal.Entry;
import vn.motcua.web.Page;

class LeaderPagesModuleTest {
    private static InsightFixture room;
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    @BeforeAll
    static void figures() {
        room = new InsightFixture();
        room.append(WorkLives.many(300, room.journal.clock.instant(), 30, 9).toArray(Entry[]::new));
        room.append(Lives.many(900, room.journal.clock.instant(), 90, 11).toArray(Entry[]::new));
        room.consume();
    }

    private static String render(String template, Object view, String language) throws IOException {
        return render(template, template.replace('/', '-').replace(".jte", ""), view, language);
    }

    private static String render(String template, String name, Object view, String language)
            throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/insight",
                "messages/leader",
                "messages/web",
                "messages/desk-work",
                "messages/queue",
                "messages/desk-keys");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        var page =
                new Page(
                        messages,
                        Locale.of(language),
                        assets(),
                        "/leader",
                        "/language?to=en&next=%2Fleader",
                        "Kim Oanh",
                        false,
                        true,
                        false,
                        null,
                        "_csrf",
                        null,
                        false);
        var out = new StringOutput();
        ENGINE.render(template, Map.of("page", page, "it", view), out);
        return keep(name, language, out.toString());
    }

    private static Map<String, String> assets() throws IOException {
        Properties known =
                PropertiesLoaderUtils.loadProperties(
                        new ClassPathResource("web/assets.properties"));
        var assets = new HashMap<String, String>();
        known.forEach((name, path) -> assets.put((String) name, (String) path));
        return assets;
    }

    /// Keeps the page below `target` so that a person can look at it.
    private static String keep(String name, String language, String html) throws IOException {
        var file = Path.of("target", "pages", name + "-" + language + ".html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, html);
        return html;
    }

    @Test
    void the_first_page_names_its_figures_and_links_each_to_its_dossiers() throws IOException {
        var view = room.asLeaderOf("H29", () -> room.desk.view(null, 30));
        var html = render("insight/leader.jte", view, "vi");
        assertThat(html).containsOnlyOnce("<h1>").contains("Tính lúc");
        for (var figure :
                new String[] {"counted", "overdue", "idle", "received", "late", "end-to-end"})
            assertThat(html).contains("/leader/dossiers?figure=" + figure + "&amp;agency=H29");
        assertThat(html)
                .contains("<svg class=\"mc-chart\"")
                .contains("/leader/figures.csv?table=weeks");
        assertThat(html).doesNotContain("style=").doesNotContain("onclick").doesNotContain("??");
        assertThat(render("insight/leader.jte", view, "en")).contains("Overdue now");
    }

    @Test
    void a_commune_without_dossiers_has_a_page_too() throws IOException {
        var view = room.asLeaderOf("H29.999", () -> room.desk.view(null, 7));
        var messages = render("insight/leader.jte", "insight-leader-empty", view, "en");
        assertThat(messages).contains("No dossiers in this period").contains("–");
    }

    @Test
    void the_list_shows_the_dossiers_behind_a_figure_with_a_way_to_each() throws IOException {
        for (var figure : new Figure[] {Figure.LATE, Figure.OVERDUE}) {
            var view =
                    room.asLeaderOf(
                            "H29",
                            () ->
                                    room.desk.list(
                                            new LeaderDesk.Asked(figure, null, null, null, null),
                                            null));
            var html = render("insight/dossiers.jte", view, "vi");
            assertThat(html)
                    .containsOnlyOnce("<h1>")
                    .contains("/desk/dossiers/" + view.rows().getFirst().id())
                    .contains("/leader/dossiers.csv?figure=" + figure.key());
        }
    }

    @Test
    void time_load_and_reasons_are_told_in_both_languages_with_a_way_to_the_dossiers()
            throws IOException {
        var asked = new WorkDesk.Asked("H29", 30, null, null);
        for (var language : new String[] {"vi", "en"}) {
            var time =
                    render(
                            "insight/time.jte",
                            room.asLeaderOf("H29", () -> room.workDesk.time(asked)),
                            language);
            assertThat(time)
                    .containsOnlyOnce("<h1>")
                    .contains("/leader/work?figure=done&amp;agency=H29&amp;procedure=1.001193")
                    .contains("/leader/time.csv");
            var load =
                    render(
                            "insight/load.jte",
                            room.asLeaderOf("H29", () -> room.workDesk.load(asked)),
                            language);
            assertThat(load).contains("/leader/work?figure=over&amp;agency=H29.101&amp;unit=");
            var reasons =
                    render(
                            "insight/reasons.jte",
                            room.asLeaderOf("H29", () -> room.workDesk.reasons(asked)),
                            language);
            assertThat(reasons).contains("/leader/said?agency=H29&amp;reason=workload");
            for (var page : new String[] {time, load, reasons})
                assertThat(page).doesNotContain("??").doesNotContain("leader.");
        }
    }
}
