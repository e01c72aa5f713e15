package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.rules.Visitor;

/// Lists that say little about procedures of which much is known.
class ThinListModuleTest {
    private static Visitor operator;

    @BeforeAll
    static void start() {
        var platform = TestPlatform.fresh(Map.of());
        operator = Visitor.signedIn(platform.url(), TestPlatform.OPERATOR, platform.password());
    }

    private static String sent(String name, String text) {
        return operator.send("/operator/catalogue", "file", name, text)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }

    private static void written(String path) {
        assertThat(operator.post(path + "/apply", Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void what_a_list_has_no_column_for_stays_and_what_it_empties_is_told_first() {
        written(
                sent(
                        "day-du.csv",
                        "Mã TTHC,Tên TTHC,Thời hạn giải quyết,Lệ phí,Trình tự thực hiện,Căn cứ pháp lý\n"
                                + "7.100001,Thủ tục đầy đủ,5 ngày,\"50.000 đồng\",Nộp hồ sơ,Nghị định 13/2020/NĐ-CP\n"));
        var thin =
                sent(
                        "mong.csv",
                        "Mã TTHC,Tên TTHC,Số quyết định\n7.100001,Thủ tục đầy đủ,12/QĐ-UBND\n");
        assertThat(operator.get(thin + "?show=changed").body())
                .contains("quyết định công bố")
                .doesNotContain("Sẽ bị xóa trống");
        written(thin);
        assertThat(operator.get("/procedures/7.100001?on=2999-01-01").body())
                .contains("5 ngày", "50.000", "Nộp hồ sơ", "13/2020/NĐ-CP", "12/QĐ-UBND");

        var terms =
                sent(
                        "han.csv",
                        "Mã TTHC,Tên TTHC,Thời hạn giải quyết\n7.100001,Thủ tục đầy đủ,3 ngày\n");
        written(terms);
        assertThat(operator.get("/procedures/7.100001?on=2999-01-01").body())
                .contains("3 ngày", "50.000", "Nộp hồ sơ");

        written(
                sent(
                        "ten.json",
                        "[{\"code\":\"7.100001\",\"name\":{\"vi\":\"Tên mới\",\"en\":\"New\"}}]"));
        assertThat(operator.get("/procedures/7.100001?on=2999-01-01").body())
                .contains("Tên mới", "3 ngày", "50.000", "Nộp hồ sơ");

        var empty = sent("trong.csv", "Mã TTHC,Tên TTHC,Trình tự thực hiện\n7.100001,Tên mới,\n");
        assertThat(operator.get(empty + "?show=changed").body())
                .contains("Sẽ bị xóa trống", "trình tự thực hiện");
    }

    @Test
    void an_agencys_own_procedure_is_found_with_its_agency() {
        written(
                sent(
                        "rieng.csv",
                        "Mã TTHC,Tên TTHC,Mã cơ quan,Thời hạn\n7.200001,Thủ tục đặc thù,H29,6 ngày\n"));
        assertThat(operator.get("/procedures/7.200001?agency=H29.101").body())
                .contains("Thủ tục đặc thù", "6 ngày");
        assertThat(operator.get("/procedures/7.200001?agency=H30").statusCode()).isEqualTo(404);
        assertThat(operator.get("/procedures/7.200001/history").body())
                .contains("/procedures/7.200001?agency=H29");
    }

    @Test
    void however_many_versions_there_are_the_right_one_is_shown_and_the_history_pages() {
        var list =
                new StringBuilder(
                        "Mã TTHC,Tên TTHC,Mã cơ quan,Thời hạn\n7.300001,Nhiều bản,,9 ngày\n");
        for (int i = 1; i <= 520; i++) {
            list.append("7.300001,,H29.%03d,%d ngày\n".formatted(i, i));
        }
        written(sent("nhieu.csv", list.toString()));
        assertThat(operator.get("/procedures/7.300001?agency=H29.519").body()).contains("519 ngày");
        var seen = new HashSet<String>();
        int lines = 0;
        var next = "/procedures/7.300001/history";
        while (next != null) {
            var page = operator.get(next).body();
            var found = Pattern.compile("\\?on=[^\"]*agency=(H29\\.\\d+)").matcher(page);
            for (; found.find(); lines++) seen.add(found.group(1));
            var more = Pattern.compile("rel=\"next\" href=\"([^\"]+)").matcher(page);
            next = more.find() ? more.group(1) : null;
        }
        assertThat(seen).hasSize(520);
        assertThat(lines).isEqualTo(520);
    }
}
