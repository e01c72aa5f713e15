package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.journey.Visitor.Device;

/// Birth registration from the first search to the certificate.
class BirthRegistrationJourneyTest extends Journey {
    private static final Device PHONE = Device.phone().withoutScripts();

    @Test
    void a_mother_registers_a_birth_on_her_phone_without_scripts() {
        var mother = visitor(PHONE).open("/");
        mother.check("birth-01-home");
        mother.fill(mother.page.locator("label[for=q]").innerText(), "dang ky khai sinh");
        mother.page.locator("form[role=search] button").click();
        mother.check("birth-02-search").follow("Đăng ký khai sinh");
        mother.check("birth-03-procedure");
        mother.page.locator("a[href='/apply/1.001193']").first().click();
        mother.check("birth-04-sign-in").signIn(TestPlatform.MOTHER, platform.password());
        assertThat(mother.at()).isEqualTo("/apply/1.001193");
        mother.check("birth-05-start").press("Bắt đầu khai");
        mother.check("birth-06-tasks");
        var draft = mother.at();
        var form = BirthForm.newborn();
        var asked = new ArrayList<String>();
        while (!mother.at().endsWith("/check") && asked.size() < 60) {
            if (form.asks(mother)) {
                mother.check("birth-q-" + asked.size());
                asked.add(form.answer(mother));
                System.out.println(mother.at()+" "+mother.heading());
                mother.press("Lưu và tiếp tục");
            } else {
                System.out.println(mother.at()+" "+mother.text());
                mother.check("birth-tasks-" + asked.size());
                mother.page.locator("main a.mc-btn-w").click();
            }
        }
        System.out.println(mother.at()); System.out.println(mother.text());
    }
}
