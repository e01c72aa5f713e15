package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.insight.Insight;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journey.Visitor.Device;

/// An officer's and a leader's day.
class DeskJourneyTest extends Journey {
    private static final String SECOND_RECEPTIONIST = "tiepnhan2.benthanh";

    @Test
    void the_counters_above_the_worklist_say_what_the_list_holds() {
        births.filed("Trịnh Gia Bảo");
        births.accept(births.filed("Trịnh Gia Hân"));
        for (var login : new String[] {TestPlatform.RECEPTIONIST, TestPlatform.CASE_OFFICER}) {
            var officer = officer(login).check("desk-1-worklist-" + login);
            int tabs = officer.page.locator("nav.mc-tabs a").count();
            assertThat(tabs).isGreaterThan(3);
            for (int i = 0; i < tabs; i++) {
                officer.open("/desk");
                var tab = officer.page.locator("nav.mc-tabs a").nth(i);
                int said = Integer.parseInt(tab.locator("b").innerText().replace(".", ""));
                var name = login + ", " + tab.innerText();
                tab.click();
                assertThat(listed(officer)).as(name).isEqualTo(said);
            }
        }
    }

    private static int listed(Visitor officer) {
        int rows = officer.page.locator("table.mc-work tbody tr").count();
        var next = officer.page.locator("nav.mc-pag a[href*=after]");
        while (next.count() > 0) {
            next.first().click();
            rows += officer.page.locator("table.mc-work tbody tr").count();
        }
        return rows;
    }

    @Test
    void a_refusal_needs_a_reason_and_words_and_gives_the_person_a_slip() {
        var code = births.filed("Trịnh Đức Anh").value();
        var receptionist = desk(TestPlatform.RECEPTIONIST, code);
        choose(receptionist, "Từ chối tiếp nhận");
        receptionist.press("Xem trước thư").check("desk-2-refusal-empty");
        receptionist.sees("Chọn một lý do trong danh sách").sees("Viết vài lời cho người dân hiểu");
        var words = "Cháu đã được khai sinh ngày 2/11/2026; chị nhận bản sao tại quầy.";
        receptionist.page.locator("#words").fill(words);
        receptionist.press("Xem trước thư").check("desk-3-refusal-half");
        assertThat(receptionist.page.locator("#words").inputValue()).isEqualTo(words);
        receptionist.choose("Trẻ đã được đăng ký khai sinh");
        receptionist
                .press("Xem trước thư")
                .check("desk-4-refusal-letter")
                .sees("Luật Hộ tịch 60/2014/QH13, Điều 12");
        receptionist
                .press("Xác nhận: ")
                .check("desk-5-refused")
                .sees("Đã từ chối tiếp nhận và cấp phiếu.");

        var mother = signedIn(TestPlatform.MOTHER, Device.phone(), "/dossiers/" + code);
        mother.check("desk-6-refusal-seen").sees("Không được tiếp nhận");
        var slip = mother.link("Phiếu từ chối tiếp nhận giải quyết hồ sơ").getAttribute("href");
        assertThat(Samples.words(mother.download(slip)))
                .contains(code)
                .contains("bản sao tại quầy");
    }

    @Test
    void the_second_of_two_officers_is_told_and_keeps_what_they_wrote() {
        var code = births.filed("Trịnh Khánh Linh").value();
        var slow = desk(TestPlatform.RECEPTIONIST, code);
        choose(slow, "Từ chối tiếp nhận");
        slow.choose("Trẻ đã được đăng ký khai sinh")
                .page
                .locator("#words")
                .fill("Lời tôi đang viết dở.");

        var quick = desk(SECOND_RECEPTIONIST, code);
        quick.sees("Trần Thị Ngọc Ánh cũng đang mở hồ sơ này");
        act(quick, "Tiếp nhận hồ sơ");

        slow.press("Xem trước thư")
                .check("desk-7-conflict")
                .sees("Hồ sơ vừa được người khác cập nhật");
        assertThat(slow.page.locator("#words").inputValue()).isEqualTo("Lời tôi đang viết dở.");
        slow.follow("Về hồ sơ").sees("Tiếp nhận");
    }

    @Test
    void every_figure_of_the_leader_opens_the_dossiers_behind_it() {
        births.accept(births.filed("Trịnh Nhật Minh"));
        platform.bean(JournalFeed.class).drainAll("insight.dossiers");
        assertThat(platform.bean(Insight.class)).isNotNull();
        var leader =
                signedIn(TestPlatform.LEADER, Device.phone(), "/leader").check("leader-1-phone");
        leader.width(1280).check("leader-2-wide");
        int figures = leader.page.locator("a.mc-kpi").count();
        assertThat(figures).isEqualTo(4);
        for (int i = 0; i < figures; i++) {
            leader.open("/leader");
            var figure = leader.page.locator("a.mc-kpi").nth(i);
            var said = figure.locator("b").innerText().strip();
            figure.click();
            leader.check("leader-3-behind-" + i);
            var list = leader.page.url();
            if (leader.page.locator("table.mc-tbl tbody tr").count() > 0) {
                leader.page.locator("table.mc-tbl tbody a").first().click();
                leader.check("leader-4-dossier-" + i);
                leader.page.navigate(list);
            }
            int rows = rows(leader);
            if (i > 0) {
                assertThat(rows).as(list).isEqualTo(Integer.parseInt(said.replace(".", "")));
                continue;
            }
            assertThat(rows).as("the dossier accepted above is counted").isPositive();
            leader.page.navigate(list.replace("figure=counted", "figure=good"));
            assertThat(said.replace('\u00a0', ' '))
                    .as("the share of those on time among the counted")
                    .isEqualTo(percent(rows(leader), rows));
        }
    }

    /// Lines of a list over all its pages.
    private static int rows(Visitor leader) {
        int rows = 0;
        while (true) {
            rows += leader.page.locator("table.mc-tbl tbody tr").count();
            var next = leader.page.locator("a[rel=next]");
            if (next.count() == 0) return rows;
            leader.page.navigate(
                    java.net
                            .URI
                            .create(leader.page.url())
                            .resolve(next.first().getAttribute("href"))
                            .toString());
        }
    }

    private static String percent(int part, int whole) {
        var share = java.math.BigDecimal.valueOf(part * 100L);
        return share.divide(java.math.BigDecimal.valueOf(whole), 1, java.math.RoundingMode.HALF_UP)
                        .toString()
                        .replace('.', ',')
                + " %";
    }

    @Test
    void a_business_household_is_received_at_the_counter() {
        var receptionist =
                officer(TestPlatform.RECEPTIONIST).open("/desk/counter").check("counter-1");
        receptionist.page.locator("#personalId").fill("079085004320x");
        receptionist.press("Tìm").check("counter-2-bad-number");
        receptionist.page.locator("#personalId").fill(TestPlatform.BUSINESS_MAN);
        receptionist.page.locator("#q").fill("ho kinh doanh");
        receptionist.press("Tìm").check("counter-3-found").sees("Trần Quốc Bảo");
        new Filed(this, receptionist).fillIn("counter-4");
        receptionist.check("counter-6-papers");
        receptionist.press("Tiếp nhận hồ sơ").check("counter-7-papers-missing");
        var forms = receptionist.page.locator("main select[name^='form.']");
        for (int i = 0; i < forms.count(); i++) {
            forms.nth(i).selectOption("ORIGINAL");
            receptionist.page.locator("main input[name^='quantity.']").nth(i).fill("1");
        }
        receptionist.pressTwice("Tiếp nhận hồ sơ");
        receptionist.page.waitForURL("**/desk/counter/filed/**");
        receptionist.check("counter-8-filed");
        var code = receptionist.page.locator(".mc-code").innerText();
        var slip = receptionist.link("In giấy tiếp nhận").getAttribute("href");
        assertThat(Samples.words(receptionist.download(slip)))
                .contains(code)
                .contains("Trần Quốc Bảo");
        var owner =
                signedIn(TestPlatform.BUSINESS_MAN, Device.phone(), "/dossiers")
                        .check("counter-9-owner");
        assertThat(owner.page.locator("a[href='/dossiers/" + code + "']").count()).isEqualTo(1);
    }
}
