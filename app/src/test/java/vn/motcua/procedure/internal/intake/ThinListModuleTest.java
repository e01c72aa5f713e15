package vn.motcua.procedure.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
}
