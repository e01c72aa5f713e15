package vn.motcua.worktime;

import java.time.Instant;

/// One fact about the clock of a dossier. Facts are added, never changed.
public sealed interface DeadlineLine {
    Instant at();

    /// The complete dossier was received, or paid for, or whatever the release starts the clock by.
    record Accepted(Instant at, TimeLimit limit) implements DeadlineLine {}

    /// The clock stops on a ground the release names: `supplement`, `payment`, `opinion`,
    /// `verification`, `posting`, `confirmation`, or words of its own.
    record Paused(Instant at, String ground) implements DeadlineLine {}

    /// The clock goes on. Right after [Finished] it takes a result back for correction: the clock
    /// then counts as never having stopped.
    record Resumed(Instant at, Resumption how) implements DeadlineLine {}

    /// A new appointment by letter of apology, once only. It does not change the figures.
    record Extended(Instant at, Instant newDue, String reason) implements DeadlineLine {}

    /// Another agency goes on with the work; the appointment stands.
    record HandedOver(Instant at, String agency) implements DeadlineLine {}

    record Finished(Instant at) implements DeadlineLine {}
}
