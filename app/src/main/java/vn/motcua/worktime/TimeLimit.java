package vn.motcua.worktime;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A legal term as a release states it.
///
/// @param quantity how many units; 1 for a same-day term
/// @param unit what is counted
/// @param cutoff only for same-day terms: the hour from which the next working day is promised;
///     15:00 when null
public record TimeLimit(int quantity, TermUnit unit, @Nullable LocalTime cutoff) {
    public static final LocalTime USUAL_CUTOFF = LocalTime.of(15, 0);
    private static final int LONGEST = 5_000;

    public TimeLimit {
        if (quantity < 1 || quantity > LONGEST)
            throw new IllegalArgumentException("term out of range: " + quantity);
        if (unit == TermUnit.YEAR && quantity > 50)
            throw new IllegalArgumentException("term out of range: " + quantity + " years");
        if (unit == TermUnit.MONTH && quantity > 600)
            throw new IllegalArgumentException("term out of range: " + quantity + " months");
        if (cutoff != null && unit != TermUnit.SAME_DAY)
            throw new IllegalArgumentException("only a same-day term has a cut-off");
    }

    public static TimeLimit workingDays(int quantity) {
        return new TimeLimit(quantity, TermUnit.WORKING_DAY, null);
    }

    public static TimeLimit calendarDays(int quantity) {
        return new TimeLimit(quantity, TermUnit.CALENDAR_DAY, null);
    }

    public static TimeLimit workingHours(int quantity) {
        return new TimeLimit(quantity, TermUnit.WORKING_HOUR, null);
    }

    public static TimeLimit sameDay(@Nullable LocalTime cutoff) {
        return new TimeLimit(1, TermUnit.SAME_DAY, cutoff);
    }

    LocalTime cutoffOrUsual() {
        return cutoff == null ? USUAL_CUTOFF : cutoff;
    }

    /// About how much working time the term holds, with eight hours to the day.
    Duration workingTime() {
        return switch (unit) {
            case WORKING_HOUR -> Duration.ofHours(quantity);
            case WORKING_DAY, SAME_DAY -> Duration.ofHours(8L * quantity);
            case CALENDAR_DAY -> Duration.ofMinutes(8L * 60 * 5 * quantity / 7);
            case MONTH -> Duration.ofHours(8L * 21 * quantity);
            case YEAR -> Duration.ofHours(8L * 250 * quantity);
        };
    }
}
