package vn.motcua.insight.internal;

import org.jspecify.annotations.Nullable;
import vn.motcua.kernel.LocalText;

/// Figures of one agency or one procedure beside those of the period before.
///
/// @param key code of the agency or procedure
/// @param onTime null when nothing counts
/// @param endToEnd null when nothing can be judged
/// @param cause what most often took dossiers off line: key of [EndToEnd]; null when nothing did
public record PlaceRow(
        String key,
        LocalText name,
        @Nullable Double onTime,
        @Nullable Double onTimeBefore,
        long received,
        long counted,
        long late,
        @Nullable Double endToEnd,
        long judged,
        long proven,
        @Nullable String cause,
        long causeCount) {
    static PlaceRow of(String key, LocalText name, Tally now, Tally before) {
        var cause = now.mainCause();
        return new PlaceRow(
                key,
                name,
                now.onTime(),
                before.onTime(),
                now.received(),
                now.counted(),
                now.late(),
                now.endToEnd(),
                now.judged(),
                now.get(Measure.E2E_PROVEN),
                cause == null ? null : cause.key(),
                cause == null ? 0 : now.get(cause.measure()));
    }
}
