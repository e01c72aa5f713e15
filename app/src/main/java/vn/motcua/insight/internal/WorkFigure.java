package vn.motcua.insight.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A figure of work of which the pieces behind it can be listed. Only the work of officers is
/// counted, by steps the officers' clock runs for.
enum WorkFigure {
    OPEN("closed_at is null"),
    OVER("closed_at is null and waiting_since is null and due_at < cast(:now as timestamptz)"),
    ARRIVED("opened_on between :from and :to"),
    DONE("closed_on between :from and :to");

    /// The clock of the officers runs, and an officer has it in hand.
    static final String OFFICERS = "position not in ('CITIZEN', 'SYSTEM') and planned_minutes > 0";

    private final String condition;

    WorkFigure(String condition) {
        this.condition = condition;
    }

    /// Over the columns of `insight.work_fact`, with `now`, `from` and `to`.
    String condition() {
        return condition + " and " + OFFICERS;
    }

    boolean isOfNow() {
        return this == OPEN || this == OVER;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WorkFigure> of(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key().equals(key)).findFirst();
    }
}
