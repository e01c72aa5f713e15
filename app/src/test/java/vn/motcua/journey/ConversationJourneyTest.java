package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journey.Visitor.Device;

/// From the check of the papers to the request built from it, the conversation, and what the
/// person learns of who looked.
class ConversationJourneyTest extends Journey {
    @Test
    void findings_become_a_request_and_both_sides_talk_until_it_is_clear() {
        var code = births.filed("Lưu Hải Đăng");
        var receptionist = desk(TestPlatform.RECEPTIONIST, code.value());
        receptionist.follow("Kiểm tra từng giấy tờ").check("talk-01-review");
        finding(receptionist, "Giấy chứng sinh", "Mờ, không đọc được", "không thấy số và con dấu");
        receptionist.width(360).look("talk-02-review-narrow").width(1280);
        receptionist.press("Lưu và soạn yêu cầu bổ sung").check("talk-03-supplement");
        receptionist.page.locator("input[name=reason]").first().check();
        receptionist
                .press("Xem trước thư")
                .check("talk-04-letter")
                .sees("nộp lại bản rõ, đọc được: không thấy số và con dấu");
        receptionist.press("Xác nhận: ").check("talk-05-asked");

        var mother = signedIn(TestPlatform.MOTHER, Device.phone(), "/dossiers/" + code);
        mother.sees("nộp lại bản rõ").follow("Trao đổi với cơ quan").check("talk-06-empty");
        mother.page.locator("#body").fill("Bệnh viện chỉ cấp một bản. Tôi chụp lại được không?");
        mother.attach(Samples.photo("giay-chung-sinh-ro.jpg"));
        mother.page.locator("main form button").click();
        mother.page.waitForURL("**done=sent*");
        mother.check("talk-07-sent").sees("Đã gửi.").sees("Chưa xem");

        receptionist.open("/desk?filter=WAITING").check("talk-08-list").sees("Tin mới");
        receptionist.open("/desk/dossiers/" + births.id(code)).check("talk-09-desk");
        receptionist.sees("1 tin chưa đọc").follow("Mở trao đổi");
        receptionist.page.locator("article summary").last().click();
        receptionist
                .page
                .locator("article textarea")
                .fill("Được. Ảnh này đã đọc được, chị gửi ở mục bổ sung giúp.");
        receptionist.page.locator("article button").click();
        receptionist.page.waitForURL("**done=sent*");
        receptionist.check("talk-10-answered").sees("Đã gửi.");
        receptionist.width(360).look("talk-11-answered-narrow").width(1280);

        mother.open("/dossiers/" + code).check("talk-12-unread").sees("1 tin chưa đọc");
        mother.follow("Trao đổi với cơ quan").check("talk-13-read");
        mother.sees("Đã xem lúc").sees("(cán bộ)");
        mother.width(1280).look("talk-14-read-wide");
    }

    private static void finding(Visitor officer, String paper, String kind, String comment) {
        var line =
                officer.page
                        .locator("fieldset.mc-mark")
                        .filter(
                                new com.microsoft.playwright.Locator.FilterOptions()
                                        .setHasText(paper))
                        .first();
        line.locator("select")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(kind));
        line.locator("input").fill(comment);
    }

    @Test
    void a_colleague_is_mentioned_says_why_they_read_and_the_person_learns_of_it() {
        var code = births.filed("Lưu Minh Khôi");
        var receptionist = desk(TestPlatform.RECEPTIONIST, code.value());
        receptionist.page.locator("#note").fill("Nhờ anh xem giúp phần quê quán.");
        receptionist.page.locator("#mention").selectOption(option(receptionist));
        receptionist.press("Lưu ghi chú").check("talk-20-note").sees("Nhờ anh xem giúp");

        var approver = officer(TestPlatform.APPROVER).check("talk-21-mentioned");
        approver.sees("nhắc bạn trong ghi chú của hồ sơ " + code).follow("nhắc bạn");
        approver.check("talk-22-purpose").sees("Bạn xem hồ sơ này để làm gì?");
        approver.width(360).look("talk-23-purpose-narrow").width(1280);
        approver.doesNotSee("Lưu Minh Khôi").press("Xem hồ sơ").check("talk-24-purpose-empty");
        approver.choose("Phối hợp với cán bộ đang giải quyết");
        approver.page.locator("#words").fill("Theo ghi chú của quầy");
        approver.press("Xem hồ sơ").check("talk-25-read").sees("Lưu Minh Khôi");
        approver.sees("Trần Thị Ngọc Ánh cũng đang mở hồ sơ này");

        platform.bean(JournalFeed.class).drainAll("dossier.looks");
        var mother = signedIn(TestPlatform.MOTHER, Device.phone(), "/account");
        mother.follow("Ai đã xem dữ liệu của tôi").check("talk-26-looks");
        mother.sees("Phối hợp với cán bộ đang giải quyết").sees(code.value());
        mother.doesNotSee("Theo ghi chú").doesNotSee("Nhờ anh xem");
        mother.width(1280).look("talk-27-looks-wide");
        mother.open("/dossiers/" + code).doesNotSee("Nhờ anh xem");
    }

    /// The approver among the colleagues.
    private static String option(Visitor officer) {
        return java.util.Objects.requireNonNull(
                officer.page
                        .locator("#mention option")
                        .filter(
                                new com.microsoft.playwright.Locator.FilterOptions()
                                        .setHasText("Phạm Hồng Sơn"))
                        .getAttribute("value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void without_scripts_and_without_an_account_a_person_reads_and_answers(String language) {
        var code = births.filed("Lưu Bảo Châu");
        var receptionist = desk(TestPlatform.RECEPTIONIST, code.value());
        receptionist.follow("Hỏi người dân");
        receptionist.page.locator("#body").fill("Chị cho biết tên bệnh viện nơi sinh.");
        receptionist.press("Gửi");
        var address = "?code=" + code + "&key=" + births.trackingKey(code);
        var tracker = visitor(new Device(360, language, false)).open("/tracking" + address);
        tracker.link(tracker.words("Trao đổi với cơ quan", "Conversation with the agency")).click();
        tracker.check("talk-30-tracked-" + language).sees("Chị cho biết tên bệnh viện");
        assertThat(tracker.text()).doesNotContain("Minh An");
        tracker.page.locator("article summary").last().click();
        tracker.page.locator("article textarea").fill("Bệnh viện Từ Dũ");
        tracker.page.locator("article button").click();
        tracker.page.waitForURL("**done=sent*");
        tracker.check("talk-31-tracked-sent-" + language).sees("Bệnh viện Từ Dũ");
        tracker.width(1280).look("talk-32-tracked-wide-" + language);
        English.pages(this, code, language);
    }

    /// The officers' pages in the other language.
    private static final class English {
        static void pages(ConversationJourneyTest journey, DossierCode code, String language) {
            if (!language.equals("en")) return;
            var desk = "/desk/dossiers/" + journey.births.id(code);
            var officer =
                    journey.signedIn(TestPlatform.RECEPTIONIST, new Device(1280, "en", true), desk);
            officer.check("talk-40-desk-en");
            officer.width(360).look("talk-41-desk-narrow-en");
            officer.open(desk + "/review").look("talk-42-review-narrow-en").width(1280);
            officer.check("talk-43-review-en");
            officer.open(desk + "/talk").check("talk-44-talk-en");
            officer.open(desk + "/history").check("talk-45-history-en");
        }
    }
}
