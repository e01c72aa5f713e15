package vn.motcua.dossier.internal.appointment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.CalendarDecisions;
import vn.motcua.worktime.Calendars;
import vn.motcua.worktime.DayKind;
import vn.motcua.worktime.OpeningHours;

/// A change of the working calendar an operator means to enter.
sealed interface CalendarChange {
    /// What it rests on.
    String decision();

    /// The first day it changes.
    LocalDate from();

    Calendars proposed(Calendars now);

    int decide(CalendarDecisions decisions);

    /// @param kind null when it becomes an ordinary day again
    record Day(LocalDate day, @Nullable DayKind kind, String decision) implements CalendarChange {
        @Override
        public LocalDate from() {
            return day;
        }

        @Override
        public Calendars proposed(Calendars now) {
            return now.proposing(day, kind);
        }

        @Override
        public int decide(CalendarDecisions decisions) {
            return kind == null ? decisions.revoke(day, decision) : decisions.decide(day, kind);
        }
    }

    /// @param agency code; empty for the whole country
    record Hours(String agency, OpeningHours hours, String decision) implements CalendarChange {
        @Override
        public LocalDate from() {
            return hours.from();
        }

        @Override
        public Calendars proposed(Calendars now) {
            return now.proposing(agency, hours);
        }

        @Override
        public int decide(CalendarDecisions decisions) {
            return decisions.decide(agency, hours, decision);
        }
    }
}
