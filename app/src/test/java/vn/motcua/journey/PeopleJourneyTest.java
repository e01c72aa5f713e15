package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.assignment.Hands;
import vn.motcua.dossier.internal.processing.Desk;
import vn.motcua.dossier.internal.processing.Timers;
import vn.motcua.journey.Visitor.Device;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.worktime.Calendars;

/// Work that finds other hands, with a moved clock: a timer passes it on, and somebody on leave
/// leaves it to who stands in.
class PeopleJourneyTest extends Journey {
    private static final String OFFICER_NAME = "Đoàn Công Minh";
    private static final String DELEGATE_NAME = "Lê Thị Bích Thủy";
    private static final String DONE = "Không cần kiểm tra thực địa";

    private final Permits permits = new Permits(platform);
    private final LocalDate today = LocalDate.now(HanoiTime.ZONE);

    @Test
    void work_that_lies_too_long_is_warned_of_and_then_passes_to_the_approver() {
        var accepted = at(-9, 9);
        var code = permits.filedAt(at(-9, 8));
        PlatformClock.at(accepted, () -> births.accept(code));
        fire(at(-3, 16), code);

        var officer = listed(TestPlatform.ECONOMY_OFFICER, Device.desk(), code);
        officer.check("people-01-warned-list").sees("(đã cảnh báo)");
        officer.width(360).look("people-02-warned-list-phone").width(1280);
        officer.follow(code.value()).check("people-03-warned");
        officer.sees("Cảnh báo lúc").sees("Còn hai ngày để báo bổ sung").sees("Thẩm định hồ sơ");

        fire(Instant.now(), code);
        officer.open("/desk/dossiers/" + births.id(code)).check("people-04-passed-on");
        officer.sees("Bạn không giữ việc nào trong hồ sơ này");

        var english = listed(TestPlatform.APPROVER, Device.desk().in("en-US"), code);
        english.check("people-05-escalated-list-english").sees("(passed on)");
        english.follow(code.value()).check("people-06-escalated-english");
        english.sees("Not examined within 7 working days");

        var approver = listed(TestPlatform.APPROVER, Device.phone(), code);
        approver.check("people-07-escalated-list-phone").sees("(đã chuyển lên)");
        approver.follow(code.value()).check("people-08-escalated-phone");
        approver.sees("Quá 7 ngày làm việc mà chưa thẩm định xong");
        choose(approver, DONE);
        approver.press("Xác nhận: ").check("people-09-completed");
        assertThat(births.task(code).stepId()).isEqualTo("decide");
        officer.open("/desk/dossiers/" + births.id(code)).check("people-10-back-at-the-unit");
        assertThat(logged(officer, "Thẩm định hồ sơ")).contains("Phạm Hồng Sơn").contains(DONE);
    }

    @Test
    void on_leave_the_work_goes_to_who_stands_in_and_afterwards_comes_back() {
        var first = accepted();
        var second = accepted();
        var officer = officer(TestPlatform.ECONOMY_OFFICER).open("/desk/absence");
        var last = announced(officer);
        handedOver(officer, first, second);

        var head = officer(TestPlatform.APPROVER).open("/desk/absence");
        head.check("people-26-leave-head").sees(OFFICER_NAME).sees(DELEGATE_NAME);
        head.width(360).look("people-27-leave-head-phone").width(1280);
        given(head, second);

        standsIn(first);

        assertThat(births.task(accepted()).claimedName()).isEqualTo(DELEGATE_NAME);
        var later = permits.filed(false);
        var after = platform.bean(Calendars.class).of(TestPlatform.WARD).plusWorkingDays(last, 1);
        PlatformClock.at(
                HanoiTime.instant(after.atTime(LocalTime.of(9, 0))), () -> births.accept(later));
        assertThat(births.task(later).claimedName()).isEqualTo(OFFICER_NAME);

        officer.open("/desk/absence").press("Kết thúc").check("people-36-leave-ended");
        officer.sees("Đã kết thúc.").doesNotSee("Người thay: " + DELEGATE_NAME);
        assertThat(births.task(accepted()).claimedName()).isEqualTo(OFFICER_NAME);
    }

    /// Leave from today on, after a first try without a date.
    private LocalDate announced(Visitor officer) {
        officer.check("people-11-leave-empty");
        officer.width(360).look("people-12-leave-empty-phone").width(1280);
        officer.page.locator("#from").fill("32/1/2026");
        officer.press("Ghi").check("people-13-leave-faults");
        officer.sees("Nhập ngày đầu").sees("Nhập ngày cuối");
        officer.width(360).look("people-14-leave-faults-phone").width(1280);
        var last = today.plusDays(2);
        officer.page.locator("#from").fill(HanoiTime.date(today));
        officer.page.locator("#to").fill(HanoiTime.date(last));
        officer.page.locator("#delegate").selectOption(new SelectOption().setLabel(DELEGATE_NAME));
        officer.press("Ghi").check("people-15-leave-written");
        officer.sees("Đã ghi.").sees("Người thay: " + DELEGATE_NAME).sees("Hôm nay");
        officer.width(360).look("people-16-leave-written-phone").width(1280);
        signedIn(TestPlatform.ECONOMY_OFFICER, Device.phone().in("en-US"), "/desk/absence")
                .check("people-17-leave-english-phone")
                .width(1280)
                .look("people-18-leave-english");
        return last;
    }

    /// Everything in hand goes over; of the second piece somebody has made the page stale.
    private void handedOver(Visitor officer, DossierCode first, DossierCode second) {
        officer.follow("Bàn giao việc").check("people-19-hand-over");
        assertThat(row(officer, first)).contains("chuyển cho " + DELEGATE_NAME);
        assertThat(row(officer, second)).contains("chuyển cho " + DELEGATE_NAME);
        officer.width(360).look("people-20-hand-over-phone").width(1280);
        signedIn(TestPlatform.ECONOMY_OFFICER, Device.phone().in("en-US"), officer.at())
                .check("people-21-hand-over-english-phone")
                .width(1280)
                .look("people-22-hand-over-english");
        takenAwayAndClaimedAgain(second);
        officer.button("Bàn giao ").click();
        officer.check("people-23-handed-over").sees("Đã bàn giao ");
        assertThat(row(officer, first)).contains("Đã chuyển cho " + DELEGATE_NAME);
        assertThat(row(officer, second)).contains("Hồ sơ vừa được người khác cập nhật");
        officer.width(360).look("people-24-handed-over-phone").width(1280);
        officer.follow("Xem những việc còn lại").check("people-25-left-over");
        assertThat(row(officer, second)).contains("chuyển cho " + DELEGATE_NAME);
        assertThat(births.task(first).claimedName()).isEqualTo(DELEGATE_NAME);
        assertThat(births.task(second).claimedName()).isEqualTo(OFFICER_NAME);
    }

    private void takenAwayAndClaimedAgain(DossierCode code) {
        var id = births.id(code);
        var task = births.task(code).id();
        int seen = births.dossier(code).version();
        platform.as(
                TestPlatform.APPROVER,
                () -> {
                    platform.bean(Hands.class).hand(id, seen, task, null);
                    return id;
                });
        int since = births.dossier(code).version();
        platform.as(
                TestPlatform.ECONOMY_OFFICER,
                () -> {
                    platform.bean(Desk.class).claim(id, since, task);
                    return id;
                });
    }

    /// The head gives the piece that stayed behind to who stands in.
    private void given(Visitor head, DossierCode code) {
        head.open("/desk/dossiers/" + births.id(code));
        head.choose("Chỉ đạo, kiểm tra việc giải quyết hồ sơ");
        head.page.locator("main textarea").fill("Giao lại việc của người đang nghỉ.");
        head.press("Xem hồ sơ").check("people-28-head-sees-hands");
        head.follow("Giao việc").check("people-29-give").sees("đang nghỉ");
        head.width(360).look("people-30-give-phone").width(1280);
        head.choose(DELEGATE_NAME);
        head.button("Giao việc").click();
        head.check("people-31-given").sees("Đã giao việc.");
        head.sees(DELEGATE_NAME + " (thay mặt " + OFFICER_NAME + ")");
    }

    private void standsIn(DossierCode code) {
        var delegate = listed(TestPlatform.CASE_OFFICER, Device.phone(), code);
        delegate.check("people-32-stand-in-list-phone").follow(code.value());
        delegate.sees(DELEGATE_NAME + " (thay mặt " + OFFICER_NAME + ")");
        choose(delegate, DONE);
        delegate.check("people-33-stand-in-act").press("Xác nhận: ");
        delegate.open("/desk/dossiers/" + births.id(code)).check("people-34-log-phone");
        delegate.width(1280).look("people-35-log");
        assertThat(logged(delegate, "Thẩm định hồ sơ"))
                .contains(DELEGATE_NAME + " (thay mặt " + OFFICER_NAME + ")")
                .contains(DONE);
    }

    private DossierCode accepted() {
        var code = permits.filed(false);
        births.accept(code);
        return code;
    }

    private Visitor listed(String login, Device device, DossierCode code) {
        var officer = signedIn(login, device, "/desk");
        officer.page.locator("#q").fill(code.value());
        officer.page.locator("form[role=search] button").click();
        return officer;
    }

    private static String logged(Visitor officer, String step) {
        return lines(officer.page.locator("section[aria-labelledby=log] tbody tr"), step);
    }

    private static String row(Visitor officer, DossierCode code) {
        return lines(officer.page.locator("table tbody tr"), code.value());
    }

    private static String lines(Locator rows, String words) {
        return rows.filter(new Locator.FilterOptions().setHasText(words)).first().innerText();
    }

    private void fire(Instant moment, DossierCode code) {
        var id = births.id(code);
        PlatformClock.at(
                moment, () -> assertThat(platform.bean(Timers.class).fireDue(id)).isPositive());
    }

    /// On the working day so many before today, at the hour.
    private Instant at(int days, int hour) {
        var calendar = platform.bean(Calendars.class).of(TestPlatform.WARD);
        return HanoiTime.instant(
                calendar.plusWorkingDays(today, days).atTime(LocalTime.of(hour, 0)));
    }
}
