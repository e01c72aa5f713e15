package vn.motcua.dossier.internal.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestPlatform;
import vn.motcua.rules.Visitor;
import vn.motcua.worktime.Calendars;

/// A holiday and an agency's hours are entered by the operator: previewed, confirmed, journaled.
class CalendarPagesModuleTest {
    private static final TestPlatform PLATFORM = TestPlatform.shared();
    private static final String PAGE = "/operator/calendar";
    private static final LocalDate DAY = LocalDate.of(2029, 12, 27);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final Calendars calendars = PLATFORM.bean(Calendars.class);
    private final Visitor operator =
            Visitor.signedIn(PLATFORM.url(), TestPlatform.OPERATOR, PLATFORM.password());

    @Test
    void a_holiday_is_previewed_then_entered_and_every_dossier_is_reckoned_by_it() {
        assertThat(operator.get(PAGE).body())
                .contains("<h1>Lịch làm việc</h1>", "Ngày Văn hóa Việt Nam");
        int before = calendars.version();
        var shown = operator.post(PAGE, holiday("HOLIDAY", false));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("hồ sơ đang mở sẽ dời hẹn", "Ghi vào lịch");
        assertThat(calendars.version()).isEqualTo(before);

        // What is confirmed has to be what was previewed.
        assertThat(operator.post(PAGE, holiday("HOLIDAY", true)).statusCode()).isEqualTo(200);
        assertThat(calendars.version()).isEqualTo(before);

        confirm(holiday("HOLIDAY", true), shown.body());
        assertThat(calendars.of(TestPlatform.WARD).isWorkingDay(DAY)).isFalse();
        assertThat(operator.get(PAGE).body())
                .contains("Ngày nghỉ thử", "Quyết định 9/QĐ-TTg, 20/11/2026");
        assertThat(decided()).isPositive();

        confirm(holiday("ORDINARY", true), operator.post(PAGE, holiday("ORDINARY", false)).body());
        assertThat(calendars.of(TestPlatform.WARD).isWorkingDay(DAY)).isTrue();
    }

    @Test
    void an_agencys_hours_hold_for_those_below_it_from_their_day_on() {
        var typed = new HashMap<String, String>();
        typed.put("what", "HOURS");
        typed.put("agency", TestPlatform.WARD);
        typed.put("day", "27/12/2029");
        typed.put("week", "MON-FRI 07:00-11:30,13:30-17:00");
        typed.put("closing", "16:30");
        typed.put("decision", "Quyết định 10/QĐ-UBND");
        typed.put("decided", "20/11/2026");
        var shown = operator.post(PAGE, typed);
        assertThat(shown.statusCode()).isEqualTo(200);
        typed.put("confirm", "true");
        confirm(typed, shown.body());
        assertThat(calendars.of(TestPlatform.WARD).closingTime(DAY)).isEqualTo("16:30");
        assertThat(calendars.of(TestPlatform.WARD).closingTime(DAY.minusDays(1)))
                .isEqualTo("17:00");
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_is_entered() {
        int before = calendars.version();
        var sent =
                operator.post(
                        PAGE,
                        Map.of("what", "HOURS", "agency", "X99", "day", "31/2/2027", "week", "?"));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body())
                .contains(
                        "<title>Lỗi: ", "href=\"#day\"", "href=\"#agency\"", "href=\"#decision\"");
        assertThat(calendars.version()).isEqualTo(before);
    }

    @Test
    void the_calendar_is_the_operators_alone() {
        var officer =
                Visitor.signedIn(PLATFORM.url(), TestPlatform.CASE_OFFICER, PLATFORM.password());
        assertThat(officer.get(PAGE).statusCode()).isIn(403, 404);
    }

    private void confirm(Map<String, String> typed, String shown) {
        var seen = SEEN.matcher(shown);
        assertThat(seen.find()).isTrue();
        var confirmed = new HashMap<>(typed);
        confirmed.put("seen", seen.group(1));
        assertThat(operator.post(PAGE, confirmed).statusCode()).isBetween(302, 303);
    }

    private static Map<String, String> holiday(String what, boolean confirm) {
        var typed = new HashMap<String, String>();
        typed.put("what", what);
        typed.put("day", "27/12/2029");
        typed.put("nameVi", "Ngày nghỉ thử");
        typed.put("nameEn", "Day off");
        typed.put("decision", "Quyết định 9/QĐ-TTg");
        typed.put("decided", "20/11/2026");
        if (confirm) typed.put("confirm", "true");
        return typed;
    }

    private static long decided() {
        return JdbcClient.create(PLATFORM.database().superuserDataSource())
                .sql("select count(*) from journal.entry where kind = 'dossier.calendar-decided'")
                .query(Long.class)
                .single();
    }
}
