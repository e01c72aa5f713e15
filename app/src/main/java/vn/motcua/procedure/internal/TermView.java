package vn.motcua.procedure.internal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.Term;
import vn.motcua.worktime.TimeLimit;

/// A legal term in the reader's words.
///
/// @param more what to know about it in one line, if anything
public record TermView(Phrase text, @Nullable Phrase more) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static TermView of(@Nullable Term term) {
        return switch (term) {
            case null -> new TermView(Phrase.of("procedure.term.untold"), null);
            case Term.Within within -> within(within.limit());
            case Term.Backward backward ->
                    new TermView(
                            Phrase.of("procedure.term.backward", backward.workingDays()),
                            Phrase.of("procedure.term.backward.more"));
            case Term.ByClock clock -> {
                var late = clock.late();
                yield new TermView(
                        Phrase.of("procedure.term.clock", TIME.format(clock.before())),
                        late == null
                                ? null
                                : Phrase.of(
                                        "procedure.term.clock.more",
                                        TIME.format(clock.before()),
                                        TIME.format(late)));
            }
        };
    }

    private static TermView within(TimeLimit limit) {
        var key = limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var cutoff = limit.cutoff();
        return new TermView(
                Phrase.of("procedure.term." + key, limit.quantity()),
                cutoff == null ? null : Phrase.of("procedure.term.cutoff", TIME.format(cutoff)));
    }
}
