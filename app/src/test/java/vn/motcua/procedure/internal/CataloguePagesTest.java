package vn.motcua.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.motcua.kernel.LocalText;
import vn.motcua.procedure.Audience;
import vn.motcua.procedure.FaultSink;
import vn.motcua.procedure.LifeEvent;
import vn.motcua.procedure.Release;
import vn.motcua.procedure.ReleaseFiles;
import vn.motcua.procedure.UsualTime.Usual;
import vn.motcua.web.Page;

class CataloguePagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final CatalogueIndex INDEX =
            new CatalogueIndex(SampleReleases.catalogue(), WordList.load());

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void home_has_one_search_box_tracking_and_life_events(String language) {
        var cards =
                SampleReleases.catalogue().stream().limit(5).map(CataloguePagesTest::card).toList();
        for (boolean enterprise : new boolean[] {false, true}) {
            var audience = enterprise ? Audience.ENTERPRISE : Audience.CITIZEN;
            var html =
                    render(
                            "procedure/home.jte",
                            new HomeView(enterprise, LifeEvent.of(audience), cards),
                            language);
            assertSound(html);
            assertThat(html)
                    .contains("action=\"/procedures\"", "action=\"/tracking\"")
                    .contains(enterprise ? "event=startup" : "event=birth");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void results_say_for_whom_what_it_costs_how_long_and_whether_online(String language) {
        for (var typed :
                List.of("khai sinh", "khai sing", "", "zzzzzz", "khai sinh zzzzww", "<b>\"'")) {
            var form =
                    new SearchForm(
                            typed, null, null, null, "citizen", null, "yes", null, null, null);
            var found = INDEX.search(form.query());
            var view =
                    form.view(found, found.hits().stream().map(CataloguePagesTest::card).toList());
            var html = render("procedure/search.jte", view, language);
            assertSound(html);
            assertThat(html).doesNotContain("<b>\"'");
            if (found.total() > 0) {
                assertThat(html).contains("audience=citizen").contains("<dt>");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_shipped_procedure_has_its_page(String language) {
        var usual =
                Optional.of(
                        new Usual(
                                Duration.ofHours(5), Duration.ofHours(8), 2318, 90, Instant.EPOCH));
        for (var folder : ReleaseFolders.under(Path.of("../procedures"))) {
            var release = shipped(folder.path());
            for (var measured : List.of(usual, Optional.<Usual>empty())) {
                var view =
                        ProcedureView.of(
                                release,
                                TODAY,
                                measured,
                                CounterView.unasked(),
                                PublishedView.NONE,
                                null);
                var html = render("procedure/procedure.jte", view, language);
                assertSound(html);
                assertThat(html).contains("href=\"/apply/" + release.record().code() + "\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void a_fee_that_was_not_told_is_not_called_free(String language) {
        var release = SampleReleases.catalogue().getFirst();
        var counter =
                new CounterView(
                        "Bến Thành",
                        true,
                        new CounterView.Counter(
                                LocalText.of("Điểm phục vụ"),
                                LocalText.of("Ủy ban nhân dân phường"),
                                "",
                                "",
                                List.of("07:30–11:30"),
                                null),
                        List.of());
        var html =
                render(
                        "procedure/procedure.jte",
                        ProcedureView.of(
                                release,
                                TODAY,
                                Optional.empty(),
                                counter,
                                PublishedView.NONE,
                                null),
                        language);
        assertSound(html);
        assertThat(html)
                .contains(language.equals("vi") ? "Chưa công bố" : "Not published")
                .contains(language.equals("vi") ? "Chưa đủ số liệu" : "Not enough figures")
                .doesNotContain("Miễn phí", ">Free<", "/apply/")
                .contains("07:30–11:30");
    }

    private static void assertSound(String html) {
        assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
        assertThat(html)
                .doesNotContain("procedure.term", "procedure.fee.", "??", "style=", "onclick")
                .doesNotContainPattern("\\{\\d")
                .doesNotContain("/null");
    }

    private static CardView card(Release release) {
        return CardView.of(release, TODAY, Optional.empty());
    }

    private static Release shipped(Path folder) {
        var faults = new FaultSink();
        var files = ReleaseFiles.read(folder, faults);
        return ReleaseReading.read(files, List.of(), faults).orElseThrow();
    }

    private static String render(String template, Object view, String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/web", "messages/procedure", "messages/catalogue");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        Map<String, String> assets = new HashMap<>();
        for (var name : List.of("mark.svg", "motcua.css", "motcua.js", "icons.svg")) {
            assets.put(name, "/static/" + name);
        }
        var page =
                new Page(
                        messages,
                        Locale.of(language),
                        assets,
                        "/",
                        "/language",
                        null,
                        false,
                        false,
                        false,
                        null,
                        "_csrf",
                        null,
                        false);
        var output = new StringOutput();
        ENGINE.render(template, Map.of("page", page, "it", view), output);
        return output.toString();
    }
}
