package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.journey.Visitor.Device;

/// Several photos become one paper: with scripts one after another with their progress, without
/// them all at once.
class CameraJourneyTest extends Journey {
    private static final String PAPERS = "Chụp hoặc quét";

    private Visitor tray(Visitor officer, String name) {
        officer.open("/desk/counter").page.locator("#personalId").fill(TestPlatform.BUSINESS_MAN);
        officer.page.locator("#q").fill("ho kinh doanh");
        officer.press("Tìm");
        new Filed(this, officer).fillIn(name);
        officer.page.locator("#filerName").fill("Trần Quốc Bảo");
        return officer.press(PAPERS).check(name + "-tray-empty");
    }

    private static int sheets(Visitor officer) {
        return officer.page.locator(".mc-sheets > li").count();
    }

    @Test
    void photos_are_shrunk_sent_one_by_one_arranged_and_joined_into_one_paper() throws Exception {
        var officer = tray(officer(TestPlatform.RECEPTIONIST), "camera");
        assertThat(officer.page.locator("#camera").getAttribute("capture"))
                .isEqualTo("environment");
        officer.page
                .locator("#files")
                .setInputFiles(
                        new FilePayload[] {
                            Samples.photo("trang-1.jpg"),
                            Samples.largePhoto("trang-2.jpg"),
                            Samples.scan("trang-3.pdf")
                        });
        officer.page.waitForCondition(() -> sheets(officer) == 3);
        officer.check("camera-tray");
        officer.page.locator("button[name=turn]").first().click();
        officer.page.locator("button[name=down]").first().click();
        officer.page.locator("button[name=remove]").last().click();
        officer.page.waitForCondition(() -> sheets(officer) == 2);
        officer.check("camera-arranged").width(360).look("camera-arranged-360");
        officer.width(768).look("camera-arranged-768").width(1280);
        officer.page.locator("#files").setInputFiles(Samples.disguised("gia.jpg"));
        officer.page.locator("form[data-photos] li").getByText("gia.jpg").first().waitFor();
        officer.shot("camera-refused");
        officer.open(officer.at());

        // The network fails once and the same photo is sent again.
        officer.page.route(
                "**/desk/scan/**",
                route -> {
                    if (route.request().method().equals("POST")) route.abort();
                    else route.resume();
                });
        officer.page.locator("#camera").setInputFiles(Samples.photo("may-anh.jpg"));
        var again = officer.page.getByText("Gửi lại");
        again.waitFor();
        officer.shot("camera-network");
        officer.page.unroute("**/desk/scan/**");
        again.click();
        officer.page.waitForCondition(() -> sheets(officer) == 3);
        officer.press("Ghép thành một giấy tờ");
        officer.check("camera-papers").sees(".pdf");
        assertThat(officer.page.locator("#filerName").inputValue()).isEqualTo("Trần Quốc Bảo");
        new Filed(this, officer).tickOff();
        officer.press("Tiếp nhận hồ sơ")
                .check("camera-unchecked")
                .sees("đánh dấu đủ trang và đọc rõ");
        officer.choose("Đủ trang").choose("Đọc rõ");
        officer.press("Tiếp nhận hồ sơ");
        officer.page.waitForURL("**/desk/counter/filed/**");
        officer.check("camera-filed").follow("Mở hồ sơ");
        officer.check("camera-dossier");
        var id = UUID.fromString(officer.at().replaceFirst(".*/dossiers/", "").substring(0, 36));
        var file = officer.page.locator("section[aria-labelledby=papers] a").first();
        var pdf =
                officer.download(
                        "/desk/dossiers/"
                                + id
                                + "/files/"
                                + file.getAttribute("href")
                                        .replaceFirst(".*file=", "")
                                        .substring(0, 36));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    void without_scripts_the_same_page_takes_them_all_at_once_in_english_too() {
        var officer = visitor(Device.desk().withoutScripts().in("en-GB")).open("/sign-in");
        officer.signIn(TestPlatform.RECEPTIONIST, platform.password());
        officer.open("/desk/counter");
        officer.page.locator("#q").fill("ho kinh doanh");
        officer.press("Find");
        officer.page.locator("main button[name=procedure]").first().click();
        var draft = officer.at();
        officer.open(draft + "/papers");
        officer.page.locator("button[name=scan]").first().click();
        officer.page
                .locator("#files")
                .setInputFiles(new FilePayload[] {Samples.photo("1.jpg"), Samples.photo("2.jpg")});
        officer.press("Add pages").check("camera-plain-en");
        assertThat(sheets(officer)).isEqualTo(2);
        officer.page.locator("#files").setInputFiles(Samples.heavy("to.pdf", 12 << 20));
        officer.page.waitForNavigation(
                new Page.WaitForNavigationOptions(), () -> officer.press("Add pages"));
        officer.check("camera-too-large-en").sees("10 MB");
        officer.press("Join into one paper").check("camera-plain-papers-en").sees(".pdf");
    }
}
