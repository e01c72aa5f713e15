package vn.motcua.worktime;

import java.time.LocalDate;
import java.util.List;

/// Days as one writes them by hand: `17, 18, 19/11`, `16–20/2`, `28/11, 1/12`.
final class DayList {
    private static final int LONGEST = 8;

    private DayList() {}

    static String of(List<LocalDate> days) {
        var first = days.getFirst();
        var last = days.getLast();
        if (days.size() > LONGEST) return monthDay(first) + "–" + monthDay(last);
        boolean unbroken = last.toEpochDay() - first.toEpochDay() == days.size() - 1;
        if (unbroken && days.size() > 3 && first.getMonth() == last.getMonth())
            return first.getDayOfMonth() + "–" + monthDay(last);
        var text = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            boolean endsMonth =
                    i == days.size() - 1 || days.get(i + 1).getMonth() != day.getMonth();
            if (i > 0) text.append(", ");
            text.append(endsMonth ? monthDay(day) : Integer.toString(day.getDayOfMonth()));
        }
        return text.toString();
    }

    private static String monthDay(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue();
    }
}
