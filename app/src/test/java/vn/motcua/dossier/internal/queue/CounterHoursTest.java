package vn.motcua.dossier.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.DayKind;

class CounterHoursTest {
    private static final CounterHours HOURS =
            new CounterHours(
                    false,
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                    new CounterHours.Span(LocalTime.of(7, 30), LocalTime.of(11, 0)),
                    new CounterHours.Span(LocalTime.of(13, 30), LocalTime.of(16, 30)),
                    1);

    private static boolean open(String moment, DayKind.Type... special) {
        var kind =
                special.length == 0
                        ? null
                        : new DayKind(
                                special[0],
                                LocalText.of("Ngày"),
                                DayKind.Standing.ANNOUNCED,
                                "thử");
        return HOURS.open(LocalDateTime.parse(moment), kind);
    }

    @Test
    void tickets_are_given_out_from_the_first_minute_to_before_the_last() {
        assertThat(open("2026-11-23T07:29")).isFalse();
        assertThat(open("2026-11-23T07:30")).isTrue();
        assertThat(open("2026-11-23T10:59")).isTrue();
        assertThat(open("2026-11-23T11:00")).isFalse();
        assertThat(open("2026-11-23T13:30")).isTrue();
        assertThat(open("2026-11-25T08:00")).as("a Wednesday").isFalse();
    }

    @Test
    void holidays_are_closed_and_worked_saturdays_open() {
        assertThat(open("2026-11-24T08:00", DayKind.Type.HOLIDAY)).isFalse();
        assertThat(open("2026-11-28T08:00", DayKind.Type.SWAP_WORK)).isTrue();
        assertThat(open("2026-11-28T12:00", DayKind.Type.SWAP_WORK)).isFalse();
        assertThat(CounterHours.ANY.open(LocalDateTime.parse("2026-11-29T03:00"), null)).isTrue();
    }
}
