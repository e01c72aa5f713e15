package vn.motcua.dossier.internal.sample;

/// What becomes of a sample dossier.
enum Fate {
    /// Done at the usual pace and handed over.
    PROMPT,
    /// Done after its due date, without a word.
    LATE,
    /// A new appointment with an apology, kept.
    APOLOGY,
    /// Lies with the officer past its due date.
    STUCK,
    /// The same, with an apology whose new date has passed too.
    STUCK_APOLOGY,
    ASKED_AT_RECEPTION,
    ASKED_AT_RECEPTION_WAITING,
    ASKED_IN_APPRAISAL,
    ASKED_IN_APPRAISAL_WAITING,
    REFUSED,
    REJECTED,
    WITHDRAWN,
    WITHDRAWAL_OPEN,
    /// Signed, not fetched.
    UNCOLLECTED,
    AT_SIGNATURE,
    /// Nobody has looked at it yet.
    NEW;

    boolean asksAtReception() {
        return this == ASKED_AT_RECEPTION || this == ASKED_AT_RECEPTION_WAITING;
    }

    boolean asksInAppraisal() {
        return this == ASKED_IN_APPRAISAL || this == ASKED_IN_APPRAISAL_WAITING;
    }

    boolean waits() {
        return this == ASKED_AT_RECEPTION_WAITING || this == ASKED_IN_APPRAISAL_WAITING;
    }

    boolean withdraws() {
        return this == WITHDRAWN || this == WITHDRAWAL_OPEN;
    }

    boolean stuck() {
        return this == STUCK || this == STUCK_APOLOGY;
    }

    boolean apologises() {
        return this == APOLOGY || this == STUCK_APOLOGY;
    }

    /// Only a person with an account can do what this takes.
    boolean needsAccount() {
        return asksAtReception()
                || asksInAppraisal()
                || withdraws()
                || this == REFUSED
                || this == NEW;
    }
}
