package vn.motcua.workflow.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.TermUnit;
import vn.motcua.worktime.TimeLimit;

/// Terms as BPMN writes them (ISO 8601 durations). Working days and hours look like plain ones
/// there; the mark beside them says which are meant.
final class BpmnTimers {
    private static final Pattern DATE = Pattern.compile("P(\\d{1,3})([DMY])");
    private static final Pattern HOURS = Pattern.compile("PT(\\d{1,3})H");

    private BpmnTimers() {}

    static String duration(TimeLimit limit) {
        return switch (limit.unit()) {
            case WORKING_HOUR -> "PT" + limit.quantity() + "H";
            case MONTH -> "P" + limit.quantity() + "M";
            case YEAR -> "P" + limit.quantity() + "Y";
            case WORKING_DAY, CALENDAR_DAY, SAME_DAY -> "P" + limit.quantity() + "D";
        };
    }

    /// What a drawing says, where it agrees with the unit marked before; a bare duration is in
    /// calendar time, of which hours cannot be reckoned.
    static @Nullable Map<String, Object> after(String duration, @Nullable TermUnit marked) {
        var date = DATE.matcher(duration);
        var hours = HOURS.matcher(duration);
        if (date.matches()) {
            var unit =
                    switch (date.group(2)) {
                        case "M" -> TermUnit.MONTH;
                        case "Y" -> TermUnit.YEAR;
                        default -> days(marked) ? marked : TermUnit.CALENDAR_DAY;
                    };
            return term(date.group(1), unit);
        }
        return hours.matches() && marked == TermUnit.WORKING_HOUR
                ? term(hours.group(1), marked)
                : null;
    }

    private static boolean days(@Nullable TermUnit unit) {
        return unit == TermUnit.WORKING_DAY || unit == TermUnit.SAME_DAY;
    }

    private static Map<String, Object> term(String quantity, @Nullable TermUnit unit) {
        var after = new LinkedHashMap<String, Object>();
        after.put("quantity", Integer.valueOf(quantity));
        after.put("unit", "" + unit);
        return after;
    }
}
