package vn.motcua.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A term a dated decision makes shorter, for one procedure and whoever it is decided for.
///
/// @param agency code, with the agencies below it; empty for the whole country
/// @param channel `DIRECT`, `ONLINE` or `POSTAL`; null for every channel
/// @param caseCode null for every case
/// @param from first day on which dossiers accepted have it
/// @param to last such day; null while no end is set
/// @param decision number and date of the decision
public record ShortenedTerm(
        String agency,
        String procedure,
        @Nullable String channel,
        @Nullable String caseCode,
        TimeLimit limit,
        LocalDate from,
        @Nullable LocalDate to,
        String decision) {

    /// Whether it was decided for this dossier.
    boolean concerns(Wanted wanted) {
        return procedure.equals(wanted.procedure())
                && (agency.isEmpty()
                        || wanted.agency().equals(agency)
                        || wanted.agency().startsWith(agency + "."))
                && (channel == null || channel.equals(wanted.channel()))
                && (caseCode == null || caseCode.equals(wanted.caseCode()))
                && !wanted.on().isBefore(from)
                && (to == null || !wanted.on().isAfter(to));
    }

    /// What is accepted, where, by which channel and on which day.
    public record Wanted(
            String agency,
            String procedure,
            String channel,
            @Nullable String caseCode,
            LocalDate on) {}
}
