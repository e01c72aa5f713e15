package vn.motcua.dossier.internal.queue;

import java.util.Locale;
import vn.motcua.kernel.ProblemCode;

/// Why the queue does not do something.
enum QueueProblem implements ProblemCode {
    NOT_FOUND(404),
    TOO_MANY(429),
    /// The ticket called before is neither served nor skipped.
    BUSY(409),
    NOBODY(409),
    /// No tickets are given out at this hour.
    CLOSED(409),
    /// Somebody else arranged the counters meanwhile.
    ARRANGED(409),
    CHANGED(409);

    private final int status;

    QueueProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "dossier.queue-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
