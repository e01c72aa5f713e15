package vn.motcua.worktime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.kernel.HanoiTime;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.NationalDays;
import vn.motcua.worktime.OpeningHours;

class CalendarModuleTest {
    private static final LocalDate TET_27 = LocalDate.of(2027, 2, 4);
    private static final DayKind NOTICE =
            new DayKind(
                    DayKind.Type.HOLIDAY,
                    LocalText.of("Tết Nguyên đán Đinh Mùi", "Lunar New Year Đinh Mùi"),
                    DayKind.Standing.ANNOUNCED,
                    "1/TB-BNV");

    private CalendarStore store;
    private CalendarDesk desk;
    private StoredCalendars calendars;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        var source = TestDatabase.fresh().appDataSource();
        store = new CalendarStore(JdbcClient.create(source));
        var clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), HanoiTime.ZONE);
        calendars = new StoredCalendars(store);
        desk = new CalendarDesk(store, calendars, clock);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Test
    void before_anything_is_stored_the_shipped_calendar_holds() {
        assertThat(calendars.version()).isZero();
        assertThat(calendars.of("H29.101").isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse();
    }

    @Test
    void the_shipped_list_is_taken_over_once() {
        takeOver();
        assertThat(store.version()).isEqualTo(1);
        assertThat(store.days().asMap()).isEqualTo(NationalDays.shipped().asMap());
        takeOver();
        assertThat(store.version()).isEqualTo(1);
    }

    @Test
    void a_day_an_operator_decided_or_revoked_outlives_the_shipped_list() {
        takeOver();
        transaction.executeWithoutResult(_ -> desk.decide(TET_27, NOTICE));
        var culture = LocalDate.of(2027, 11, 24);
        transaction.executeWithoutResult(_ -> desk.revoke(culture, "2/QĐ"));
        takeOver();
        assertThat(store.version()).isEqualTo(3);
        assertThat(calendars.of("G01").special(TET_27)).contains(NOTICE);
        assertThat(calendars.of("G01").isWorkingDay(culture)).isTrue();
    }

    @Test
    void an_agency_has_the_hours_of_the_nearest_agency_above_it_that_decided() {
        takeOver();
        var from = LocalDate.of(2026, 12, 1);
        var police =
                OpeningHours.parse(
                        from, OpeningHours.DEFAULT_WEEK + "; SAT 07:30-11:30", LocalTime.of(17, 0));
        transaction.executeWithoutResult(_ -> desk.decide("H29.5", police, "7/QĐ"));
        var saturday = LocalDate.of(2026, 12, 5);
        assertThat(calendars.of("H29.5.12").shifts(saturday)).hasSize(1);
        assertThat(calendars.of("H29.5.12").shifts(saturday.minusDays(7))).isEmpty();
        assertThat(calendars.of("H29.50").shifts(saturday)).isEmpty();
        assertThat(calendars.of("H29.5")).isSameAs(calendars.of("H29.5.12"));
        assertThat(calendars.of("G01")).isSameAs(calendars.of("H30.1"));
    }

    @Test
    void hours_decided_again_replace_the_earlier_decision_and_keep_it_on_record() {
        var from = LocalDate.of(2026, 12, 1);
        for (String week : new String[] {"MON-FRI 07:00-11:00", "MON-FRI 08:00-12:00"}) {
            var hours = OpeningHours.parse(from, week, LocalTime.of(11, 0));
            transaction.executeWithoutResult(_ -> desk.decide("", hours, "8/QĐ"));
        }
        assertThat(calendars.of("G01").shifts(from).getFirst().from()).isEqualTo("08:00");
        assertThat(store.version()).isEqualTo(2);
    }

    private void takeOver() {
        transaction.executeWithoutResult(_ -> desk.takeOver(NationalDays.shipped()));
    }
}
