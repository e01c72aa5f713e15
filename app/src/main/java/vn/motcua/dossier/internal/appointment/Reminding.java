package vn.motcua.dossier.internal.appointment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import vn.motcua.dossier.internal.store.ReminderStore.Part;

/// When a person is reminded of what was asked: pure rules.
final class Reminding {
    private static final int LAST_DAYS = 3;

    /// In a shorter term a reminder would only follow on the request's heels.
    private static final int SHORTEST = 2;

    private Reminding() {}

    /// What has to have been reminded of by today: half of the term passed, three days left.
    /// Nothing on the day of the request itself, and nothing once the last day has passed.
    static Set<Part> due(LocalDate asked, LocalDate last, LocalDate today) {
        long term = ChronoUnit.DAYS.between(asked, last);
        var due = EnumSet.noneOf(Part.class);
        if (term < SHORTEST || !today.isAfter(asked) || today.isAfter(last)) return due;
        if (!today.isBefore(asked.plusDays((term + 1) / 2))) due.add(Part.HALF);
        if (term > LAST_DAYS && !today.isBefore(last.minusDays(LAST_DAYS)))
            due.add(Part.THREE_DAYS);
        return due;
    }
}
