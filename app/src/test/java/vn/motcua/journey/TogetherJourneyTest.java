package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.internal.opinion.Replies;
import vn.motcua.journey.Visitor.Device;

/// A building permit: the ward examines while the fire police is asked, and the person watches.
class TogetherJourneyTest extends Journey {
    private static final String FIRE_OFFICER = "canbo.pccc.hcm";
    private static final String WORDS = "Bổ sung lối thoát nạn thứ hai ở tầng trệt.";

    @Test
    void two_agencies_work_on_one_permit_at_the_same_time_and_the_person_sees_it() {
        var code = new Permits(platform).filed(true);
        births.accept(code);
        var tracking = "/tracking?code=" + code + "&key=" + births.trackingKey(code);
        var person = visitor(Device.phone()).open(tracking).check("together-01-tracking");
        person.sees("Đang thẩm định hồ sơ").sees("Đang hỏi cảnh sát phòng cháy");

        var ward = desk(TestPlatform.ECONOMY_OFFICER, code.value());
        ward.check("together-02-desk").sees("Lấy ý kiến").sees("Đang chờ trả lời");
        ward.follow("Xin ý kiến").check("together-03-ask");
        ward.width(360).look("together-04-ask-narrow").width(1280);
        ward.press("Gửi xin ý kiến").sees("Chọn ít nhất một nơi để xin ý kiến.");
        ward.page.locator("input[name=to]").first().check();
        ward.page.locator("#question").fill("Ranh thửa đất có đúng hồ sơ địa chính không?");
        ward.press("Gửi xin ý kiến").check("together-05-asked");
        assertThat(standing(ward, "Đang chờ trả lời")).isEqualTo(2);

        var fire = officer(FIRE_OFFICER);
        fire.page.locator("a[href*='/desk/opinions/']").last().click();
        fire.check("together-06-question").sees("Thiết kế có bảo đảm an toàn");
        fire.width(360).look("together-07-question-narrow").width(1280);
        fire.choose("Không đồng ý").press("Gửi ý kiến").sees("Ghi lý do hoặc điều kiện kèm theo.");
        fire.page.locator("#words").fill(WORDS);
        fire.press("Gửi ý kiến").check("together-08-answered").sees(WORDS);
        fire.doesNotSee("Phần hồ sơ được xem");
        platform.bean(Replies.class).settle();

        ward.open("/desk/dossiers/" + births.id(code)).check("together-09-answer-seen");
        ward.sees(WORDS).sees("Không đồng ý");
        person.open(tracking).check("together-10-answered");
        var english = visitor(Device.phone().in("en-GB")).open(tracking);
        english.check("together-11-english");
    }

    private static int standing(Visitor officer, String words) {
        return officer.page
                .locator("section[aria-labelledby=opinions] .mc-tag")
                .filter(new Locator.FilterOptions().setHasText(words))
                .count();
    }
}
