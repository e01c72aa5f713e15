package vn.motcua.dossier.internal.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.internal.store.ReminderStore.Part;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DeadlineGuide;
import vn.motcua.worktime.WorkingCalendar;

/// The pure rules of the watch and of reminders.
class WatchTest {
    private static final WorkingCalendar CALENDAR = Calendars.builtIn().of("");
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    @Test
    void the_next_working_day_is_looked_ahead_to_over_a_weekend() {
        var friday = at("2026-11-20T16:00");
        assertThat(Watch.near(at("2026-11-23T17:00"), friday, CALENDAR)).isTrue();
        assertThat(Watch.near(at("2026-11-25T17:00"), friday, CALENDAR)).isFalse();
        // The 24th is a holiday.
        assertThat(Watch.near(at("2026-11-25T17:00"), at("2026-11-23T08:00"), CALENDAR)).isTrue();
        assertThat(Watch.near(at("2026-11-20T15:00"), friday, CALENDAR)).isFalse();
    }

    @Property
    void work_that_takes_longer_than_the_time_left_is_always_told(
            @ForAll @IntRange(max = 10_000) int work,
            @ForAll @IntRange(max = 10_000) int left,
            @ForAll @IntRange(max = 30_000) int term) {
        boolean told =
                Watch.tooLong(
                        Duration.ofMinutes(work),
                        Duration.ofMinutes(left),
                        Duration.ofMinutes(term));
        if (work > left) assertThat(told).isTrue();
        if (work + Math.min(240, term / 5 + 1) <= left) assertThat(told).isFalse();
    }

    @Property
    void a_reminder_due_stays_due_until_the_last_day_and_none_comes_after_it(
            @ForAll @IntRange(max = 400) int term, @ForAll @IntRange(max = 500) int day) {
        var last = MONDAY.plusDays(term);
        var today = MONDAY.plusDays(day);
        var due = Reminding.due(MONDAY, last, today);
        if (today.isAfter(last) || day == 0) assertThat(due).isEmpty();
        else if (!today.equals(last))
            assertThat(Reminding.due(MONDAY, last, today.plusDays(1))).containsAll(due);
    }

    @ParameterizedTest(name = "english: {0}")
    @ValueSource(booleans = {false, true})
    void reminders_come_on_the_days_the_guide_says(boolean english) {
        var guide = DeadlineGuide.read(english);
        var table =
                english
                        ? guide.with(
                                "Asked",
                                "Last day",
                                "Reminded at half",
                                "Reminded three days before")
                        : guide.with(
                                "Yêu cầu ngày", "Ngày cuối", "Nhắc nửa hạn", "Nhắc còn ba ngày");
        for (var row : table.getFirst().rows()) {
            var asked = guide.day(row.get(0));
            var last = guide.day(row.get(1));
            assertThat(first(Part.HALF, asked, last)).isEqualTo(guide.day(row.get(2)));
            var three = first(Part.THREE_DAYS, asked, last);
            if (row.get(3).isEmpty()) assertThat(three).isAfter(last);
            else assertThat(three).isEqualTo(guide.day(row.get(3)));
        }
    }

    /// The day after the last where it never comes.
    private static LocalDate first(Part part, LocalDate asked, LocalDate last) {
        var day = asked;
        while (!day.isAfter(last) && !Reminding.due(asked, last, day).contains(part))
            day = day.plusDays(1);
        return day;
    }

    private static Instant at(String local) {
        return HanoiTime.instant(LocalDateTime.parse(local));
    }
}
