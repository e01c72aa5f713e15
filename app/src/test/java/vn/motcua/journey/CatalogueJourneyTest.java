package vn.motcua.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.journey.Visitor.Device;

/// A list of procedures as an agency has it is taken in, found, read and taken out again.
class CatalogueJourneyTest extends Journey {
    private static final String LIST =
            """
            DANH MỤC THỦ TỤC HÀNH CHÍNH LĨNH VỰC CHĂN NUÔI,,,,,,
            STT,Mã TTHC,Tên thủ tục hành chính,Thời hạn giải quyết,Cách thức thực hiện,"Phí, lệ phí",Thành phần hồ sơ,Số QĐ công bố,Đối tượng
            1,9.150001,Đăng ký nuôi chim yến,7 ngày làm việc,"Trực tiếp, trực tuyến",Miễn phí,"- Đơn đăng ký
            - Sơ đồ khu nuôi",12/QĐ-BNN,Cá nhân; tổ chức
            2,9.150002,Khai báo đàn ong,Trong ngày,Trực tiếp,0,Tờ khai,12/QĐ-BNN,Cá nhân
            3,chưa có,Thủ tục chưa có mã,,,,,,
            """;

    @Test
    void an_operator_takes_a_list_in_and_a_citizen_finds_what_it_names() {
        var operator =
                signedIn(TestPlatform.OPERATOR, Device.desk(), "/operator/catalogue")
                        .check("catalogue-1-empty");
        operator.page
                .locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "chan-nuoi.csv",
                                "text/csv",
                                LIST.getBytes(StandardCharsets.UTF_8)));
        operator.press("Đọc và xem trước").check("catalogue-2-preview");
        operator.sees("Có lỗi (1)").sees("không phải mã thủ tục");
        operator.width(360).check("catalogue-3-preview-narrow").width(1280);
        operator.press("Ghi 2 thủ tục").check("catalogue-4-applied").sees("Đã ghi 2 thủ tục");

        var citizen = visitor(Device.phone()).open("/procedures?q=nuoi+chim+yen");
        for (int i = 0; i < 30 && !citizen.text().contains("9.150001"); i++) {
            citizen.page.waitForTimeout(200);
            citizen.open("/procedures?q=nuoi+chim+yen");
        }
        citizen.check("catalogue-5-found");
        citizen.follow("Đăng ký nuôi chim yến").check("catalogue-6-page");
        citizen.sees("Chưa nộp được trên trang này").sees("12/QĐ-BNN");
        citizen.sees("chưa nộp trực tuyến được");
        citizen.follow("Xem nội dung thủ tục qua các thời điểm").check("catalogue-7-history");
        var desk = visitor(Device.desk().in("en-GB")).open("/procedures/9.150001");
        desk.check("catalogue-8-page-english").sees("Information only");
        desk.open("/procedures/1.013067").check("catalogue-9-obstacle");
        desk.sees("Bring the vehicle to be inspected");

        operator.press("Hoàn tác cả lần nhập").sees("Đã hoàn tác");
    }
}
