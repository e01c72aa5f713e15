package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.journey.Visitor.Device;
import vn.motcua.kernel.HanoiTime;

/// Birth registration from the first search to the certificate.
class BirthRegistrationJourneyTest extends Journey {
    private static final Device PHONE = Device.phone().withoutScripts();
    private static final Pattern CODE =
            Pattern.compile("/dossiers/(H[0-9.]+-[0-9]{6}-[0-9]+)/confirmation");
    private static final String RECEIPT = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả";

    @Test
    void a_mother_registers_a_birth_on_her_phone_without_scripts_and_receives_the_certificate() {
        var mother = visitor(PHONE).open("/");
        find(mother);
        var draft = mother.at();
        int asked = answerUntil(mother, "child-native-place");
        mother.press("Lưu, làm tiếp sau").check("birth-07-half-way");
        assertThat(asked).isEqualTo(9);

        var tablet = signedIn(TestPlatform.MOTHER, new Device(768, "vi-VN", false), "/dossiers");
        tablet.check("birth-08-other-device");
        tablet.page.locator("a[href='" + draft + "']").click();
        answerUntil(tablet, "");
        tablet.check("birth-09-check")
                .sees(BirthForm.CHILD)
                .sees("Ủy ban nhân dân phường Bến Thành");
        tablet.page.locator("a[href*='/q/copies']").first().click();
        assertThat(tablet.value("Số bản sao")).isEqualTo("2");
        tablet.fill("Số bản sao", "1").press("Lưu và tiếp tục");
        assertThat(tablet.at()).as("back at the check").isEqualTo(draft + "/check");

        var code = submit(tablet, draft);
        askForSupplement(code);
        answerSupplement(code);
        acceptAndExamine(code);
        confirmDraft(code);
        sign(code);
        receive(code);
        track(code);
    }

    private void find(Visitor mother) {
        mother.check("birth-01-home");
        mother.page.locator("main input[type=search]").fill("dang ky khai sinh");
        mother.page.locator("form[role=search] button").click();
        mother.check("birth-02-search").follow("Đăng ký khai sinh");
        mother.check("birth-03-procedure");
        mother.page.locator("a[href='/apply/1.001193']").first().click();
        mother.check("birth-04-sign-in").signIn(TestPlatform.MOTHER, platform.password());
        assertThat(mother.at()).as("the place she came from").isEqualTo("/apply/1.001193");
        mother.check("birth-05-start").press("Bắt đầu khai");
        mother.check("birth-06-tasks");
    }

    /// Goes through the questions up to one, which is answered but not sent.
    private int answerUntil(Visitor person, String last) {
        var form = BirthForm.newborn();
        var asked = new ArrayList<String>();
        while (!person.at().endsWith("/check") && asked.size() < 40) {
            if (!form.asks(person)) {
                person.page.locator("main a.mc-btn-w").click();
                continue;
            }
            person.check("birth-q-" + person.at().replaceAll(".*/q/([a-z-]+).*", "$1"));
            asked.add(form.answer(person));
            if (asked.getLast().equals(last)) break;
            person.press("Lưu và tiếp tục");
        }
        return asked.size();
    }

    private String submit(Visitor mother, String draft) {
        mother.choose("Tôi cam đoan").pressTwice("Nộp hồ sơ");
        mother.page.waitForURL(CODE);
        mother.check("birth-10-confirmation").sees("Đã nộp hồ sơ");
        var code = CODE.matcher(mother.page.url()).results().findFirst().orElseThrow().group(1);
        mother.open("/dossiers").check("birth-11-list");
        assertThat(mother.page.locator("a[href*='" + code + "']").count()).isEqualTo(1);
        assertThat(mother.page.locator("a[href='" + draft + "']").count())
                .as("the draft is gone")
                .isZero();
        assertThat(mother.page.getByText(BirthForm.CHILD).count())
                .as("one dossier for the child")
                .isEqualTo(1);
        return code;
    }

    private void askForSupplement(String code) {
        var receptionist = officer(TestPlatform.RECEPTIONIST).check("birth-20-worklist");
        receptionist.close();
        receptionist = desk(TestPlatform.RECEPTIONIST, code);
        receptionist.check("birth-21-desk");
        choose(receptionist, "Yêu cầu bổ sung");
        receptionist.check("birth-22-supplement");
        receptionist.page.locator("input[name=component][value=birth-proof]").check();
        receptionist.page.locator("#wanted-birth-proof").fill("Chụp lại, mờ góc trái");
        receptionist.choose("Bản chụp giấy tờ mờ");
        receptionist.page.locator("#words").fill("Chị chụp lại giấy chứng sinh cho rõ giúp em.");
        receptionist.press("Xem trước thư").check("birth-23-letter").sees("Chụp lại, mờ góc trái");
        receptionist.press("Xác nhận: ").check("birth-24-asked").sees("Đã gửi yêu cầu bổ sung.");
    }

    private void answerSupplement(String code) {
        var mother = signedIn(TestPlatform.MOTHER, PHONE, "/dossiers/" + code);
        mother.check("birth-30-asked").sees("Chị chụp lại giấy chứng sinh cho rõ giúp em.");
        mother.page.locator("section[aria-labelledby=supplement] a.mc-go").first().click();
        mother.check("birth-31-item").press("Lưu và quay lại");
        mother.check("birth-32-item-empty").sees("Chọn ít nhất một tệp, hoặc viết trả lời");
        mother.attach(Samples.photo("chung-sinh-ro.jpg"), Samples.scan("chung-sinh.pdf"))
                .press("Lưu và quay lại");
        mother.check("birth-33-answered").press("Gửi phần bổ sung");
        mother.check("birth-34-sent").sees("Đã nhận phần bổ sung");
    }

    private void acceptAndExamine(String code) {
        var receptionist = desk(TestPlatform.RECEPTIONIST, code);
        receptionist.check("birth-40-supplemented").sees("chung-sinh-ro.jpg");
        choose(receptionist, "Tiếp nhận hồ sơ");
        receptionist.check("birth-41-accept").press("Xác nhận: ");
        receptionist.check("birth-42-accepted").sees("Đã tiếp nhận. Đồng hồ bắt đầu chạy.");
        var slip =
                Samples.words(
                        receptionist.download(receptionist.link(RECEIPT).getAttribute("href")));
        assertThat(slip).contains(code).contains("GIẤY TIẾP NHẬN HỒ SƠ");

        var officer = desk(TestPlatform.CASE_OFFICER, code);
        officer.check("birth-43-case");
        act(officer, "Nhận việc: ");
        officer.sees("Việc này đã đứng tên bạn.");
        choose(officer, "Đủ điều kiện đăng ký");
        officer.check("birth-44-step").press("Xác nhận: ");
        officer.check("birth-45-examined").sees("Đã xong bước.");
    }

    private void confirmDraft(String code) {
        var mother = signedIn(TestPlatform.MOTHER, PHONE, "/dossiers/" + code);
        mother.check("birth-50-draft").sees("Bạn xem bản nháp thấy thế nào?");
        mother.choose("Bản nháp đúng").press("Gửi trả lời");
        mother.check("birth-51-confirmed").sees("Đã ghi nhận trả lời của bạn.");
    }

    private void sign(String code) {
        var approver = desk(TestPlatform.APPROVER, code);
        approver.check("birth-60-approver");
        choose(approver, "Ký");
        approver.check("birth-61-sign").sees("Ban hành kết quả").press("Xác nhận: ");
        approver.check("birth-62-signed");
        var officer = desk(TestPlatform.CASE_OFFICER, code);
        act(officer, "Đã in, chuyển quầy");
        officer.check("birth-63-printed");
    }

    private void receive(String code) {
        var mother = signedIn(TestPlatform.MOTHER, PHONE, "/dossiers/" + code);
        mother.check("birth-70-ready").press("Nhận kết quả điện tử");
        mother.check("birth-71-received").sees("Bạn đã nhận kết quả");
        var href =
                mother.page
                        .locator("section[aria-labelledby=results] a.mc-go")
                        .first()
                        .getAttribute("href");
        assertThat(Samples.words(mother.download(href))).contains(BirthForm.CHILD);
    }

    private void track(String code) {
        var neighbour = visitor(PHONE).open("/tracking");
        neighbour.fill("Mã hồ sơ", code).page.locator("#fact").fill(Births.PHONE_TAIL);
        neighbour
                .press("Xem tiến độ")
                .check("birth-80-tracking")
                .sees("Đã trả kết quả")
                .doesNotSee(BirthForm.CHILD);
        assertThat(neighbour.page.locator(".mc-tl li.mc-now, .mc-tl li.mc-next").count())
                .as("steps shown as open after the end")
                .isZero();
    }

    @Test
    void a_draft_left_unanswered_for_a_working_day_counts_as_consent() {
        var moment =
                HanoiTime.dateOf(platform.bean(java.time.Clock.class).instant())
                        .minusDays(7)
                        .atTime(LocalTime.of(9, 0))
                        .atZone(HanoiTime.ZONE)
                        .toInstant();
        var code = births.filedAt(moment, "Nguyễn Minh Khôi");
        vn.motcua.kernel.PlatformClock.at(
                moment.plusSeconds(600),
                () -> {
                    births.accept(code);
                    births.step(TestPlatform.CASE_OFFICER, code, "eligible");
                });
        var mother = signedIn(TestPlatform.MOTHER, PHONE, "/dossiers/" + code);
        mother.check("silence-1-asked")
                .sees("Bạn xem bản nháp thấy thế nào?")
                .sees("Không trả lời được coi là đồng ý.");
        assertThat(platform.bean(Timers.class).fireDue()).isPositive();
        mother.open("/dossiers/" + code)
                .check("silence-2-consent")
                .doesNotSee("Bạn xem bản nháp thấy thế nào?")
                .sees("Lãnh đạo đang ký");
    }
}
