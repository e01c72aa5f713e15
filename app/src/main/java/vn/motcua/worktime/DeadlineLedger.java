package vn.motcua.worktime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts about one clock, in the order they happened. Dates are never stored as truth; they are
/// reckoned from these lines, so a holiday announced later moves them visibly.
public record DeadlineLedger(List<DeadlineLine> lines) {
    private static final DeadlineLedger EMPTY = new DeadlineLedger(List.of());

    public DeadlineLedger {
        lines = List.copyOf(lines);
        for (int i = 0; i < lines.size(); i++) requireLegal(lines.subList(0, i), lines.get(i));
    }

    public static DeadlineLedger empty() {
        return EMPTY;
    }

    /// This ledger and one more line; refuses a line that cannot follow.
    public DeadlineLedger plus(DeadlineLine line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new DeadlineLedger(more);
    }

    public Reckoning reckon(WorkingCalendar calendar, Instant now) {
        return new LedgerReckoner(calendar).reckon(lines, now);
    }

    public boolean started() {
        return !lines.isEmpty();
    }

    /// The term that counts; null before the clock has started.
    public @Nullable TimeLimit limit() {
        return lines.isEmpty() || !(lines.getFirst() instanceof DeadlineLine.Accepted start)
                ? null
                : start.limit();
    }

    public boolean paused() {
        return standing(lines) == Standing.PAUSED;
    }

    public boolean finished() {
        return standing(lines) == Standing.FINISHED;
    }

    /// Whether the one extension the law allows has been used.
    public boolean extended() {
        return lines.stream().anyMatch(DeadlineLine.Extended.class::isInstance);
    }

    /// Since when the clock stands, and why; null while it runs or has ended.
    public DeadlineLine.@Nullable Paused pause() {
        if (!paused()) return null;
        for (int i = lines.size() - 1; i >= 0; i--)
            if (lines.get(i) instanceof DeadlineLine.Paused pause) return pause;
        return null;
    }

    public String toJson() {
        return LedgerJson.write(this);
    }

    public static DeadlineLedger fromJson(String json) {
        return LedgerJson.read(json);
    }

    private enum Standing {
        NOT_STARTED,
        RUNNING,
        PAUSED,
        FINISHED
    }

    private static Standing standing(List<DeadlineLine> lines) {
        var standing = Standing.NOT_STARTED;
        for (var line : lines)
            standing =
                    switch (line) {
                        case DeadlineLine.Accepted _, DeadlineLine.Resumed _ -> Standing.RUNNING;
                        case DeadlineLine.Paused _ -> Standing.PAUSED;
                        case DeadlineLine.Finished _ -> Standing.FINISHED;
                        case DeadlineLine.Extended _,
                                DeadlineLine.HandedOver _,
                                DeadlineLine.Moved _ ->
                                standing;
                    };
        return standing;
    }

    private static void requireLegal(List<DeadlineLine> before, DeadlineLine line) {
        if (!before.isEmpty() && line.at().isBefore(before.getLast().at()))
            throw new IllegalArgumentException("a line may not lie before the last one");
        var standing = standing(before);
        boolean legal =
                switch (line) {
                    case DeadlineLine.Accepted _ -> standing == Standing.NOT_STARTED;
                    case DeadlineLine.Paused _ -> standing == Standing.RUNNING;
                    case DeadlineLine.Resumed it ->
                            standing == Standing.PAUSED
                                    || (standing == Standing.FINISHED
                                            && it.how() == Resumption.RESUME);
                    case DeadlineLine.Extended it ->
                            standing == Standing.RUNNING
                                    && it.newDue().isAfter(it.at())
                                    && before.stream()
                                            .noneMatch(DeadlineLine.Extended.class::isInstance);
                    case DeadlineLine.HandedOver _, DeadlineLine.Moved _, DeadlineLine.Finished _ ->
                            standing == Standing.RUNNING || standing == Standing.PAUSED;
                };
        if (!legal)
            throw new IllegalArgumentException(
                    line.getClass().getSimpleName() + " cannot follow: the clock is " + standing);
    }
}
