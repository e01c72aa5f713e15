package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kernel.LocalText;
import vn.motcua.kernel.Words;

/// Every worked example of the guide, in both languages, reckoned by the program itself.
class DeadlineGuideTest {
    private static final WorkingCalendar USUAL = Calendars.builtIn().of("");
    private static final Pattern HOURS = Pattern.compile("`([A-Z]{3}[^`]*\\d)`");

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void every_term_ends_when_the_guide_says(boolean english) {
        var guide = DeadlineGuide.read(english);
        var tables =
                english
                        ? guide.with("Term", "Complete dossier received", "Due", "Why")
                        : guide.with("Thời hạn", "Nhận đủ hồ sơ", "Hẹn trả", "Vì sao");
        var check = new SoftAssertions();
        int rows = 0;
        for (var table : tables)
            for (var row : table.rows()) {
                var due =
                        Deadlines.due(
                                guide.term(row.get(0)), guide.moment(row.get(1)), hours(table));
                check.assertThat(due).as("%s", row).isEqualTo(guide.moment(row.get(2)));
                rows++;
            }
        check.assertAll();
        assertThat(rows).isGreaterThan(15);
    }

    private static WorkingCalendar hours(DeadlineGuide.Table table) {
        var own = HOURS.matcher(table.prose());
        return own.find()
                ? WorkingCalendar.of(
                        NationalDays.shipped(),
                        List.of(
                                OpeningHours.parse(
                                        LocalDate.of(2000, 1, 1),
                                        own.group(1),
                                        LocalTime.of(17, 0))))
                : USUAL;
    }

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void the_pages_say_every_line_as_the_guide_prints_it(boolean english) {
        var guide = DeadlineGuide.read(english);
        var stories = english ? guide.with("When", "What") : guide.with("Lúc", "Việc");
        var check = new SoftAssertions();
        for (var story : stories) {
            var told = new GuideStory(guide).tell(story.rows());
            var printed =
                    (english ? guide.with("Line", "Result") : guide.with("Dòng", "Kết quả"))
                            .stream()
                                    .filter(table -> table.heading().equals(story.heading()))
                                    .findFirst()
                                    .orElseThrow();
            check.assertThat(printed.rows().stream().map(row -> String.join(" | ", row)).toList())
                    .as(story.heading())
                    .isEqualTo(said(guide, told));
        }
        check.assertAll();
        assertThat(stories).hasSizeGreaterThan(8);
    }

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void notice_is_given_by_the_day_the_guide_says(boolean english) {
        var guide = DeadlineGuide.read(english);
        var tables =
                english
                        ? guide.with("At least", "Day of the event", "Notice by")
                        : guide.with("Trước ít nhất", "Ngày diễn ra", "Gửi chậm nhất");
        for (var row : tables.getFirst().rows())
            assertThat(
                            Deadlines.latestNotice(
                                    guide.term(row.get(0)).quantity(),
                                    guide.day(row.get(1)),
                                    USUAL))
                    .isEqualTo(guide.day(row.get(2)));
    }

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void a_decision_only_ever_shortens_a_term(boolean english) {
        var guide = DeadlineGuide.read(english);
        var tables =
                english
                        ? guide.with(
                                "Usual term", "By decision", "Complete dossier received", "Due")
                        : guide.with(
                                "Thời hạn chung", "Theo quyết định", "Nhận đủ hồ sơ", "Hẹn trả");
        for (var row : tables.getFirst().rows()) {
            var start = guide.moment(row.get(2));
            var usual = guide.term(row.get(0));
            var decided = new OneDecision(guide.term(row.get(1)));
            var limit =
                    decided.shorter(decided.wanted(), usual, start, USUAL)
                            .map(ShortenedTerm::limit)
                            .orElse(usual);
            assertThat(Deadlines.due(limit, start, USUAL)).isEqualTo(guide.moment(row.get(3)));
        }
    }

    private record OneDecision(TimeLimit limit) implements ShortenedTerms {
        @Override
        public List<ShortenedTerm> all() {
            var from = LocalDate.of(2026, 1, 1);
            return List.of(
                    new ShortenedTerm(
                            "H29", "1.000001", "ONLINE", null, limit, from, null, "1/QĐ"));
        }

        ShortenedTerm.Wanted wanted() {
            return new ShortenedTerm.Wanted(
                    "H29.101", "1.000001", "ONLINE", null, LocalDate.of(2026, 6, 1));
        }

        @Override
        public int decide(ShortenedTerm term) {
            throw new UnsupportedOperationException("the guide decides");
        }

        @Override
        public int end(ShortenedTerm term, LocalDate last, String decision) {
            throw new UnsupportedOperationException();
        }
    }

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void the_time_left_reads_as_in_the_guide(boolean english) {
        var guide = DeadlineGuide.read(english);
        var tables =
                english
                        ? guide.with("Now", "Due", "The page says")
                        : guide.with("Bây giờ", "Hẹn trả", "Trang viết");
        for (var row : tables.getFirst().rows())
            assertThat(
                            LeftText.of(
                                    new Said(guide),
                                    guide.moment(row.get(1)),
                                    guide.moment(row.get(0)),
                                    USUAL))
                    .isEqualTo(row.get(2));
    }

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void early_on_time_and_late_are_by_the_first_appointment(boolean english) {
        var guide = DeadlineGuide.read(english);
        var tables =
                english
                        ? guide.with("First appointment", "New date", "Finished", "Counts as")
                        : guide.with("Hẹn đầu tiên", "Hẹn lại", "Xong lúc", "Tính là");
        for (var row : tables.getFirst().rows()) {
            var outcome = Outcome.of(guide.moment(row.get(0)), guide.moment(row.get(2)));
            var key = "worktime.result." + outcome.name().toLowerCase(Locale.ROOT);
            assertThat(new Said(guide).t(key.replace('_', '-'))).isEqualTo(row.get(3));
        }
    }

    private static List<String> said(DeadlineGuide guide, Reckoning reckoning) {
        var words = new Said(guide);
        var lines = new ArrayList<String>();
        for (var line : reckoning.working())
            lines.add(
                    words.t(line.messageKey(), line.arguments(guide.locale()))
                            + " | "
                            + words.t(
                                    line.resultMessageKey(), line.resultArguments(guide.locale())));
        return lines;
    }

    /// The program's own messages in the language of the guide.
    private record Said(DeadlineGuide guide) implements Words {
        @Override
        public String t(String key, Object... arguments) {
            var locale = guide.english() ? guide.locale() : Locale.ROOT;
            var bundle =
                    ResourceBundle.getBundle(
                            "messages/worktime",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(bundle.getString(key), guide.locale()).format(arguments);
        }

        @Override
        public String in(LocalText text) {
            return text.in(guide.locale());
        }
    }
}
