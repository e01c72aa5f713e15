package vn.motcua.dossier.internal.queue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.DayKind;

/// When tickets are given out.
///
/// @param always at any hour of any day; the rest then says nothing
public record CounterHours(
        boolean always,
        Set<DayOfWeek> days,
        @Nullable Span morning,
        @Nullable Span afternoon,
        int version) {
    static final CounterHours ANY = new CounterHours(true, Set.of(), null, null, 0);

    public record Span(LocalTime from, LocalTime to) {
        boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        @Override
        public String toString() {
            return from + "–" + to;
        }
    }

    public List<Span> spans() {
        return Stream.of(morning, afternoon).filter(span -> span != null).toList();
    }

    /// @param special what the calendar says of that day; null for an ordinary one
    boolean open(LocalDateTime moment, @Nullable DayKind special) {
        return always
                || counts(moment.toLocalDate(), special)
                        && spans().stream().anyMatch(span -> span.holds(moment.toLocalTime()));
    }

    private boolean counts(LocalDate day, @Nullable DayKind special) {
        return special == null ? days.contains(day.getDayOfWeek()) : !special.off();
    }
}
