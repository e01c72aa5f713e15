package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import vn.motcua.TestPlatform;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.internal.appointment.LateWatch;
import vn.motcua.dossier.internal.processing.Applicant;
import vn.motcua.journal.JournalFeed;
import vn.motcua.journey.Visitor.Device;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.PlatformClock;
import vn.motcua.worktime.Calendars;

/// A dossier that will not be done by its appointment, with a moved clock: from the watch to the
/// leader who sees it as late.
class LateJourneyTest extends Journey {
    private static final String WORDS = "Công chức hộ tịch nghỉ ốm, đang bố trí người thay.";

    private final LocalDate today = LocalDate.now(HanoiTime.ZONE);
    private final LocalDate day =
            platform.bean(Calendars.class).of(TestPlatform.WARD).plusWorkingDays(today, -2);
    private final LocalDate newDay =
            platform.bean(Calendars.class).of(TestPlatform.WARD).plusWorkingDays(today, 4);

    @Test
    void a_late_dossier_is_foreseen_apologised_for_completed_with_a_reason_and_counted() {
        var code = foreseen();

        var receptionist =
                signedIn(TestPlatform.RECEPTIONIST, Device.desk(), "/desk/late")
                        .check("late-1-list");
        receptionist.sees("Đã quá hạn, chưa có thư xin lỗi").sees(code.value());
        receptionist.width(360).check("late-1-list-phone");

        var approver = desk(TestPlatform.APPROVER, code.value());
        choose(approver, "Xin lỗi và hẹn lại");
        approver.press("Xem trước thư").check("late-2-letter-empty");
        approver.sees("Chọn một lý do trễ hạn");
        approver.choose("Thiếu người").page.locator("#words").fill(WORDS);
        approver.page.locator("#day").fill(Integer.toString(newDay.getDayOfMonth()));
        approver.page.locator("#month").fill(Integer.toString(newDay.getMonthValue()));
        approver.page.locator("#year").fill(Integer.toString(newDay.getYear()));
        approver.press("Xem trước thư").check("late-3-letter").sees("Thiếu người").sees(WORDS);
        approver.press("Xác nhận: ").check("late-4-apologised");

        var mother = signedIn(TestPlatform.MOTHER, Device.phone(), "/dossiers/" + code.value());
        mother.check("late-5-mother")
                .sees(HanoiTime.date(newDay))
                .sees("Hẹn ban đầu là")
                .sees(HanoiTime.date(day))
                .sees("Thiếu người")
                .sees(WORDS);
        var slip = mother.link("Văn bản xin lỗi").getAttribute("href");
        assertThat(Samples.words(mother.download(slip))).contains(code.value()).contains(WORDS);
        var english =
                signedIn(
                        TestPlatform.MOTHER,
                        Device.phone().in("en-US"),
                        "/dossiers/" + code.value());
        english.check("late-6-mother-english").sees("The first appointment was");

        completed(code, approver);

        platform.bean(JournalFeed.class).drainAll("insight.dossiers");
        var leader =
                signedIn(
                        TestPlatform.LEADER, Device.desk(), "/leader/dossiers?figure=late&days=30");
        leader.check("late-9-leader").sees(code.value());
    }

    /// Accepted two working days ago before noon, and looked at by the watch that afternoon.
    private DossierCode foreseen() {
        var code = births.filedAt(at(LocalTime.of(8, 0)), "Trịnh Hoài An");
        PlatformClock.at(at(LocalTime.of(9, 0)), () -> births.accept(code));
        PlatformClock.at(
                at(LocalTime.of(16, 0)),
                () ->
                        platform.asSystem(
                                () -> {
                                    platform.bean(LateWatch.class).look();
                                    return code;
                                }));
        return code;
    }

    private void completed(DossierCode code, Visitor approver) {
        births.step(TestPlatform.CASE_OFFICER, code, "eligible");
        platform.as(
                TestPlatform.MOTHER,
                () -> {
                    platform.bean(Applicant.class)
                            .completeStep(births.id(code), births.token(code), "confirmed", null);
                    return code;
                });
        approver.open("/desk/dossiers/" + births.id(code));
        choose(approver, "Ký");
        approver.press("Xác nhận: ").check("late-7-reason-missing");
        approver.sees("Chọn một lý do trễ hạn").sees("Ghi vài chữ về việc trễ hạn");
        approver.choose("Số hồ sơ tăng vượt khả năng xử lý");
        approver.page.locator("#lateWords").fill("Hồ sơ dồn sau kỳ nghỉ.");
        approver.press("Xác nhận: ").check("late-8-signed");
    }

    private Instant at(LocalTime time) {
        return HanoiTime.instant(day.atTime(time));
    }
}
