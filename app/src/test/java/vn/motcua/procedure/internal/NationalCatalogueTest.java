package vn.motcua.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.procedure.Catalogue.Query;
import vn.motcua.procedure.Release;

/// The index at the size of the national catalogue: 6,349 procedures.
class NationalCatalogueTest {
    private static final List<String> ACTS =
            List.of(
                    "Đăng ký",
                    "Cấp",
                    "Cấp lại",
                    "Đổi",
                    "Thu hồi",
                    "Xác nhận",
                    "Thông báo",
                    "Gia hạn",
                    "Điều chỉnh",
                    "Phê duyệt",
                    "Công nhận",
                    "Thẩm định");
    private static final List<String> THINGS =
            List.of(
                    "khai sinh",
                    "giấy phép xây dựng",
                    "chứng chỉ hành nghề dược",
                    "giấy phép lao động",
                    "đất đai",
                    "phương tiện thủy nội địa",
                    "an toàn thực phẩm",
                    "bảo hiểm xã hội",
                    "trợ cấp hàng tháng",
                    "nhãn hiệu hàng hóa",
                    "tàu cá",
                    "trang trại chăn nuôi",
                    "cơ sở giáo dục mầm non",
                    "hợp tác xã",
                    "khoáng sản",
                    "tài nguyên nước",
                    "lý lịch tư pháp",
                    "hộ kinh doanh");
    private static final List<String> WHERE =
            List.of(
                    "",
                    "có yếu tố nước ngoài",
                    "lần đầu",
                    "tại khu vực biên giới",
                    "đối với tổ chức",
                    "đối với cá nhân",
                    "trong khu công nghiệp",
                    "do bị mất",
                    "do bị hỏng",
                    "thuộc thẩm quyền cấp xã",
                    "thuộc thẩm quyền cấp tỉnh",
                    "cho người cao tuổi",
                    "cho trẻ em",
                    "cho doanh nghiệp nhỏ",
                    "qua bưu chính",
                    "có thời hạn",
                    "không thời hạn",
                    "theo yêu cầu",
                    "khi sáp nhập",
                    "khi chia tách",
                    "loại hai",
                    "loại ba",
                    "loại bốn",
                    "cấp đặc biệt",
                    "nông thôn",
                    "đô thị",
                    "hải đảo",
                    "miền núi",
                    "ven biển",
                    "liên tỉnh");

    static List<Release> national() {
        List<Release> all = new ArrayList<>();
        for (int i = 0; i < 6_349; i++) {
            var name =
                    ACTS.get(i % ACTS.size())
                            + " "
                            + THINGS.get(i / ACTS.size() % THINGS.size())
                            + " "
                            + WHERE.get(i / (ACTS.size() * THINGS.size()) % WHERE.size());
            all.add(
                    SampleReleases.release(
                            SampleReleases.yaml("1.%06d".formatted(i), 1, name.strip())));
        }
        return all;
    }

    @Test
    void a_new_search_in_the_national_catalogue_takes_a_few_milliseconds_at_most() {
        var releases = national();
        long before = System.nanoTime();
        var index = new CatalogueIndex(releases, WordList.load());
        long built = System.nanoTime() - before;
        var typed =
                List.of(
                        "khai sinh",
                        "giay phep xay dung",
                        "dang ky dat dai",
                        "tau ca",
                        "ly lich tu phap do bi mat",
                        "khai sing",
                        "ddawng kys khai sinh",
                        "GCNQSDĐ",
                        "chứng chỉ hành nghề");
        int rounds = 40;
        for (int warm = 0; warm < 10; warm++) run(index, typed, warm);
        before = System.nanoTime();
        for (int round = 10; round < 10 + rounds; round++) run(index, typed, round);
        long each = (System.nanoTime() - before) / (rounds * typed.size());
        System.getLogger("bench")
                .log(
                        System.Logger.Level.INFO,
                        "index "
                                + built / 1_000_000
                                + " ms, search "
                                + each / 1_000
                                + " µs uncached");
        assertThat(each).isLessThan(5_000_000);
    }

    /// A page size of its own in each round, so that no answer comes from the cache.
    private static void run(CatalogueIndex index, List<String> typed, int round) {
        for (var text : typed) {
            index.search(
                    new Query(text, null, null, null, null, null, false, false, null, 5 + round));
        }
    }
}
