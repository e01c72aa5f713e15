package vn.motcua.dossier.internal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the dossier passed its stations.
///
/// @param firstDue the first appointment, which figures are measured by
/// @param due the appointment that stands now
public record Moments(
        Instant submitted,
        @Nullable Instant accepted,
        @Nullable Instant firstDue,
        @Nullable Instant due,
        @Nullable Instant finished,
        @Nullable Instant returned) {
    public static Moments submitted(Instant at) {
        return new Moments(at, null, null, null, null, null);
    }

    Moments accepted(Instant at) {
        return new Moments(submitted, at, firstDue, due, finished, returned);
    }

    Moments due(@Nullable Instant first, @Nullable Instant now) {
        return new Moments(submitted, accepted, first, now, finished, returned);
    }

    Moments finished(@Nullable Instant at) {
        return new Moments(submitted, accepted, firstDue, due, at, returned);
    }

    Moments returned(Instant at) {
        return new Moments(submitted, accepted, firstDue, due, finished, at);
    }
}
