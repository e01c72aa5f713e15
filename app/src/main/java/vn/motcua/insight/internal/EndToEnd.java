package vn.motcua.insight.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a finished dossier went wholly online, proved by its touchpoints; otherwise the first
/// thing that took it off line.
enum EndToEnd {
    PROVEN,
    COUNTER_FILING,
    POSTAL_FILING,
    ASSISTED,
    COUNTER_SUPPLEMENT,
    COUNTER_RETURN,
    POSTAL_RETURN;

    /// Null while it cannot be said: not finished, or finished and not yet handed over.
    static @Nullable EndToEnd of(DossierFact fact) {
        if (fact.isOpen() || !Standing.of(fact, fact.lastStepAt()).isCounted()) return null;
        for (var point : fact.touchpoints()) {
            var cause = cause(point);
            if (cause != null) return cause;
        }
        boolean inHand =
                fact.touchpoints().contains("returned:ELECTRONIC")
                        || "ACKNOWLEDGED".equals(fact.outcome());
        return inHand ? PROVEN : null;
    }

    /// The measure counting dossiers of this verdict.
    Measure measure() {
        return Measure.valueOf("E2E_" + name());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable EndToEnd cause(String point) {
        return switch (point) {
            case "filed:DIRECT" -> COUNTER_FILING;
            case "filed:POSTAL" -> POSTAL_FILING;
            case "filed:ASSISTED" -> ASSISTED;
            case "supplement:COUNTER" -> COUNTER_SUPPLEMENT;
            case "returned:COUNTER" -> COUNTER_RETURN;
            case "returned:POST", "returned:POSTAL" -> POSTAL_RETURN;
            default -> null;
        };
    }
}
