package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.internal.counter.Helped;
import vn.motcua.journey.Visitor.Device;

/// A business household received at the counter, up to its papers.
final class Filed {
    private final Journey journey;
    private final Visitor officer;

    Filed(Journey journey, Visitor officer) {
        this.journey = journey;
        this.officer = officer;
    }

    /// From the counter, where the person is known, to the papers, the person having confirmed on
    /// their own phone what was filled in.
    ///
    /// @param name of the pictures
    void fillIn(String name) {
        officer.press("Mở tờ khai Đăng ký thành lập hộ kinh doanh");
        new HouseholdForm().fill(officer);
        officer.choose("Tôi cam đoan").press("Nộp hồ sơ");
        officer.check(name + "-confirm").sees("Đọc lại cho người dân xác nhận");
        var draft = UUID.fromString(officer.at().replaceFirst(".*/counter/", "").substring(0, 36));
        var helped = Journey.platform.bean(Helped.class);
        var sheet = Journey.platform.as(TestPlatform.RECEPTIONIST, () -> helped.prepare(draft));
        assertThat(sheet.code()).hasSize(7);
        officer.page.locator("#code").fill("AAA-AAA");
        officer.press("Xác nhận").check(name + "-confirm-wrong").sees("Mã chưa đúng");
        var owner =
                journey.signedIn(TestPlatform.BUSINESS_MAN, Device.phone(), "/dossiers")
                        .sees("khai hộ chờ bạn xác nhận")
                        .follow("khai hộ chờ bạn xác nhận")
                        .check(name + "-helped");
        owner.page.locator("main ul.mc-list a").first().click();
        owner.check(name + "-helped-one").press("Tôi xác nhận tờ khai này");
        owner.check(name + "-helped-done").sees("Bạn đã xác nhận");
        officer.follow("Xem người dân đã xác nhận chưa");
        assertThat(officer.at()).endsWith("/papers");
    }

    /// Ticks every paper off as an original.
    void tickOff() {
        var forms = officer.page.locator("main select[name^='form.']");
        for (int i = 0; i < forms.count(); i++) {
            forms.nth(i).selectOption("ORIGINAL");
            officer.page.locator("main input[name^='quantity.']").nth(i).fill("1");
        }
    }
}
