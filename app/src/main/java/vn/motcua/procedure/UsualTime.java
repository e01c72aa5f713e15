package vn.motcua.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a procedure takes in fact, measured from past dossiers. Another room may provide
/// the bean.
public interface UsualTime {
    /// Empty when there are too few dossiers to tell.
    Optional<Usual> of(String procedureCode);

    /// @param half half of the dossiers were finished within this working time
    /// @param nineInTen nine in ten were
    /// @param dossiers how many were measured
    /// @param days how far back
    /// @param computedAt when the figure was computed
    record Usual(Duration half, Duration nineInTen, int dossiers, int days, Instant computedAt) {}
}
