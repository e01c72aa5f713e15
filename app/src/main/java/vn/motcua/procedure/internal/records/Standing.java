package vn.motcua.procedure.internal.records;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.internal.records.Published.Act;
import vn.motcua.procedure.internal.records.Published.Decision;

/// Whether a procedure is in force on a day, and by which decision. The last decision that
/// counts by then decides; one that announces anew brings back what was abolished before.
///
/// @param since first day of this state; null when the source tells none
/// @param by the decision behind it, null where none was published
public record Standing(State state, @Nullable LocalDate since, @Nullable Decision by) {

    public enum State {
        UPCOMING,
        IN_FORCE,
        ENDED
    }

    public static Standing on(LocalDate day, Published record) {
        return on(day, record.decisions(), record.validFrom(), record.validTo());
    }

    static Standing on(
            LocalDate day,
            List<Decision> decisions,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        if (validTo != null && day.isAfter(validTo)) {
            return new Standing(State.ENDED, validTo.plusDays(1), last(decisions, validTo));
        }
        Decision by = last(decisions, day);
        if (by != null && (by.act() == Act.ABOLISH || by.act() == Act.REPLACE)) {
            return new Standing(State.ENDED, by.from(), by);
        }
        if (validFrom != null && day.isBefore(validFrom)) {
            return new Standing(State.UPCOMING, validFrom, by);
        }
        if (by == null && begins(decisions)) {
            var first = ordered(decisions).getFirst();
            return new Standing(State.UPCOMING, first.from(), first);
        }
        return new Standing(State.IN_FORCE, by == null ? validFrom : by.from(), by);
    }

    /// Whether the first thing known about it is that it was announced; what is first heard of
    /// when it ends or changes was there before.
    private static boolean begins(List<Decision> decisions) {
        return !decisions.isEmpty() && ordered(decisions).getFirst().act() == Act.ANNOUNCE;
    }

    private static @Nullable Decision last(List<Decision> decisions, LocalDate day) {
        Decision last = null;
        for (var decision : ordered(decisions)) {
            var from = decision.from();
            if (from == null || !from.isAfter(day)) last = decision;
        }
        return last;
    }

    /// By day, undated ones first; on one day endings before beginnings.
    public static List<Decision> ordered(List<Decision> decisions) {
        return decisions.stream()
                .sorted(
                        Comparator.comparing(
                                        (Decision decision) ->
                                                decision.from() == null
                                                        ? LocalDate.MIN
                                                        : decision.from())
                                .thenComparing(decision -> -decision.act().ordinal()))
                .toList();
    }
}
