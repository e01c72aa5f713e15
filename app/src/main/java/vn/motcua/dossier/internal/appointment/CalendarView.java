package vn.motcua.dossier.internal.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// The working calendar as operators see and change it.
///
/// @param moves what the change would move; null before it is previewed
/// @param done whether a change has just been entered
public record CalendarView(
        List<Day> days,
        List<Hours> hours,
        CalendarTyped typed,
        Map<String, String> errors,
        @Nullable Moves moves,
        boolean done) {

    public record Day(
            LocalDate date, String type, LocalText name, String standing, String source) {}

    /// @param agency null for the whole country
    public record Hours(
            @Nullable String code,
            @Nullable LocalText agency,
            LocalDate from,
            String week,
            String closing) {}

    /// @param seen open dossiers that were reckoned
    /// @param more whether there are more than were looked at
    public record Moves(int seen, int moved, boolean more, List<Move> examples) {}

    public record Move(String code, Instant from, Instant to) {}
}
