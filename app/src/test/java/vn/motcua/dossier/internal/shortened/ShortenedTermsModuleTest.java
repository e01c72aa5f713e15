package vn.motcua.dossier.internal.shortened;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestPlatform;
import vn.motcua.rules.Visitor;
import vn.motcua.worktime.ShortenedTerm;
import vn.motcua.worktime.ShortenedTerms;
import vn.motcua.worktime.TimeLimit;

/// Operators enter a term some decision has made shorter: previewed, confirmed, journaled, ended.
class ShortenedTermsModuleTest {
    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final String PAGE = "/operator/terms";
    private static final String PERMIT = "1.013225";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final ShortenedTerms terms = PLATFORM.bean(ShortenedTerms.class);
    private final Visitor operator =
            Visitor.signedIn(PLATFORM.url(), TestPlatform.OPERATOR, PLATFORM.password());

    private static Map<String, String> typed(String from) {
        var typed = new HashMap<String, String>();
        typed.put("procedure", PERMIT);
        typed.put("agency", "H29.999");
        typed.put("channel", "ONLINE");
        typed.put("how", "PERCENT");
        typed.put("percent", "30");
        typed.put("quantity", "");
        typed.put("unit", "WORKING_DAY");
        typed.put("from", from);
        typed.put("to", "");
        typed.put("decision", "Quyết định 77/QĐ-UBND");
        typed.put("decided", "20/11/2026");
        return typed;
    }

    private java.util.Optional<ShortenedTerm> stored(String agency) {
        return terms.all().stream()
                .filter(term -> term.procedure().equals(PERMIT) && term.agency().equals(agency))
                .findFirst();
    }

    private static long journaled(String kind) {
        return JdbcClient.create(PLATFORM.database().superuserDataSource())
                .sql("select count(*) from journal.entry where kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    @Test
    void a_term_is_previewed_entered_counted_from_its_day_on_and_ended() {
        assertThat(operator.get(PAGE).body()).contains("<h1>Thời hạn rút ngắn</h1>");
        var typed = typed("3/12/2029");
        typed.put("agency", TestPlatform.WARD);
        var shown = operator.post(PAGE, typed);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("thay cho", "không hồ sơ nào đổi ngày", "Ghi thời hạn rút ngắn");
        assertThat(stored(TestPlatform.WARD)).isEmpty();
        typed.put("confirm", "true");
        assertThat(operator.post(PAGE, typed).statusCode()).as("not previewed").isEqualTo(200);
        assertThat(stored(TestPlatform.WARD)).isEmpty();

        var seen = SEEN.matcher(shown.body());
        assertThat(seen.find()).isTrue();
        typed.put("seen", seen.group(1));
        assertThat(operator.post(PAGE, typed).statusCode()).isBetween(302, 303);
        var term = stored(TestPlatform.WARD).orElseThrow();
        assertThat(term.decision()).isEqualTo("Quyết định 77/QĐ-UBND, 20/11/2026");
        assertThat(term.channel()).isEqualTo("ONLINE");
        assertThat(operator.get(PAGE).body()).contains("Quyết định 77/QĐ-UBND", "Sắp áp dụng");
        assertThat(journaled("dossier.term-shortened")).isPositive();
        end(term);
    }

    private void end(ShortenedTerm term) {
        var address =
                PAGE + "/end?term=" + URLEncoder.encode(TermKey.of(term), StandardCharsets.UTF_8);
        assertThat(operator.get(address).body()).contains("Kết thúc thời hạn rút ngắn");
        var refused = operator.post(PAGE + "/end", Map.of("term", TermKey.of(term)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#last\"", "href=\"#decision\"");
        var sent = new HashMap<String, String>();
        sent.put("term", TermKey.of(term));
        sent.put("last", "31/12/2029");
        sent.put("decision", "Quyết định 90/QĐ-UBND");
        sent.put("decided", "21/11/2026");
        assertThat(operator.post(PAGE + "/end", sent).statusCode()).isBetween(302, 303);
        assertThat(stored(TestPlatform.WARD).orElseThrow().to()).isEqualTo("2029-12-31");
        sent.put("last", "2/12/2029");
        operator.post(PAGE + "/end", sent);
        assertThat(stored(TestPlatform.WARD)).as("taken back before it began").isEmpty();
        assertThat(journaled("dossier.term-shortening-ended")).isPositive();
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_a_longer_term_is_refused() {
        var typed = typed("31/2/2030");
        typed.put("procedure", "9.999999");
        typed.put("channel", "");
        var sent = operator.post(PAGE, typed);
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body())
                .contains(
                        "<title>Lỗi: ",
                        "href=\"#procedure\"",
                        "href=\"#agency\"",
                        "href=\"#channel\"",
                        "href=\"#from\"");
        var longer = typed("3/12/2029");
        longer.put("agency", "");
        longer.put("how", "AMOUNT");
        longer.put("quantity", "900");
        assertThat(operator.post(PAGE, longer).body()).contains("href=\"#quantity\"", "ngắn hơn");
        assertThat(terms.all()).noneMatch(term -> term.limit().equals(TimeLimit.workingDays(900)));
    }

    @Test
    void the_terms_are_the_operators_alone() {
        var officer =
                Visitor.signedIn(PLATFORM.url(), TestPlatform.CASE_OFFICER, PLATFORM.password());
        assertThat(officer.get(PAGE).statusCode()).isIn(403, 404);
        assertThat(officer.get(PAGE + "/end?term=x").statusCode()).isIn(403, 404);
    }
}
