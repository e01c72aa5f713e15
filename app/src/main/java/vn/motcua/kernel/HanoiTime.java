package vn.motcua.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Every hour the platform shows or counts in is Hanoi's (UTC+7, no daylight saving).
public final class HanoiTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private HanoiTime() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    /// `24/11/2026`
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /// `14:05`
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    /// `14:05, 24/11/2026`
    public static String timeAndDate(Instant instant) {
        return time(instant) + ", " + date(dateOf(instant));
    }
}
