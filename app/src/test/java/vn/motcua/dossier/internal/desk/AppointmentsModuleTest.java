package vn.motcua.dossier.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.internal.model.ReturnWay;
import vn.motcua.dossier.internal.processing.Appointments;
import vn.motcua.identity.Caller;
import vn.motcua.journal.Entry;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.CalendarDecisions;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.DeadlineLine;

class AppointmentsModuleTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 8);

    private final WaitingHouse it = new WaitingHouse();

    @Test
    void a_holiday_announced_later_moves_the_appointment_once_and_the_journal_tells() {
        follow();
        var id = it.file("2026-12-07T08:00", WaitingHouse.CHECKED, ReturnWay.COUNTER);
        it.accept("2026-12-07T09:00", id);
        var due = it.dossier(id).moments().due();
        assertThat(due).isEqualTo(WaitingHouse.time("2026-12-08T17:00"));

        decide(calendar -> calendar.decide(TUESDAY, holiday()));
        try {
            follow();
            var moved = WaitingHouse.time("2026-12-09T17:00");
            assertThat(it.dossier(id).moments().due()).isEqualTo(moved);
            assertThat(it.open(id, "draft").dossierDue()).isEqualTo(moved);
            assertThat(it.history(id).getLast())
                    .satisfies(
                            entry -> {
                                assertThat(entry.kind()).isEqualTo("dossier.due-moved");
                                assertThat(entry.data())
                                        .containsEntry("from", String.valueOf(due))
                                        .containsEntry("dueAt", moved.toString());
                            });
            follow();
            assertThat(moves(id)).isEqualTo(1);
            assertThat(it.dossier(id).ledger().lines().getLast())
                    .isEqualTo(
                            new DeadlineLine.Moved(
                                    WaitingHouse.time("2026-12-07T10:00"),
                                    "test",
                                    Objects.requireNonNull(due),
                                    moved));
        } finally {
            decide(calendar -> calendar.revoke(TUESDAY, "test"));
            follow();
        }
        assertThat(it.dossier(id).moments().due()).isEqualTo(due);
        assertThat(moves(id)).isEqualTo(2);
    }

    private static DayKind holiday() {
        return new DayKind(
                DayKind.Type.HOLIDAY,
                LocalText.of("Ngày nghỉ", "Day off"),
                DayKind.Standing.ANNOUNCED,
                "test");
    }

    private void decide(Consumer<CalendarDecisions> decision) {
        it.run(
                "2026-12-07T10:00",
                Caller.system(),
                () -> decision.accept(it.house.bean(CalendarDecisions.class)));
    }

    private void follow() {
        it.run(
                "2026-12-07T10:00",
                Caller.system(),
                () -> it.house.bean(Appointments.class).followCalendar());
    }

    private long moves(UUID id) {
        return it.history(id).stream().map(Entry::kind).filter("dossier.due-moved"::equals).count();
    }
}
