package vn.motcua.worktime;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A stretch of working time as people say it: "còn 3 ngày 2 giờ", "quá hạn 1 ngày".
///
/// @param sense what the stretch means
/// @param days full working days
/// @param hours working hours beside the days
/// @param minutes working minutes beside the hours
public record WorkSpan(Sense sense, long days, int hours, int minutes) {
    public enum Sense {
        LEFT,
        OVER,
        PLAIN
    }

    /// Working time to or past an appointment: negative means past.
    public static WorkSpan left(Duration left, WorkingCalendar calendar) {
        return of(left.isNegative() ? Sense.OVER : Sense.LEFT, left.abs(), calendar.fullDay());
    }

    /// Working time alone, such as the time waited.
    public static WorkSpan plain(Duration time, WorkingCalendar calendar) {
        return of(Sense.PLAIN, time.abs(), calendar.fullDay());
    }

    private static WorkSpan of(Sense sense, Duration time, Duration day) {
        long minutes = time.toMinutes();
        long dayMinutes = day.toMinutes();
        long rest = minutes % dayMinutes;
        return new WorkSpan(sense, minutes / dayMinutes, (int) rest / 60, (int) rest % 60);
    }

    /// Message key: the two largest units that are not nought.
    public String key() {
        String what = sense.name().toLowerCase(Locale.ROOT);
        return "worktime.span." + what + "." + shape();
    }

    private String shape() {
        if (days > 0) return hours > 0 ? "days-hours" : "days";
        if (hours > 0) return minutes > 0 ? "hours-minutes" : "hours";
        return "minutes";
    }

    public List<Object> arguments() {
        return switch (shape()) {
            case "days-hours" -> List.of(days, hours);
            case "days" -> List.of(days);
            case "hours-minutes" -> List.of(hours, minutes);
            case "hours" -> List.of(hours);
            default -> List.of(minutes);
        };
    }
}
