package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a ledger amounts to at a moment.
///
/// @param firstDue the very first appointment; null before the clock has started
/// @param due the appointment that stands now; while paused, the one that stood before the pause
/// @param paused whether the clock stands still
/// @param left working time until `due`, frozen while paused or finished; negative when over
/// @param waited working time during which the clock stood still
/// @param working the arithmetic, line by line
/// @param lawfulDue what figures are measured by: moved by pauses, never by an extension
/// @param term working time of the appointment as a whole, pauses left out
/// @param ifResumedNow the appointment if the pause ended at this moment; null unless paused
/// @param finished end of the work; null while it is open
public record Reckoning(
        @Nullable Instant firstDue,
        @Nullable Instant due,
        boolean paused,
        Duration left,
        Duration waited,
        List<WorkingLine> working,
        @Nullable Instant lawfulDue,
        Duration term,
        @Nullable Instant ifResumedNow,
        @Nullable Instant finished) {
    public Reckoning {
        working = List.copyOf(working);
    }

    /// How the finished work counts in figures; null while it is open or had no term.
    public @Nullable Outcome outcome() {
        return finished == null || lawfulDue == null ? null : Outcome.of(lawfulDue, finished);
    }
}
