package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
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
import vn.motcua.kernel.Words;

class DeadlineLedgerTest {
    private static final WorkingCalendar CALENDAR = Calendars.builtIn().of("");
    private static final Locale VI = Locale.of("vi");

    private static final DeadlineLedger HOUSE_PERMIT =
            accepted("2026-11-16T09:10", TimeLimit.workingDays(7))
                    .plus(new DeadlineLine.Paused(at("2026-11-19T15:30"), "supplement"));

    @Test
    void a_dossier_not_yet_accepted_has_no_appointment() {
        var reckoning = DeadlineLedger.empty().reckon(CALENDAR, at("2026-11-16T09:10"));
        assertThat(reckoning.due()).isNull();
        assertThat(DeadlineState.of(reckoning, at("2026-11-16T09:10"), CALENDAR))
                .isEqualTo(DeadlineState.NONE);
    }

    @Test
    void after_a_supplement_the_five_days_left_go_on() {
        var reckoning =
                asked().plus(resumed(Resumption.RESUME)).reckon(CALENDAR, at("2026-06-17T08:00"));
        assertThat(reckoning.firstDue()).isEqualTo(at("2026-06-10T17:00"));
        assertThat(reckoning.due()).isEqualTo(at("2026-06-23T17:00"));
        assertThat(reckoning.lawfulDue()).isEqualTo(reckoning.due());
        assertThat(reckoning.waited()).isEqualTo(Duration.ofHours(9 * 8));
    }

    @Test
    void from_the_complete_dossier_the_full_term_counts_anew() {
        var reckoning =
                asked().plus(resumed(Resumption.RESTART)).reckon(CALENDAR, at("2026-06-17T08:00"));
        assertThat(reckoning.due()).isEqualTo(at("2026-06-25T17:00"));
        assertThat(reckoning.term())
                .isEqualTo(CALENDAR.between(at("2026-06-16T10:00"), at("2026-06-25T17:00")));
    }

    @Test
    void a_practised_variant_moves_the_date_by_the_days_waited() {
        var reckoning =
                asked().plus(resumed(Resumption.SHIFT)).reckon(CALENDAR, at("2026-06-17T08:00"));
        // 10/6 and thirteen days waited, less one, is 22/6; one working day more.
        assertThat(reckoning.due()).isEqualTo(at("2026-06-23T17:00"));
        var sameDay =
                asked().plus(new DeadlineLine.Resumed(at("2026-06-03T15:00"), Resumption.SHIFT))
                        .reckon(CALENDAR, at("2026-06-03T15:00"));
        assertThat(sameDay.due()).isEqualTo(at("2026-06-10T17:00"));
    }

    @Test
    void every_agency_that_takes_over_shows_its_share_of_the_term() {
        var reckoning =
                accepted("2026-06-01T10:00", TimeLimit.workingDays(10))
                        .plus(
                                new DeadlineLine.HandedOver(
                                        at("2026-06-02T09:00"),
                                        "G12.29",
                                        LocalText.of("Thuế cơ sở 1", "Tax office 1"),
                                        TimeLimit.workingDays(3)))
                        .reckon(CALENDAR, at("2026-06-02T10:00"));
        assertThat(said(reckoning, VI))
                .endsWith(
                        "2/6/2026, 09:00: chuyển Thuế cơ sở 1 giải quyết phần việc 3 ngày làm việc trong thời hạn chung | xong trước 17:00, 5/6/2026");
        assertThat(said(reckoning, Locale.ENGLISH))
                .endsWith(
                        "2/6/2026, 09:00: handed over to Tax office 1, whose share is 3 working days of the whole term | done before 17:00, 5/6/2026");
        assertThat(reckoning.due()).isEqualTo(at("2026-06-15T17:00"));
    }

    @Test
    void a_changed_calendar_a_shortened_term_and_a_silent_agency_are_told_line_by_line() {
        var reckoning =
                DeadlineLedger.empty()
                        .plus(
                                new DeadlineLine.Accepted(
                                        at("2026-06-01T10:00"),
                                        TimeLimit.workingDays(7),
                                        DeadlineLine.Start.PAYMENT,
                                        new DeadlineLine.Shortened(
                                                TimeLimit.workingDays(10),
                                                "Quyết định 12/QĐ-UBND")))
                        .plus(
                                new DeadlineLine.Moved(
                                        at("2026-06-02T08:00"),
                                        "Quyết định 1/QĐ-TTg",
                                        at("2026-06-09T17:00"),
                                        at("2026-06-10T17:00")))
                        .plus(
                                new DeadlineLine.Paused(
                                        at("2026-06-03T10:00"),
                                        "opinion",
                                        LocalText.of("Lấy ý kiến phòng cháy", "Fire police asked"),
                                        at("2026-06-15T17:00")))
                        .plus(
                                new DeadlineLine.Resumed(
                                        at("2026-06-15T17:00"), Resumption.RESUME, true))
                        .reckon(CALENDAR, at("2026-06-16T10:00"));
        assertThat(said(reckoning, VI))
                .containsExactly(
                        "1/6/2026, 10:00: nhận đủ tiền, đồng hồ bắt đầu chạy, hẹn 7 ngày làm việc, tính từ ngày hôm sau | 17:00, 10/6/2026",
                        "Thời hạn chung là 10 ngày làm việc, rút ngắn theo Quyết định 12/QĐ-UBND | đã rút ngắn",
                        "2/6/2026, 08:00: lịch làm việc thay đổi theo Quyết định 1/QĐ-TTg, hẹn trả dời từ 9/6/2026 sang 10/6/2026 | 17:00, 10/6/2026",
                        "2, 3/6 đã làm | 2 ngày",
                        "3/6/2026, 10:00: Lấy ý kiến phòng cháy, đồng hồ dừng | còn 5 ngày",
                        "Hết thời gian chờ mà chưa có trả lời thì đồng hồ tự chạy tiếp | 17:00, 15/6/2026",
                        "15/6/2026, 17:00: hết thời gian chờ, không cần ai xác nhận | đã ghi nhận",
                        "15/6/2026, 17:00: đồng hồ chạy tiếp: 16, 17, 18, 19, 22/6 | 17:00, 22/6/2026");
    }

    @Test
    void the_working_of_a_paused_dossier_reads_like_a_clerks_note() {
        var reckoning = HOUSE_PERMIT.reckon(CALENDAR, at("2026-11-23T10:00"));
        assertThat(reckoning.paused()).isTrue();
        assertThat(reckoning.due()).isEqualTo(at("2026-11-26T17:00"));
        assertThat(reckoning.ifResumedNow()).isEqualTo(at("2026-11-30T17:00"));
        assertThat(said(reckoning, VI))
                .containsExactly(
                        "16/11/2026, 09:10: nhận đủ hồ sơ, hẹn 7 ngày làm việc, tính từ ngày hôm sau | 17:00, 26/11/2026",
                        "24/11 nghỉ Ngày Văn hóa Việt Nam | không tính",
                        "17, 18, 19/11 đã làm | 3 ngày",
                        "19/11/2026, 15:30: yêu cầu bổ sung, đồng hồ dừng | còn 4 ngày",
                        "Nếu bổ sung xong hôm nay: 25, 26, 27, 30/11 | 17:00, 30/11/2026");
        assertThat(said(reckoning, Locale.ENGLISH))
                .contains(
                        "24/11: Vietnam Culture Day, a holiday | not counted",
                        "Worked on 17, 18, 19/11 | 3 days");
    }

    @Test
    void a_resumed_and_late_dossier_shows_every_step_to_its_end() {
        var ledger =
                HOUSE_PERMIT
                        .plus(new DeadlineLine.Resumed(at("2026-11-23T10:00"), Resumption.RESUME))
                        .plus(
                                new DeadlineLine.Extended(
                                        at("2026-11-27T09:00"),
                                        at("2026-12-04T17:00"),
                                        "chờ kết quả khảo sát"))
                        .plus(new DeadlineLine.Finished(at("2026-12-03T15:00")));
        var reckoning = ledger.reckon(CALENDAR, at("2026-12-10T10:00"));
        assertThat(reckoning.due()).isEqualTo(at("2026-12-04T17:00"));
        assertThat(reckoning.lawfulDue()).isEqualTo(at("2026-11-30T17:00"));
        assertThat(reckoning.outcome()).isEqualTo(Outcome.LATE);
        assertThat(said(reckoning, VI))
                .endsWith(
                        "23/11/2026, 10:00: đồng hồ chạy tiếp: 25, 26, 27, 30/11 | 17:00, 30/11/2026",
                        "27/11/2026, 09:00: xin lỗi và hẹn lại một lần duy nhất. Lý do: chờ kết quả khảo sát | 17:00, 4/12/2026",
                        "3/12/2026, 15:00: giải quyết xong | quá hạn");
    }

    @Test
    void tet_is_named_as_one_run_of_days_and_a_worked_saturday_is_counted() {
        var tet =
                accepted("2026-02-12T09:00", TimeLimit.workingDays(20))
                        .reckon(CALENDAR, at("2026-02-12T09:00"));
        assertThat(said(tet, VI)).contains("16–20/2 nghỉ Tết Nguyên đán Bính Ngọ | không tính");
        var saturday =
                accepted("2026-08-20T09:00", TimeLimit.workingDays(2))
                        .reckon(CALENDAR, at("2026-08-20T09:00"));
        assertThat(said(saturday, VI)).contains("22/8: Làm bù cho 31/8 | có tính");
    }

    @Test
    void a_term_in_calendar_days_says_where_its_last_day_moved() {
        var reckoning =
                accepted("2026-02-06T09:00", TimeLimit.calendarDays(10))
                        .reckon(CALENDAR, at("2026-02-06T09:00"));
        assertThat(said(reckoning, VI))
                .endsWith(
                        "Ngày cuối 16/2/2026 là ngày nghỉ, chuyển sang ngày làm việc tiếp theo | 17:00, 23/2/2026");
    }

    @Test
    void a_pause_on_the_last_day_keeps_the_hours_left_not_a_whole_day() {
        var reckoning =
                accepted("2026-06-01T09:00", TimeLimit.workingDays(1))
                        .plus(new DeadlineLine.Paused(at("2026-06-02T10:00"), "payment"))
                        .plus(new DeadlineLine.Resumed(at("2026-06-04T10:00"), Resumption.RESUME))
                        .reckon(CALENDAR, at("2026-06-04T10:00"));
        assertThat(reckoning.due()).isEqualTo(at("2026-06-04T17:00"));
    }

    @Test
    void a_pause_cannot_mend_a_term_already_over() {
        var reckoning =
                accepted("2026-06-01T09:00", TimeLimit.workingDays(1))
                        .plus(new DeadlineLine.Paused(at("2026-06-03T10:00"), "payment"))
                        .plus(new DeadlineLine.Resumed(at("2026-06-08T10:00"), Resumption.RESUME))
                        .reckon(CALENDAR, at("2026-06-08T10:00"));
        assertThat(reckoning.due()).isEqualTo(at("2026-06-02T17:00"));
        assertThat(DeadlineState.of(reckoning, at("2026-06-08T10:00"), CALENDAR))
                .isEqualTo(DeadlineState.OVERDUE);
    }

    @Test
    void a_result_taken_back_makes_the_clock_count_as_never_stopped() {
        var finished =
                accepted("2026-06-01T09:00", TimeLimit.workingDays(7))
                        .plus(new DeadlineLine.Finished(at("2026-06-04T10:00")));
        var back =
                finished.plus(new DeadlineLine.Resumed(at("2026-06-11T10:00"), Resumption.RESUME));
        assertThat(finished.reckon(CALENDAR, at("2026-06-12T10:00")).outcome())
                .isEqualTo(Outcome.EARLY);
        var reckoning = back.reckon(CALENDAR, at("2026-06-12T10:00"));
        assertThat(reckoning.outcome()).isNull();
        assertThat(reckoning.left()).isNegative();
    }

    @Test
    void lines_that_cannot_follow_are_refused() {
        var running = accepted("2026-06-01T09:00", TimeLimit.workingDays(7));
        var later = at("2026-06-02T09:00");
        var extended =
                running.plus(new DeadlineLine.Extended(later, at("2026-06-20T17:00"), "bão"));
        refused(DeadlineLedger.empty(), new DeadlineLine.Paused(later, "supplement"));
        refused(running, new DeadlineLine.Accepted(later, TimeLimit.workingDays(1)));
        refused(running, new DeadlineLine.Resumed(later, Resumption.RESUME));
        refused(running, new DeadlineLine.Finished(at("2026-05-01T09:00")));
        refused(HOUSE_PERMIT, new DeadlineLine.Paused(at("2026-11-20T09:00"), "payment"));
        refused(
                extended,
                new DeadlineLine.Extended(at("2026-06-19T09:00"), at("2026-06-30T17:00"), "mưa"));
    }

    @Test
    void the_state_turns_as_the_appointment_comes_near() {
        var limit = TimeLimit.workingDays(10);
        var due = Deadlines.due(limit, at("2026-06-01T09:00"), CALENDAR);
        assertThat(due).isEqualTo(at("2026-06-15T17:00"));
        assertThat(DeadlineState.of(due, at("2026-06-11T16:59"), CALENDAR, limit))
                .isEqualTo(DeadlineState.IN_TIME);
        assertThat(DeadlineState.of(due, at("2026-06-11T17:00"), CALENDAR, limit))
                .isEqualTo(DeadlineState.DUE_SOON);
        assertThat(DeadlineState.of(due, due, CALENDAR, limit)).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(DeadlineState.of(due, due.plusSeconds(1), CALENDAR, limit))
                .isEqualTo(DeadlineState.OVERDUE);
        assertThat(
                        DeadlineState.of(
                                HOUSE_PERMIT.reckon(CALENDAR, at("2026-12-30T08:00")),
                                at("2026-12-30T08:00"),
                                CALENDAR))
                .isEqualTo(DeadlineState.WITH_CITIZEN);
    }

    @Test
    void an_outcome_is_early_by_the_day_and_late_by_the_minute() {
        var due = at("2026-06-15T17:00");
        assertThat(Outcome.of(due, at("2026-06-14T23:59"))).isEqualTo(Outcome.EARLY);
        assertThat(Outcome.of(due, at("2026-06-15T17:00"))).isEqualTo(Outcome.ON_TIME);
        assertThat(Outcome.of(due, at("2026-06-15T17:01"))).isEqualTo(Outcome.LATE);
    }

    @Test
    void time_left_is_told_in_working_days_and_hours() {
        assertThat(span(Duration.ofHours(26), VI)).isEqualTo("Còn 3 ngày 2 giờ");
        assertThat(span(Duration.ofMinutes(140), VI)).isEqualTo("Còn 2 giờ 20 phút");
        assertThat(span(Duration.ofHours(-8), VI)).isEqualTo("Quá hạn 1 ngày");
        assertThat(span(Duration.ofHours(8), Locale.ENGLISH)).isEqualTo("1 day left");
        assertThat(span(Duration.ofHours(-18), Locale.ENGLISH)).isEqualTo("2 days 2 h overdue");
        assertThat(span(Duration.ZERO, VI)).isEqualTo("Còn 0 phút");
    }

    @Test
    void lists_and_pages_tell_the_time_left_in_the_same_words() {
        var due = at("2026-11-25T17:00"); // after the holiday of the 24th
        assertThat(left(due, "2026-11-20T14:00")).isEqualTo("Còn 2 ngày 3 giờ");
        assertThat(left(due, "2026-11-27T08:30")).isEqualTo("Quá hạn 1 ngày 1 giờ");
        assertThat(left(at("2026-11-23T17:30"), "2026-11-24T09:00")).isEqualTo("Vừa quá hạn");
        assertThat(left(due, "2026-11-25T17:00")).isEqualTo("Còn 0 phút");
    }

    private static String left(Instant due, String now) {
        var words =
                new Words() {
                    @Override
                    public String t(String key, Object... arguments) {
                        return text(VI, key, arguments);
                    }

                    @Override
                    public String in(LocalText text) {
                        return text.vi();
                    }
                };
        return LeftText.of(words, due, at(now), CALENDAR);
    }

    @Property(tries = 300)
    void a_ledger_survives_storage(@ForAll("ledgers") DeadlineLedger ledger) {
        assertThat(DeadlineLedger.fromJson(ledger.toJson())).isEqualTo(ledger);
    }

    @Property(tries = 500)
    void waiting_never_brings_the_appointment_forward(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 1_500_000) int until,
            @ForAll @IntRange(max = 1_500_000) int wait) {
        var running = DeadlineLedger.empty().plus(new DeadlineLine.Accepted(start, limit));
        var pausedAt = start.plusSeconds(until);
        var resumedAt = pausedAt.plusSeconds(wait);
        var paused = running.plus(new DeadlineLine.Paused(pausedAt, "supplement"));
        var without = running.reckon(CALENDAR, resumedAt).due();
        for (var how : Resumption.values()) {
            var with = paused.plus(new DeadlineLine.Resumed(resumedAt, how));
            assertThat(with.reckon(CALENDAR, resumedAt).due()).isAfterOrEqualTo(without);
        }
    }

    @Property(tries = 500)
    void a_term_in_hours_goes_on_with_exactly_the_working_time_left(
            @ForAll @IntRange(min = 1, max = 80) int hours,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 300_000) int until,
            @ForAll @IntRange(max = 1_500_000) int wait) {
        var limit = TimeLimit.workingHours(hours);
        var pausedAt = start.plusSeconds(until);
        var resumedAt = pausedAt.plusSeconds(wait);
        var due = Deadlines.due(limit, start, CALENDAR);
        if (pausedAt.isAfter(due)) return;
        var reckoning =
                DeadlineLedger.empty()
                        .plus(new DeadlineLine.Accepted(start, limit))
                        .plus(new DeadlineLine.Paused(pausedAt, "supplement"))
                        .plus(new DeadlineLine.Resumed(resumedAt, Resumption.RESUME))
                        .reckon(CALENDAR, resumedAt);
        var expected = CALENDAR.plus(resumedAt, CALENDAR.between(pausedAt, due));
        assertThat(reckoning.due()).isEqualTo(expected.isBefore(due) ? due : expected);
        assertThat(reckoning.term()).isEqualTo(Duration.ofHours(hours));
    }

    @Property(tries = 500)
    void a_term_in_days_goes_on_with_the_whole_days_left(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 1_500_000) int until,
            @ForAll @IntRange(max = 1_500_000) int wait) {
        var pausedAt = start.plusSeconds(until);
        var resumedAt = pausedAt.plusSeconds(wait);
        int used = CALENDAR.workingDaysBetween(HanoiTime.dateOf(start), HanoiTime.dateOf(pausedAt));
        if (used >= n) return;
        var reckoning =
                DeadlineLedger.empty()
                        .plus(new DeadlineLine.Accepted(start, TimeLimit.workingDays(n)))
                        .plus(new DeadlineLine.Paused(pausedAt, "supplement"))
                        .plus(new DeadlineLine.Resumed(resumedAt, Resumption.RESUME))
                        .reckon(CALENDAR, resumedAt);
        assertThat(reckoning.due())
                .isEqualTo(Deadlines.due(TimeLimit.workingDays(n - used), resumedAt, CALENDAR));
    }

    @Property(tries = 300)
    void every_line_can_be_said_in_both_languages(
            @ForAll("ledgers") DeadlineLedger ledger, @ForAll("moments") Instant now) {
        var reckoning = ledger.reckon(CALENDAR, now);
        assertThat(said(reckoning, VI)).noneMatch(line -> line.contains("{"));
        assertThat(said(reckoning, Locale.ENGLISH)).noneMatch(line -> line.contains("{"));
    }

    @Provide
    static Arbitrary<Instant> moments() {
        return WorkingCalendarTest.moments();
    }

    @Provide
    static Arbitrary<TimeLimit> limits() {
        return WorkingCalendarTest.limits();
    }

    /// Random walks over the lines; what may not follow is left out.
    @Provide
    static Arbitrary<DeadlineLedger> ledgers() {
        return Combinators.combine(
                        moments(),
                        limits(),
                        Arbitraries.integers().between(0, 49).list().ofMaxSize(8))
                .as(DeadlineLedgerTest::walk);
    }

    private static DeadlineLedger walk(Instant start, TimeLimit limit, List<Integer> steps) {
        var shorter = new DeadlineLine.Shortened(limit, "12/QĐ-UBND");
        var ledger =
                DeadlineLedger.empty()
                        .plus(
                                steps.size() % 2 == 0
                                        ? new DeadlineLine.Accepted(start, limit)
                                        : new DeadlineLine.Accepted(
                                                start, limit, DeadlineLine.Start.PAYMENT, shorter));
        var at = start;
        for (int step : steps) {
            at = at.plusSeconds(7_777L * (step + 1));
            var ground = List.of("supplement", "payment", "opinion", "chờ thẩm định").get(step % 4);
            var line =
                    switch (step % 6) {
                        case 0 -> new DeadlineLine.Paused(at, ground);
                        case 1 ->
                                new DeadlineLine.Paused(
                                        at,
                                        "own",
                                        LocalText.of("Chờ đo đạc", "Survey"),
                                        at.plusSeconds(step * 9_999L));
                        case 2 -> new DeadlineLine.Moved(at, "1/QĐ", at, at.plusSeconds(99_999));
                        case 3 ->
                                new DeadlineLine.Resumed(
                                        at, Resumption.values()[step % 3], step % 2 == 0);
                        case 4 ->
                                new DeadlineLine.Extended(at, at.plusSeconds(900_000), "bão số 9");
                        default ->
                                step > 40
                                        ? new DeadlineLine.Finished(at)
                                        : new DeadlineLine.HandedOver(
                                                at,
                                                "H29.101",
                                                LocalText.of("Thuế cơ sở", "Tax office"),
                                                step % 4 == 0 ? null : limit);
                    };
            try {
                ledger = ledger.plus(line);
            } catch (IllegalArgumentException illegal) {
                // A random step that the ledger rightly refuses.
            }
        }
        return ledger;
    }

    private static void refused(DeadlineLedger ledger, DeadlineLine line) {
        assertThatThrownBy(() -> ledger.plus(line)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeadlineLedger asked() {
        return accepted("2026-06-01T10:00", TimeLimit.workingDays(7))
                .plus(new DeadlineLine.Paused(at("2026-06-03T10:00"), "supplement"));
    }

    private static DeadlineLine resumed(Resumption how) {
        return new DeadlineLine.Resumed(at("2026-06-16T10:00"), how);
    }

    private static DeadlineLedger accepted(String at, TimeLimit limit) {
        return DeadlineLedger.empty().plus(new DeadlineLine.Accepted(at(at), limit));
    }

    private static List<String> said(Reckoning reckoning, Locale locale) {
        return reckoning.working().stream()
                .map(
                        line ->
                                text(locale, line.messageKey(), line.arguments(locale))
                                        + " | "
                                        + text(
                                                locale,
                                                line.resultMessageKey(),
                                                line.resultArguments(locale)))
                .toList();
    }

    private static String span(Duration left, Locale locale) {
        var span = WorkSpan.left(left, CALENDAR);
        return text(locale, span.key(), span.arguments().toArray());
    }

    private static String text(Locale locale, String key, Object[] arguments) {
        var bundle =
                ResourceBundle.getBundle(
                        "messages/worktime",
                        locale.getLanguage().equals("en") ? locale : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    private static Instant at(String local) {
        return HanoiTime.instant(LocalDateTime.parse(local));
    }
}
