package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The terms that dated decisions have made shorter, kept in memory.
public interface ShortenedTerms {
    List<ShortenedTerm> all();

    /// Makes a new version of the calendar; counts for dossiers accepted from its first day on.
    ///
    /// @return the new version
    int decide(ShortenedTerm term);

    /// Makes a new version of the calendar in which the term counts for dossiers accepted up to
    /// that day; one that ends before it begins is taken back. Nothing accepted before moves.
    ///
    /// @param decision what the ending rests on
    /// @return the new version
    int end(ShortenedTerm term, LocalDate last, String decision);

    /// Of the decisions for this dossier the one whose term ends first; empty where none ends
    /// before the usual term. Nobody's term gets longer by such a decision.
    default Optional<ShortenedTerm> shorter(
            ShortenedTerm.Wanted wanted, TimeLimit usual, Instant start, WorkingCalendar calendar) {
        var due = Deadlines.due(usual, start, calendar);
        return all().stream()
                .filter(term -> term.concerns(wanted))
                .filter(term -> Deadlines.due(term.limit(), start, calendar).isBefore(due))
                .min(Comparator.comparing(term -> Deadlines.due(term.limit(), start, calendar)));
    }
}
