package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;

class WorkingCalendarTest {
    private static final WorkingCalendar CALENDAR = Calendars.builtIn().of("");
    private static final DayKind MOURNING =
            new DayKind(
                    DayKind.Type.HOLIDAY,
                    LocalText.of("Ngày nghỉ thêm", "Extra day off"),
                    DayKind.Standing.ANNOUNCED,
                    "1/QĐ");

    @Test
    void the_shipped_list_reaches_from_2024_to_2028() {
        var days = NationalDays.shipped().asMap();
        assertThat(days).hasSize(75);
        assertThat(days.keySet())
                .anyMatch(day -> day.getYear() == 2024)
                .anyMatch(day -> day.getYear() == 2028);
        assertThat(CALENDAR.special(LocalDate.of(2026, 11, 24)).orElseThrow().name().vi())
                .isEqualTo("Ngày Văn hóa Việt Nam");
    }

    @Test
    void an_exchanged_saturday_is_worked_in_full() {
        var saturday = LocalDate.of(2026, 8, 22);
        assertThat(CALENDAR.isWorkingDay(saturday)).isTrue();
        assertThat(CALENDAR.shifts(saturday)).hasSize(2);
        assertThat(CALENDAR.isWorkingDay(saturday.plusDays(7))).isFalse();
        assertThat(CALENDAR.shifts(LocalDate.of(2026, 8, 31))).isEmpty();
    }

    @Test
    void a_saturday_morning_counts_in_hours_but_is_no_working_day() {
        var police =
                WorkingCalendar.of(
                        NationalDays.shipped(),
                        List.of(
                                OpeningHours.parse(
                                        LocalDate.of(2000, 1, 1),
                                        OpeningHours.DEFAULT_WEEK + "; SAT 07:30-11:30",
                                        LocalTime.of(17, 0))));
        assertThat(police.isWorkingDay(LocalDate.of(2026, 11, 21))).isFalse();
        assertThat(police.plus(at("2026-11-20T16:30"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-21T08:30"));
        assertThat(police.shifts(LocalDate.of(2026, 8, 22))).hasSize(2);
    }

    @Test
    void hours_change_on_the_day_the_decision_names() {
        var calendar =
                WorkingCalendar.of(
                        NationalDays.shipped(),
                        List.of(
                                OpeningHours.DEFAULT,
                                OpeningHours.parse(
                                        LocalDate.of(2026, 11, 23),
                                        "MON-FRI 07:00-11:30,13:30-17:00",
                                        LocalTime.of(16, 30))));
        assertThat(calendar.closingTime(LocalDate.of(2026, 11, 20))).isEqualTo("17:00");
        assertThat(calendar.closingTime(LocalDate.of(2026, 11, 23))).isEqualTo("16:30");
        assertThat(calendar.between(at("2026-11-20T17:00"), at("2026-11-23T07:30")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void hours_are_written_as_they_are_read() {
        var hours =
                OpeningHours.parse(
                        LocalDate.of(2026, 1, 1),
                        "MON-FRI 07:30-11:30,13:30-17:30; SAT 07:30-11:30",
                        LocalTime.of(17, 0));
        assertThat(OpeningHours.parse(hours.from(), hours.weekText(), hours.closing()))
                .isEqualTo(hours);
    }

    @Property
    void going_forward_by_working_time_and_measuring_it_agree(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = -3_000_000, max = 3_000_000) int s) {
        var time = Duration.ofSeconds(s);
        assertThat(CALENDAR.between(from, CALENDAR.plus(from, time))).isEqualTo(time);
    }

    @Property
    void measuring_and_going_back_there_never_overshoots(
            @ForAll("moments") Instant a, @ForAll("moments") Instant b) {
        var reached = CALENDAR.plus(a, CALENDAR.between(a, b));
        assertThat(CALENDAR.between(reached, b)).isZero();
        assertThat(CALENDAR.between(a, b)).isEqualTo(CALENDAR.between(b, a).negated());
    }

    @Property(tries = 300)
    void working_time_is_what_a_clerk_counts_minute_by_minute(
            @ForAll("moments") Instant moment, @ForAll @IntRange(max = 5_000) int minutes) {
        var from = moment.truncatedTo(ChronoUnit.MINUTES);
        long counted = 0;
        for (int i = 0; i < minutes; i++) {
            var local = from.plusSeconds(60L * i).atZone(HanoiTime.ZONE);
            if (CALENDAR.shifts(local.toLocalDate()).stream()
                    .anyMatch(
                            shift ->
                                    !local.toLocalTime().isBefore(shift.from())
                                            && local.toLocalTime().isBefore(shift.to()))) counted++;
        }
        assertThat(CALENDAR.between(from, from.plusSeconds(60L * minutes)).toMinutes())
                .isEqualTo(counted);
    }

    /// The sums against the plain walk over shifts, whatever hours and days an agency has.
    @Property(tries = 200)
    void the_sums_tell_what_walking_the_shifts_one_by_one_tells(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant a,
            @ForAll @IntRange(max = 9_000_000) int seconds) {
        var b = a.plusSeconds(seconds);
        var walked = Duration.ZERO;
        var last = HanoiTime.dateOf(b);
        for (var day : HanoiTime.dateOf(a).datesUntil(last.plusDays(1)).toList())
            for (var shift : calendar.shifts(day)) walked = walked.plus(overlap(day, shift, a, b));
        assertThat(calendar.between(a, b)).isEqualTo(walked);
        assertThat(calendar.between(b, a)).isEqualTo(walked.negated());
        var reached = calendar.plus(a, walked);
        assertThat(reached).isBeforeOrEqualTo(b);
        assertThat(calendar.between(a, reached)).isEqualTo(walked);
    }

    private static Duration overlap(LocalDate day, Shift shift, Instant a, Instant b) {
        var from = HanoiTime.instant(day.atTime(shift.from()));
        var to = HanoiTime.instant(day.atTime(shift.to()));
        if (from.isBefore(a)) from = a;
        if (to.isAfter(b)) to = b;
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    @Provide
    static Arbitrary<WorkingCalendar> calendars() {
        var weeks =
                Arbitraries.of(
                        OpeningHours.DEFAULT_WEEK,
                        OpeningHours.DEFAULT_WEEK + "; SAT 07:30-11:30",
                        "MON-FRI 07:00-11:30,13:30-17:00",
                        "MON-THU 08:00-12:15; SAT 07:45-09:10,09:20-11:00");
        var days = Arbitraries.integers().between(0, 1_400);
        return Combinators.combine(weeks, weeks, days, days.list().ofMaxSize(12))
                .as(WorkingCalendarTest::calendar);
    }

    private static WorkingCalendar calendar(
            String first, String then, int changes, List<Integer> holidays) {
        var start = LocalDate.of(2025, 1, 1);
        var days = NationalDays.shipped();
        for (int holiday : holidays) days = days.with(start.plusDays(holiday), MOURNING);
        return WorkingCalendar.of(
                days,
                List.of(
                        OpeningHours.parse(LocalDate.of(2000, 1, 1), first, LocalTime.of(17, 0)),
                        OpeningHours.parse(start.plusDays(changes), then, LocalTime.of(16, 30))));
    }

    @Property
    void the_nth_working_day_is_a_working_day_and_n_days_away(
            @ForAll("moments") Instant moment, @ForAll @IntRange(min = 1, max = 500) int n) {
        var day = HanoiTime.dateOf(moment);
        var after = CALENDAR.plusWorkingDays(day, n);
        var before = CALENDAR.plusWorkingDays(day, -n);
        assertThat(CALENDAR.isWorkingDay(after)).isTrue();
        assertThat(CALENDAR.isWorkingDay(before)).isTrue();
        assertThat(CALENDAR.workingDaysBetween(day, after)).isEqualTo(n);
        assertThat(CALENDAR.workingDaysBetween(before.minusDays(1), day.minusDays(1))).isEqualTo(n);
    }

    @Property
    void a_later_start_is_never_due_earlier(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 2_000_000) int later) {
        assertThat(Deadlines.due(limit, start.plusSeconds(later), CALENDAR))
                .isAfterOrEqualTo(Deadlines.due(limit, start, CALENDAR));
    }

    @Property
    void a_longer_term_is_never_due_earlier(
            @ForAll("limits") TimeLimit limit, @ForAll("moments") Instant start) {
        if (limit.unit() == TermUnit.SAME_DAY) return;
        var longer = new TimeLimit(limit.quantity() + 1, limit.unit(), null);
        assertThat(Deadlines.due(longer, start, CALENDAR))
                .isAfterOrEqualTo(Deadlines.due(limit, start, CALENDAR));
    }

    @Property(tries = 60)
    void one_more_holiday_never_makes_a_term_end_earlier(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 40) int holidayAfter) {
        var holiday = HanoiTime.dateOf(start).plusDays(holidayAfter);
        var more =
                WorkingCalendar.of(
                        NationalDays.shipped().with(holiday, MOURNING),
                        List.of(OpeningHours.DEFAULT));
        assertThat(Deadlines.due(limit, start, more))
                .isAfterOrEqualTo(Deadlines.due(limit, start, CALENDAR));
    }

    @Provide
    static Arbitrary<Instant> moments() {
        long from = at("2025-01-01T00:00").getEpochSecond();
        long to = at("2028-12-01T00:00").getEpochSecond();
        return Arbitraries.longs().between(from, to).map(s -> Instant.ofEpochSecond(s));
    }

    @Provide
    static Arbitrary<TimeLimit> limits() {
        return Combinators.combine(
                        Arbitraries.of(TermUnit.class), Arbitraries.integers().between(1, 40))
                .as(
                        (unit, n) ->
                                new TimeLimit(
                                        switch (unit) {
                                            case SAME_DAY -> 1;
                                            case YEAR -> 1 + n % 3;
                                            default -> n;
                                        },
                                        unit,
                                        null));
    }

    private static Instant at(String local) {
        return HanoiTime.instant(LocalDateTime.parse(local));
    }
}
