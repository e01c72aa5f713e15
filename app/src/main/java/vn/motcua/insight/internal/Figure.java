package vn.motcua.insight.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A figure of which the dossiers behind it can be listed. The condition says in SQL what
/// [Standing] and [EndToEnd] say of one dossier; a test holds them together.
enum Figure {
    RECEIVED("true"),
    COUNTED(Terms.COUNTED),
    GOOD(Terms.COUNTED + " and not " + Terms.LATE),
    LATE(Terms.COUNTED + " and " + Terms.LATE),
    ONLINE("channel = 'ONLINE'"),
    DIRECT("channel = 'DIRECT'"),
    POSTAL("channel = 'POSTAL'"),
    NOT_ACCEPTED("state = 'NOT_ACCEPTED'"),
    STOPPED("state = 'STOPPED'"),
    JUDGED("verdict is not null"),
    END_TO_END("verdict = 'PROVEN'"),
    COUNTER_FILING("verdict = 'COUNTER_FILING'"),
    POSTAL_FILING("verdict = 'POSTAL_FILING'"),
    ASSISTED("verdict = 'ASSISTED'"),
    COUNTER_SUPPLEMENT("verdict = 'COUNTER_SUPPLEMENT'"),
    COUNTER_RETURN("verdict = 'COUNTER_RETURN'"),
    POSTAL_RETURN("verdict = 'POSTAL_RETURN'"),
    OVERDUE(Terms.OPEN + " and " + Terms.OVERDUE),
    OVERDUE_2(
            Terms.OPEN
                    + " and "
                    + Terms.OVERDUE
                    + " and measured_due_at >= "
                    + Terms.NOW
                    + " - interval '2 days'"),
    OVERDUE_5(
            Terms.OPEN
                    + " and measured_due_at < "
                    + Terms.NOW
                    + " - interval '2 days'"
                    + " and measured_due_at >= "
                    + Terms.NOW
                    + " - interval '5 days' and "
                    + Terms.OFFICERS),
    OVERDUE_10(
            Terms.OPEN
                    + " and measured_due_at < "
                    + Terms.NOW
                    + " - interval '5 days'"
                    + " and measured_due_at >= "
                    + Terms.NOW
                    + " - interval '10 days' and "
                    + Terms.OFFICERS),
    OVERDUE_MORE(
            Terms.OPEN
                    + " and measured_due_at < "
                    + Terms.NOW
                    + " - interval '10 days' and "
                    + Terms.OFFICERS),
    DUE_SOON(
            Terms.OPEN
                    + " and measured_due_at >= :now and measured_due_at < "
                    + Terms.NOW
                    + " + interval '1 day'"
                    + " and "
                    + Terms.OFFICERS),
    IDLE(Terms.OPEN + " and last_step_at < :idleSince and " + Terms.OFFICERS);

    private final String condition;

    Figure(String condition) {
        this.condition = condition;
    }

    /// Over the columns of `insight.dossier_fact`, with the parameters `now` and `idleSince`.
    String condition() {
        return condition;
    }

    /// Whether it speaks of this moment, whatever the period.
    boolean isOfNow() {
        return condition.startsWith(Terms.OPEN);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Figure> of(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key().equals(key)).findFirst();
    }

    static final class Terms {
        static final String NOW = "cast(:now as timestamptz)";
        static final String OFFICERS = "state not in ('SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED')";
        static final String COUNTED = "state not in ('NOT_ACCEPTED', 'STOPPED')";
        static final String OPEN = "finished_at is null and " + COUNTED;
        static final String OVERDUE = "coalesce(measured_due_at < :now, false) and " + OFFICERS;
        static final String OPEN_LATE = OPEN + " and (supplements > 1 or (" + OVERDUE + "))";
        static final String LATE =
                "(supplements > 1 or coalesce(finished_at > measured_due_at, false)"
                        + " or (finished_at is null and "
                        + OVERDUE
                        + "))";

        private Terms() {}
    }
}
