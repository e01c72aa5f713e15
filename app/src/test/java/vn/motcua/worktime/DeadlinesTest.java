package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kernel.HanoiTime;

class DeadlinesTest {
    private static final WorkingCalendar CALENDAR = Calendars.builtIn().of("H29.101");

    @ParameterizedTest(name = "{0} {1} from {2} is due {3}")
    @CsvSource({
        "5,  WORKING_DAY,  2026-04-23T10:00, 2026-05-05T17:00",
        "2,  WORKING_DAY,  2026-08-20T10:00, 2026-08-22T17:00",
        "10, WORKING_DAY,  2026-08-20T10:00, 2026-09-07T17:00",
        "5,  WORKING_DAY,  2026-11-20T10:00, 2026-11-30T17:00",
        "10, CALENDAR_DAY, 2026-02-06T10:00, 2026-02-23T17:00",
        "15, CALENDAR_DAY, 2026-04-17T10:00, 2026-05-04T17:00",
        "20, WORKING_DAY,  2026-02-12T10:00, 2026-03-19T17:00",
        "1,  SAME_DAY,     2026-02-13T15:20, 2026-02-23T17:00",
        "7,  WORKING_DAY,  2026-06-01T10:00, 2026-06-10T17:00",
        "8,  WORKING_HOUR, 2026-11-20T16:30, 2026-11-23T16:30",
        "8,  WORKING_HOUR, 2026-11-21T14:00, 2026-11-23T17:30",
        "8,  WORKING_HOUR, 2026-11-23T16:30, 2026-11-25T16:30",
        "16, WORKING_HOUR, 2026-08-20T10:15, 2026-08-22T10:15",
    })
    void a_term_ends_where_the_worked_examples_say(
            int quantity, TermUnit unit, LocalDateTime start, LocalDateTime due) {
        assertThat(due(new TimeLimit(quantity, unit, null), start)).isEqualTo(instant(due));
    }

    @ParameterizedTest(name = "{0} {1} from {2} is due {3}")
    @CsvSource({
        "1, MONTH,        2026-01-31T09:00, 2026-03-02T17:00", // 28 February is a Saturday
        "1, MONTH,        2027-01-31T09:00, 2027-03-01T17:00", // 28 February is a Sunday
        "1, MONTH,        2024-01-31T09:00, 2024-02-29T17:00", // leap year, a Thursday
        "3, MONTH,        2026-05-24T09:00, 2026-08-24T17:00",
        "3, MONTH,        2026-08-24T09:00, 2026-11-25T17:00", // 24 November is a holiday
        "1, YEAR,         2024-02-29T09:00, 2025-02-28T17:00",
        "1, YEAR,         2026-12-31T09:00, 2027-12-31T17:00",
        "1, CALENDAR_DAY, 2026-12-31T09:00, 2027-01-04T17:00", // New Year, Saturday, Sunday
        "1, WORKING_DAY,  2026-12-31T23:59, 2027-01-04T17:00",
        "1, WORKING_DAY,  2026-11-22T20:44, 2026-11-23T17:00", // filed on a Sunday evening
        "3, CALENDAR_DAY, 2026-08-19T09:00, 2026-08-22T17:00", // a Saturday that is worked
        "1, SAME_DAY,     2026-02-13T14:59, 2026-02-13T17:00",
        "1, SAME_DAY,     2026-02-13T15:00, 2026-02-23T17:00",
        "1, SAME_DAY,     2026-11-21T08:00, 2026-11-23T17:00", // a Saturday
        "1, SAME_DAY,     2026-08-22T08:00, 2026-08-22T17:00", // a Saturday that is worked
        "4, WORKING_HOUR, 2026-11-23T12:15, 2026-11-23T17:30", // received at lunch
        "4, WORKING_HOUR, 2026-11-23T18:00, 2026-11-25T11:30", // received after hours
        "4, WORKING_HOUR, 2026-11-23T06:00, 2026-11-23T11:30", // received before hours
    })
    void months_years_and_odd_hours_follow_the_civil_code(
            int quantity, TermUnit unit, LocalDateTime start, LocalDateTime due) {
        assertThat(due(new TimeLimit(quantity, unit, null), start)).isEqualTo(instant(due));
    }

    @Test
    void a_same_day_term_may_have_its_own_cut_off() {
        var limit = TimeLimit.sameDay(LocalTime.of(10, 0));
        assertThat(due(limit, LocalDateTime.parse("2026-11-23T10:00")))
                .isEqualTo(instant(LocalDateTime.parse("2026-11-25T17:00")));
    }

    @Test
    void notice_of_a_promotion_counts_working_days_backwards() {
        assertThat(Deadlines.latestNotice(3, LocalDate.of(2026, 12, 1), CALENDAR))
                .isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(Deadlines.latestNotice(1, LocalDate.of(2026, 11, 25), CALENDAR))
                .isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void a_term_nobody_can_mean_is_refused() {
        assertThatThrownBy(() -> TimeLimit.workingDays(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeLimit(1, TermUnit.WORKING_DAY, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant due(TimeLimit limit, LocalDateTime start) {
        return Deadlines.due(limit, instant(start), CALENDAR);
    }

    private static Instant instant(LocalDateTime local) {
        return HanoiTime.instant(local);
    }
}
