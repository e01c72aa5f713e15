package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.intake.Filed;
import vn.motcua.dossier.internal.intake.Filing;
import vn.motcua.dossier.internal.intake.Intake;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.opinion.Replies;
import vn.motcua.form.Answers;
import vn.motcua.form.Forms;
import vn.motcua.journey.Visitor.Device;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ReleaseId;
import vn.motcua.procedure.Releases;
import vn.motcua.vault.FilePurpose;
import vn.motcua.vault.Vault;

/// A building permit: the ward examines while the fire police is asked, and the person watches.
class TogetherJourneyTest extends Journey {
    private static final ReleaseId PERMIT = new ReleaseId("1.013225", 1);
    private static final String FIRE_OFFICER = "canbo.pccc.hcm";
    private static final String WORDS = "Bổ sung lối thoát nạn thứ hai ở tầng trệt.";

    @Test
    void two_agencies_work_on_one_permit_at_the_same_time_and_the_person_sees_it() {
        var code = platform.as(TestPlatform.BUSINESS_MAN, this::file);
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

    private DossierCode file() {
        var account = platform.account(TestPlatform.BUSINESS_MAN);
        var release = platform.bean(Releases.class).find(PERMIT).orElseThrow();
        var forms = platform.bean(Forms.class);
        var answers =
                new HashMap<String, Object>(forms.prefill(forms.of(release), account).values());
        var photo = Samples.photo("ban-ve.jpg");
        var drawing =
                platform.bean(Vault.class)
                        .store(
                                new ByteArrayInputStream(photo.buffer),
                                photo.name,
                                FilePurpose.COMPONENT,
                                account.id());
        answers.putAll(answers(drawing.id()));
        var filed =
                platform.bean(Intake.class)
                        .file(
                                new Filing(
                                        PERMIT,
                                        Channel.ONLINE,
                                        null,
                                        null,
                                        Answers.of(answers),
                                        account.id(),
                                        null,
                                        List.of(),
                                        ReturnWay.COUNTER,
                                        UUID.randomUUID().toString(),
                                        null));
        if (filed instanceof Filed.Accepted accepted) return accepted.code();
        throw new IllegalStateException(filed.toString());
    }

    private static Map<String, Object> answers(UUID drawing) {
        var site =
                Map.of(
                        "province",
                        TestPlatform.PROVINCE,
                        "commune",
                        TestPlatform.COMMUNE,
                        "street",
                        "12 đường Lê Lai");
        return Map.ofEntries(
                Map.entry("filedBy", "self"),
                Map.entry("selfName", "Trần Quốc Hùng"),
                Map.entry("selfPersonalId", "079085004321"),
                Map.entry("builderAddress", site),
                Map.entry("builderPhone", "+84908123318"),
                Map.entry("siteAddress", site),
                Map.entry("plotNumber", "15"),
                Map.entry("mapSheet", "8"),
                Map.entry("plotArea", 120),
                Map.entry("landPaperKind", "data"),
                Map.entry("landCertificateNumber", "CS 012345"),
                Map.entry("planKind", "approved"),
                Map.entry("workKind", "grade3"),
                Map.entry("workName", "Nhà xưởng của hộ Trần Quốc Hùng"),
                Map.entry("footprint", 50),
                Map.entry("floorArea", 140),
                Map.entry("height", 9),
                Map.entry("storeys", 2),
                Map.entry("basements", 0),
                Map.entry("designer", "Công ty TNHH Thiết kế Nhà Việt"),
                Map.entry("fireReview", true),
                Map.entry("drawingFiles", List.of(drawing.toString())),
                Map.entry("declaration", true));
    }
}
