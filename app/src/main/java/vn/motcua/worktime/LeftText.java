package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import vn.motcua.kernel.Words;

/// What every list and page says about the time left: "Còn 2 ngày 3 giờ", "Quá hạn 1 ngày 4 giờ".
/// Always working time of the agency; a day is as long as its full working day. Costs a few
/// look-ups in the calendar's sums, so a list may ask it for every line.
public final class LeftText {
    private LeftText() {}

    /// For running work that ends at `due`.
    public static String of(Words words, Instant due, Instant now, WorkingCalendar calendar) {
        var left = calendar.between(now, due);
        return now.isAfter(due) ? over(words, left.abs(), calendar) : of(words, left, calendar);
    }

    /// For working time reckoned already; negative means past.
    public static String of(Words words, Duration left, WorkingCalendar calendar) {
        return of(words, WorkSpan.left(left, calendar));
    }

    public static String of(Words words, WorkSpan span) {
        return words.t(span.key(), span.arguments().toArray());
    }

    /// Past its end, though perhaps not by a minute of working time: at night, on a holiday.
    private static String over(Words words, Duration over, WorkingCalendar calendar) {
        return over.toMinutes() == 0
                ? words.t("worktime.span.over.just")
                : of(words, over.negated(), calendar);
    }
}
