package vn.motcua.insight.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What is counted per agency, procedure and day of receipt. None of them depends on the present
/// moment; what does (overdue) is counted among the open dossiers when asked.
enum Measure {
    RECEIVED,
    ONLINE,
    DIRECT,
    POSTAL,
    NOT_ACCEPTED,
    STOPPED,
    ON_TIME,
    LATE,
    E2E_PROVEN,
    E2E_COUNTER_FILING,
    E2E_POSTAL_FILING,
    E2E_ASSISTED,
    E2E_COUNTER_SUPPLEMENT,
    E2E_COUNTER_RETURN,
    E2E_POSTAL_RETURN;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What one dossier adds.
    static Map<Measure, Long> of(DossierFact fact) {
        var counts = new EnumMap<Measure, Long>(Measure.class);
        counts.put(RECEIVED, 1L);
        counts.put(
                switch (fact.channel()) {
                    case "ONLINE" -> ONLINE;
                    case "POSTAL" -> POSTAL;
                    default -> DIRECT;
                },
                1L);
        switch (Standing.of(fact, fact.lastStepAt())) {
            case NOT_ACCEPTED -> counts.put(NOT_ACCEPTED, 1L);
            case STOPPED -> counts.put(STOPPED, 1L);
            case ON_TIME -> counts.put(ON_TIME, 1L);
            case LATE -> counts.put(LATE, 1L);
            case OPEN_IN_TIME, OPEN_WITH_CITIZEN, OPEN_OVERDUE, OPEN_ASKED_TWICE -> {}
        }
        var verdict = EndToEnd.of(fact);
        if (verdict != null) counts.put(verdict.measure(), 1L);
        return counts;
    }
}
