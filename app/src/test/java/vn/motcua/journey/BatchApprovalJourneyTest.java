package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.journey.Visitor.Device;

/// A leader signs two hundred on a phone; officers find and order their work.
class BatchApprovalJourneyTest extends Journey {
    private static final int MANY = 200;

    @Test
    void two_hundred_are_signed_on_a_phone_with_one_confirmation() {
        var codes = new ArrayList<DossierCode>();
        for (int i = 1; i <= MANY; i++) codes.add(prepared(child("Lương Thế", i)));
        var leader = signedIn(TestPlatform.APPROVER, Device.phone(), "/desk/approvals");
        leader.check("approvals-1-phone").sees("Chờ ký duyệt").sees("Lương Thế");
        leader.press("Xem lại để ký");
        leader.check("approvals-2-none").sees("Hãy chọn ít nhất một dòng");
        leader.page.locator("input[name=all]").check();
        leader.press("Xem lại để ký").check("approvals-3-preview").sees("sẽ được ký duyệt");
        var preview = leader.page.url();
        leader.page.locator("form[action$=confirm] button").click();
        for (int i = 0; i < 600 && running(leader); i++) {
            LockSupport.parkNanos(1_000_000_000L);
            leader.page.navigate(preview);
        }
        leader.check("approvals-4-done").sees("Đã làm xong");
        for (var code : codes)
            assertThat(births.dossier(code).state()).isEqualTo(DossierState.COMPLETED);
        leader.page.navigate(preview);
        assertThat(leader.page.locator("form[action$=confirm]").count())
                .as("a second press has nothing to press")
                .isZero();
        leader.width(1280).check("approvals-5-wide");
        leader.open("/desk/approvals").check("approvals-6-empty");
    }

    private static final String[] NAMES = {
        "An", "Bình", "Chi", "Dương", "Hà", "Khánh", "Lâm", "Minh", "Nam", "Phúc", "Quân", "Sơn",
        "Thảo", "Uyên", "Vinh"
    };

    private static String child(String family, int number) {
        return family
                + " "
                + NAMES[number / NAMES.length % NAMES.length]
                + " "
                + NAMES[number % NAMES.length];
    }

    private static boolean running(Visitor leader) {
        return leader.page.locator("progress").count() > 0;
    }

    private DossierCode prepared(String child) {
        var code = births.filed(child);
        births.accept(code);
        births.step(TestPlatform.CASE_OFFICER, code, "eligible");
        platform.as(
                TestPlatform.MOTHER,
                () -> {
                    platform.bean(Applicant.class)
                            .completeStep(births.id(code), births.token(code), "confirmed", null);
                    return code;
                });
        return code;
    }

    @Test
    void the_lists_of_work_are_right_on_every_width_and_in_both_languages() {
        for (int i = 0; i < 3; i++) births.accept(births.filed(child("Mạc Đĩnh", i)));
        births.filed("Mạc Đĩnh Chi");
        var officer = officer(TestPlatform.CASE_OFFICER).check("list-1-wide");
        officer.page.locator("#q").fill("mac dinh");
        officer.page.locator("form[role=search] button").click();
        officer.check("list-2-found").sees("Mạc Đĩnh");
        assertThat(officer.page.url()).doesNotContain("mac");
        officer.page.locator("input[name=task]").first().check();
        officer.page.locator("button[value=STEP]").click();
        officer.check("list-3-outcome");
        officer.open("/desk?order=slack").check("list-4-slack");
        officer.open("/desk/list?channel=ONLINE").check("list-5-settings");
        officer.open("/desk/forecast").check("list-6-forecast");
        officer.open("/desk/search?channel=ONLINE").check("list-7-search");
        officer.open("/desk?filter=OVERDUE&channel=POSTAL").check("list-8-empty");
        officer.width(360);
        officer.open("/desk").check("list-9-phone");
        officer.open("/desk/search?channel=ONLINE").check("list-10-search-phone");
        officer.open("/language?to=en&next=/desk").check("list-11-english-phone");
        officer.width(1280).open("/desk").check("list-12-english");
        officer.page.locator("input[name=all]").check();
        officer.page.locator("button[value=CLAIM]").click();
        officer.check("list-13-claim");
    }
}
