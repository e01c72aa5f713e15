package vn.motcua.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.journey.Visitor.Device;

/// An officer's day without a mouse.
class DeskKeysJourneyTest extends Journey {
    private static void presses(Visitor officer, String... keys) {
        for (var key : keys) officer.page.keyboard().press(key);
    }

    @Test
    void work_is_found_opened_and_left_by_keys_that_are_listed_and_can_be_turned_off() {
        births.accept(births.filed("Phan Kim Anh"));
        births.accept(births.filed("Phan Kim Bình"));
        var officer = signedIn(TestPlatform.CASE_OFFICER, Device.desk(), "/desk");
        var help = officer.page.locator("#keys-help");
        presses(officer, "?");
        assertThat(help).isVisible();
        officer.check("keys-help").sees("Phím tắt");
        officer.width(360).look("keys-help-360").width(1280);
        presses(officer, "Escape");
        assertThat(help).isHidden();

        presses(officer, "j", "x");
        assertThat(officer.page.locator(".mc-work .mc-sel input").first()).isChecked();
        presses(officer, "j", "k", "Enter");
        officer.page.waitForURL("**/desk/dossiers/**");
        var first = officer.at();
        officer.check("keys-dossier");
        presses(officer, "]");
        officer.page.waitForURL(address -> !address.endsWith(first));
        presses(officer, "[");
        officer.page.waitForURL("**" + first);
        presses(officer, "a");
        assertThat(officer.page.locator("section[aria-labelledby=choices] .mc-list a").first())
                .isFocused();
        presses(officer, "1");
        officer.page.waitForURL("**/desk/dossiers/**/**");
        presses(officer, "g", "w");
        officer.page.waitForURL("**/desk");

        presses(officer, "?");
        help.locator("input[type=checkbox]").uncheck();
        presses(officer, "Escape", "j", "x");
        assertThat(officer.page.locator(".mc-work .mc-sel input:checked")).hasCount(0);
        officer.page.locator("[data-keys-open]").click();
        help.locator("input[type=checkbox]").check();
        assertThat(officer.at()).isEqualTo("/desk");
    }
}
