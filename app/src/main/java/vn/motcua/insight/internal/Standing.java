package vn.motcua.insight.internal;

import java.time.Instant;

/// Where a dossier stands at one moment, as the index set counts it.
///
/// Source: [index-set] QĐ 766/QĐ-TTg group 2: (done on time or early + open in time) / received;
/// more than one supplement request counts late; the apology changes the appointment, not the
/// figure. Not accepted and stopped dossiers are told apart and counted on neither side.
enum Standing {
    ON_TIME,
    LATE,
    OPEN_IN_TIME,
    OPEN_WITH_CITIZEN,
    OPEN_OVERDUE,
    /// Open and within its date, yet asked for more papers twice: late whatever the date.
    OPEN_ASKED_TWICE,
    NOT_ACCEPTED,
    STOPPED;

    static Standing of(DossierFact fact, Instant now) {
        if (fact.state().equals("NOT_ACCEPTED")) return NOT_ACCEPTED;
        if (fact.state().equals("STOPPED")) return STOPPED;
        boolean askedTwice = fact.supplements() > 1;
        var due = fact.measuredDueAt();
        var finished = fact.finishedAt();
        if (finished != null)
            return askedTwice || (due != null && finished.isAfter(due)) ? LATE : ON_TIME;
        if (due != null && now.isAfter(due) && !fact.isWithCitizen()) return OPEN_OVERDUE;
        if (askedTwice) return OPEN_ASKED_TWICE;
        return fact.isWithCitizen() ? OPEN_WITH_CITIZEN : OPEN_IN_TIME;
    }

    boolean isCounted() {
        return this != NOT_ACCEPTED && this != STOPPED;
    }

    boolean isGood() {
        return this == ON_TIME || this == OPEN_IN_TIME || this == OPEN_WITH_CITIZEN;
    }
}
