package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.journey.Visitor.Device;
import vn.motcua.kernel.HanoiTime;

/// What goes wrong in ordinary use, and how the pages help.
class TroubleJourneyTest extends Journey {
    private static final String OTHER_CITIZEN = "079190002207";

    private Visitor citizen(String path) {
        return signedIn(OTHER_CITIZEN, Device.phone(), path);
    }

    /// Begins a form and stands at its first question or task list.
    private Visitor begun(String procedure) {
        var citizen = citizen("/apply/" + procedure);
        citizen.press("Bắt đầu khai");
        return citizen;
    }

    private static String draft(Visitor citizen) {
        return citizen.at().replaceAll("(/drafts/[0-9a-f-]+).*", "$1");
    }

    @Test
    void a_session_that_ended_returns_to_the_same_place() {
        var citizen = citizen("/dossiers?after=cut-short");
        citizen.forgetSession();
        citizen.open("/account");
        citizen.check("trouble-1-sign-in-again").signIn(OTHER_CITIZEN, platform.password());
        assertThat(citizen.at()).isEqualTo("/account");
    }

    @Test
    void answers_sent_after_the_session_ended_lead_back_to_the_question() {
        var citizen = begun("1.001193");
        var draft = draft(citizen);
        citizen.open(draft + "/q/birth-kind").choose("Trẻ sinh ra thông thường");
        citizen.forgetSession();
        citizen.press("Lưu và tiếp tục").check("trouble-2-session-ended");
        citizen.signIn(OTHER_CITIZEN, platform.password());
        assertThat(citizen.at()).startsWith(draft + "/q/birth-kind");
    }

    @Test
    void changing_the_language_stays_on_the_page() {
        var visitor = visitor(Device.phone()).open("/procedures?q=khai+sinh");
        visitor.follow("English").check("trouble-3-english");
        assertThat(visitor.at()).isEqualTo("/procedures?q=khai+sinh");
        visitor.follow("Tiếng Việt").check("trouble-4-vietnamese");
        assertThat(visitor.at()).isEqualTo("/procedures?q=khai+sinh");
    }

    @Test
    void a_page_that_does_not_exist_says_so_and_leads_home() {
        var visitor = visitor(Device.phone()).open("/khong-co-trang-nay");
        visitor.check("trouble-5-not-found");
        assertThat(visitor.status("/khong-co-trang-nay")).isEqualTo(404);
        visitor.page.locator("main a").first().click();
        assertThat(visitor.at()).isEqualTo("/");
    }

    @Test
    void files_too_big_or_of_a_wrong_kind_are_refused_in_words() {
        var citizen = begun("1.001193");
        var draft = draft(citizen);
        citizen.open(draft + "/q/birth-kind")
                .choose("Trẻ sinh ra thông thường")
                .press("Lưu và tiếp tục");
        citizen.open(draft + "/q/birth-proof-kind")
                .choose("Giấy chứng sinh bản giấy")
                .press("Lưu và tiếp tục");
        citizen.open(draft + "/q/birth-proof")
                .attach(Samples.disguised("anh.jpg"))
                .press("Gửi tệp đã chọn");
        citizen.check("trouble-6-disguised");
        assertThat(citizen.page.locator(".mc-sum li").count()).isEqualTo(1);
        citizen.attach(Samples.heavy("ban-quet.pdf", 10_600_000)).press("Gửi tệp đã chọn");
        citizen.check("trouble-7-oversize");
        assertThat(citizen.page.locator(".mc-sum li").innerText())
                .contains("ban-quet.pdf")
                .contains("10 MB");
        citizen.attach(Samples.heavy("ban-quet.pdf", 13_000_000)).press("Gửi tệp đã chọn");
        citizen.check("trouble-7-far-oversize");
        assertThat(citizen.page.locator(".mc-sum li").innerText()).contains("10 MB");
        citizen.attach(Samples.photo("giay.jpg"), Samples.scan("giay.pdf"))
                .press("Gửi tệp đã chọn");
        citizen.check("trouble-8-sent").sees("giay.jpg").sees("giay.pdf");
    }

    @Test
    void a_large_photograph_is_shrunk_on_the_phone_before_it_is_sent() {
        var citizen = begun("1.001193");
        var draft = draft(citizen);
        citizen.open(draft + "/q/birth-kind")
                .choose("Trẻ sinh ra thông thường")
                .press("Lưu và tiếp tục");
        citizen.open(draft + "/q/birth-proof-kind")
                .choose("Giấy chứng sinh bản giấy")
                .press("Lưu và tiếp tục");
        var photo = Samples.largePhoto("anh-chup.jpg");
        citizen.open(draft + "/q/birth-proof").attach(photo);
        citizen.page.waitForFunction(
                "most => document.querySelector('main input[type=file]').files[0].size < most",
                photo.buffer.length);
        citizen.press("Gửi tệp đã chọn").check("trouble-19-shrunk").sees("anh-chup.jpg");
    }

    @Test
    void numbers_and_dates_that_cannot_be_are_explained_beside_their_field() {
        var citizen = begun("1.001193");
        var draft = draft(citizen);
        citizen.open(draft + "/q/birth-kind")
                .choose("Trẻ sinh ra thông thường")
                .press("Lưu và tiếp tục");
        citizen.open(draft + "/q/relation").choose("Ông, bà").press("Lưu và tiếp tục");
        citizen.open(draft + "/q/child-birth")
                .date("Ngày sinh", "31", "2", "2026")
                .choose("Nữ")
                .press("Lưu và tiếp tục");
        citizen.check("trouble-9-no-such-day");
        assertThat(citizen.group("Ngày sinh").locator("input").nth(0).inputValue()).isEqualTo("31");
        citizen.date("Ngày sinh", "1", "1", "" + (LocalDate.now(HanoiTime.ZONE).getYear() + 1))
                .press("Lưu và tiếp tục");
        citizen.check("trouble-10-future").sees("Ngày sinh không thể sau hôm nay");
        citizen.open(draft + "/q/mother");
        citizen.fill("Họ, chữ đệm, tên", "Lê Thị An 2");
        citizen.fill("Số định danh cá nhân", "0791900022");
        citizen.press("Lưu và tiếp tục").check("trouble-11-numbers");
        assertThat(citizen.value("Số định danh cá nhân")).isEqualTo("0791900022");
        assertThat(citizen.page.locator(".mc-sum li").count()).isGreaterThanOrEqualTo(2);
        var first = citizen.page.locator(".mc-sum a").first();
        var target = first.getAttribute("href");
        first.click();
        assertThat(citizen.page.locator("[id='" + target.substring(1) + "']").count())
                .as("the summary links to a field")
                .isEqualTo(1);
    }

    @Test
    void a_promotion_notice_that_comes_too_late_is_told_so_at_the_date() {
        var citizen = citizen("/apply/2.000033");
        citizen.press("Bắt đầu khai").check("trouble-12-eligibility");
        citizen.choose("Không").press("Bắt đầu khai");
        var draft = draft(citizen);
        var tomorrow = LocalDate.now(HanoiTime.ZONE).plusDays(1);
        citizen.open(draft + "/q/period");
        citizen.date(
                "Ngày bắt đầu",
                "" + tomorrow.getDayOfMonth(),
                "" + tomorrow.getMonthValue(),
                "" + tomorrow.getYear());
        citizen.date(
                "Ngày kết thúc",
                "" + tomorrow.getDayOfMonth(),
                "" + tomorrow.getMonthValue(),
                "" + tomorrow.getYear());
        citizen.press("Lưu và tiếp tục")
                .check("trouble-13-too-late")
                .sees("phải còn ít nhất 3 ngày làm việc");
    }

    @Test
    void someone_who_may_not_use_a_procedure_is_told_why_and_where_to_go() {
        var citizen = citizen("/apply/2.000033");
        citizen.choose("Có")
                .press("Bắt đầu khai")
                .check("trouble-14-not-eligible")
                .sees("2.000004");
    }

    @Test
    void a_lodging_notice_takes_guests_from_a_file_after_its_faults_are_mended() {
        var citizen = begun("2.001159");
        var draft = draft(citizen);
        citizen.open(draft + "/q/guests").check("trouble-15-guests").press("Lấy từ tệp bảng tính");
        citizen.check("trouble-16-import");
        var template = citizen.page.locator("a[href$='template.csv']").getAttribute("href");
        assertThat(new String(citizen.download(template), StandardCharsets.UTF_8))
                .contains("Họ, chữ đệm, tên");
        var header = "guestName,guestPersonalId,stayFrom,stayTo,stayReason";
        var today = HanoiTime.date(LocalDate.now(HanoiTime.ZONE));
        citizen.attach(
                        Samples.csv(
                                "khach.csv",
                                header + "\n" + row("Lê Văn Tám", "123", today, "31/02/2026")))
                .press("Thêm các mục trong tệp");
        citizen.check("trouble-17-import-faults").sees("Dòng 2");
        citizen.attach(
                        Samples.csv(
                                "khach.csv",
                                header
                                        + "\n"
                                        + row("Lê Văn Tám", "079190002207", today, today)
                                        + "\n"
                                        + row("Võ Thị Sáu", "079078003318", today, today)))
                .press("Thêm các mục trong tệp");
        citizen.check("trouble-18-imported").sees("Lê Văn Tám").sees("Võ Thị Sáu");
        assertThat(
                        citizen.page
                                .locator("main ul.mc-list > li")
                                .filter(new Locator.FilterOptions().setHasText("Thay đổi"))
                                .count())
                .isEqualTo(2);
    }

    private static String row(String name, String id, String from, String to) {
        return String.join(",", name, id, from, to, "travel");
    }
}
