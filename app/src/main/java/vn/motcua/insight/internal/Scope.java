package vn.motcua.insight.internal;

import java.time.Instant;
import java.time.LocalDate;

/// What figures are asked about.
///
/// @param agency code; agencies below it by code are included
/// @param from first day of receipt
/// @param to last day of receipt
/// @param now the moment at which open dossiers are judged
/// @param idleSince open dossiers without a step since then have stood still too long
record Scope(String agency, LocalDate from, LocalDate to, Instant now, Instant idleSince) {
    /// The same length of time just before.
    Scope before() {
        long days = from.until(to, java.time.temporal.ChronoUnit.DAYS) + 1;
        return new Scope(agency, from.minusDays(days), to.minusDays(days), now, idleSince);
    }

    Scope between(LocalDate first, LocalDate last) {
        return new Scope(agency, first, last, now, idleSince);
    }
}
