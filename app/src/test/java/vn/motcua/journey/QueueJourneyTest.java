package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.internal.store.Task;
import vn.motcua.dossier.internal.store.TaskStore;
import vn.motcua.journey.Visitor.Device;
import vn.motcua.kernel.ProblemException;

/// From a ticket at the kiosk to the result in the person's hands.
class QueueJourneyTest extends Journey {
    private static final Map<String, String> OUTCOMES =
            Map.of(
                    "receive", "forward",
                    "check-registers", "checked",
                    "appraise", "eligible",
                    "tax-code", "issued",
                    "print", "printed");

    private static final String KIOSK = "/queue/" + TestPlatform.WARD;

    private static String number(Visitor visitor) {
        return visitor.page.locator(".mc-queue-number").innerText().strip();
    }

    private static void serve(Visitor officer, String name) {
        officer.open("/desk/queue?desk=3").check(name + "-hall").press("Gọi người kế tiếp");
        officer.check(name + "-called").press("Đã đến, bắt đầu");
        officer.check(name + "-serving");
    }

    /// Whoever holds the post ends the step.
    private void moves(DossierCode code, String outcome) {
        for (var login :
                List.of(
                        TestPlatform.RECEPTIONIST,
                        TestPlatform.ECONOMY_OFFICER,
                        TestPlatform.CASE_OFFICER,
                        TestPlatform.APPROVER)) {
            try {
                births.step(login, code, outcome);
                return;
            } catch (ProblemException notTheirs) {
                assertThat(notTheirs.problem()).isEqualTo(DossierProblem.NOT_YOUR_STEP);
            }
        }
        throw new AssertionError("nobody may end the step with " + outcome);
    }

    private String open(DossierCode code) {
        return platform.asSystem(
                () ->
                        Objects.requireNonNull(
                                platform.bean(TransactionTemplate.class)
                                        .execute(
                                                _ ->
                                                        platform
                                                                .bean(TaskStore.class)
                                                                .of(births.id(code))
                                                                .stream()
                                                                .filter(Task::open)
                                                                .map(Task::stepId)
                                                                .findFirst()
                                                                .orElseThrow())));
    }

    /// Everybody does their step until this one is open.
    private void until(DossierCode code, String step) {
        for (var at = open(code); !at.equals(step); at = open(code))
            moves(code, Objects.requireNonNull(OUTCOMES.get(at), at));
    }

    @Test
    void a_ticket_leads_from_the_kiosk_to_the_result_in_the_persons_hands() {
        var owner = signedIn(TestPlatform.BUSINESS_MAN, Device.phone(), KIOSK);
        owner.check("queue-kiosk-360").sees("Bạn cần làm gì?");
        owner.width(768).look("queue-kiosk-768").width(360);
        owner.press("Nộp hồ sơ").check("queue-ticket-360").sees("Bạn là người kế tiếp");
        var ticket = number(owner);
        var wall = visitor(Device.desk()).open(KIOSK + "/screen").look("queue-screen-empty");

        var officer = officer(TestPlatform.RECEPTIONIST);
        serve(officer, "queue-a");
        wall.page
                .locator(
                        ".mc-screen-call",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText(ticket))
                .first()
                .waitFor();
        wall.look("queue-screen-1280").doesNotSee("Bảo");
        wall.width(360).look("queue-screen-360").width(768).look("queue-screen-768");
        visitor(Device.desk().withoutScripts().in("en-GB"))
                .open(KIOSK + "/screen")
                .look("queue-screen-en")
                .sees("Counter 3");
        officer.press("Mở trang tiếp nhận với người này")
                .check("queue-counter")
                .sees("Trần Quốc Bảo");
        officer.page.locator("#q").fill("ho kinh doanh");
        officer.press("Tìm");
        new Filed(this, officer).fillIn("queue");
        new Filed(this, officer).tickOff();
        officer.press("Tiếp nhận hồ sơ");
        officer.page.waitForURL("**/desk/counter/filed/**");
        officer.check("queue-filed");
        var code = new DossierCode(officer.page.locator(".mc-code").innerText().strip());
        officer.open("/desk/queue").press("Xong");
        owner.open(owner.at()).sees("Đã phục vụ xong");

        until(code, "sign");
        var id = births.id(code);
        desk(TestPlatform.APPROVER, code.value()).check("queue-draft").sees("Dự thảo: ");
        moves(code, "sign");
        until(code, "hand-over");

        var kiosk = visitor(Device.phone().in("en-GB")).open(KIOSK).check("queue-kiosk-en");
        kiosk.page.locator("#dossier").fill(code.value());
        kiosk.press("Collect a result").check("queue-ticket-en");
        serve(officer, "queue-b");
        officer.sees(code.value()).open("/desk/dossiers/" + id);
        choose(officer, "Đã trả");
        officer.check("queue-hand-1280").width(360).look("queue-hand-360").width(1280);
        officer.press("Đã trả kết quả")
                .check("queue-hand-faults")
                .sees("Chọn một chứng cứ đã nhận");
        officer.choose("Đã kiểm tra giấy tờ tùy thân").choose("Ký trên màn hình");
        var frame = officer.page.locator("[data-signature] canvas");
        frame.scrollIntoViewIfNeeded();
        var box = frame.boundingBox();
        officer.page.mouse().move(box.x + 40, box.y + 60);
        officer.page.mouse().down();
        officer.page.mouse().move(box.x + 180, box.y + 90);
        officer.page.mouse().move(box.x + 300, box.y + 40);
        officer.page.mouse().up();
        officer.shot("queue-signed").press("Đã trả kết quả");
        officer.check("queue-returned").sees("Chữ ký trên màn hình");
        assertThat(officer.download("/desk/dossiers/" + id + "/hand-over/proof")).isNotEmpty();
        officer.open("/desk/documents")
                .check("queue-documents")
                .width(360)
                .look("queue-documents-360");
        officer.width(1280).page.locator("main table a").first().click();
        officer.check("queue-document");
        visitor(Device.phone()).open("/verify").check("queue-verify").sees("Mã kiểm tra");
        signedIn(TestPlatform.LEADER, Device.phone(), "/desk/queue/figures")
                .check("queue-figures")
                .sees("Nộp hồ sơ");
    }
}
