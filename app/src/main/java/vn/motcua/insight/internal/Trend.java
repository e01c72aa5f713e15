package vn.motcua.insight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// On-time rate week by week, with its place on the drawing.
///
/// @param line the path through the weeks that have figures
/// @param low the rate at the bottom of the drawing, in percent
/// @param worst the lowest week, null when all are alike or there are none
/// @param last the latest week with a figure
public record Trend(
        List<Week> weeks, String line, int low, @Nullable Week worst, @Nullable Week last) {
    private static final double LEFT = 34;
    private static final double RIGHT = 288;
    private static final double TOP = 24;
    private static final double BOTTOM = 124;

    /// @param rate null when nothing was received
    public record Week(
            LocalDate monday,
            @Nullable Double rate,
            long counted,
            long late,
            double x,
            double y,
            boolean labelled) {
        public LocalDate sunday() {
            return monday.plusDays(6);
        }
    }

    static Trend of(LocalDate firstMonday, int count, Map<String, Tally> tallies) {
        double lowest =
                tallies.values().stream()
                        .map(Tally::onTime)
                        .mapToDouble(rate -> rate == null ? 1 : rate)
                        .min()
                        .orElse(1);
        int low = Math.max(0, Math.min(90, (int) Math.floor(lowest * 10) * 10));
        var weeks = new ArrayList<Week>();
        for (int i = 0; i < count; i++) {
            var monday = firstMonday.plusWeeks(i);
            var tally = tallies.getOrDefault(monday.toString(), Tally.NONE);
            double x = LEFT + i * (RIGHT - LEFT) / Math.max(1, count - 1);
            var rate = tally.onTime();
            weeks.add(
                    new Week(
                            monday,
                            rate,
                            tally.counted(),
                            tally.late(),
                            x,
                            y(rate == null ? 1 : rate, low),
                            (count - 1 - i) % 3 == 0));
        }
        var worst = lowest(weeks);
        var last = last(weeks);
        return new Trend(List.copyOf(weeks), line(weeks), low, worst == last ? null : worst, last);
    }

    public boolean isEmpty() {
        return last == null;
    }

    private static double y(double rate, int low) {
        double percent = rate * 100;
        return BOTTOM - (percent - low) / (100 - low) * (BOTTOM - TOP);
    }

    private static String line(List<Week> weeks) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (var week : weeks) {
            if (week.rate() == null) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M')
                    .append(number(week.x()))
                    .append(' ')
                    .append(number(week.y()));
            drawing = true;
        }
        return path.toString();
    }

    private static @Nullable Week lowest(List<Week> weeks) {
        Week lowest = null;
        for (var week : weeks) {
            var rate = week.rate();
            if (rate == null) continue;
            if (lowest == null || lowest.rate() == null || rate < lowest.rate()) lowest = week;
        }
        return lowest;
    }

    private static @Nullable Week last(List<Week> weeks) {
        for (int i = weeks.size() - 1; i >= 0; i--)
            if (weeks.get(i).rate() != null) return weeks.get(i);
        return null;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
