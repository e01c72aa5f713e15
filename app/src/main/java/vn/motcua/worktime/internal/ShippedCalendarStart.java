package vn.motcua.worktime.internal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.motcua.worktime.NationalDays;

/// At start, before anything that reckons deadlines.
@Component
@Order(-100)
class ShippedCalendarStart implements ApplicationRunner {
    private final CalendarDesk desk;
    private final StoredCalendars calendars;

    ShippedCalendarStart(CalendarDesk desk, StoredCalendars calendars) {
        this.desk = desk;
        this.calendars = calendars;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        desk.takeOver(NationalDays.shipped());
        calendars.lookAgain();
    }
}
