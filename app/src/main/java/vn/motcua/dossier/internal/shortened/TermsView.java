package vn.motcua.dossier.internal.shortened;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;
import vn.motcua.worktime.TimeLimit;

/// The terms that are shortened, and a new one being entered.
///
/// @param preview what the typed one would do; null before it is previewed
/// @param done what has just happened; null when nothing has
public record TermsView(
        List<Line> lines,
        TermTyped typed,
        Map<String, String> errors,
        @Nullable Preview preview,
        @Nullable String done) {

    /// @param name null when there is no release of the procedure any more
    /// @param agency null for the whole country
    /// @param state `COMING`, `NOW` or `OVER`
    public record Line(
            String key,
            String procedure,
            @Nullable LocalText name,
            @Nullable LocalText agency,
            @Nullable String channel,
            @Nullable String caseCode,
            TimeLimit limit,
            String from,
            @Nullable String to,
            String decision,
            String state) {}

    /// @param at moment of an example on the first day
    public record Preview(
            LocalText procedure,
            TimeLimit usual,
            TimeLimit limit,
            Instant at,
            Instant before,
            Instant after) {}

    /// One that is being ended.
    public record End(
            Line line, String last, String decision, String decided, Map<String, String> errors) {}
}
