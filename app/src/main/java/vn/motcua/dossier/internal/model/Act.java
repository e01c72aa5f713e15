package vn.motcua.dossier.internal.model;

/// What can be done to a dossier.
public enum Act {
    SUBMIT,
    RECEIVE_AT_COUNTER,
    ACCEPT,
    REFUSE,
    REQUEST_SUPPLEMENT,
    /// The person answers a request made before acceptance.
    SUPPLEMENT_BEFORE_ACCEPTANCE,
    /// The person answers a request made during appraisal.
    SUPPLEMENT_DURING_APPRAISAL,
    TAKE_OVER,
    STEP,
    PAUSE,
    RESUME,
    EXTEND,
    REQUEST_PAYMENT,
    CONFIRM_PAYMENT,
    /// What was to be paid is no longer waited for: the process goes on another way.
    END_PAYMENT,
    REQUEST_WITHDRAWAL,
    DECLINE_WITHDRAWAL,
    GRANT_WITHDRAWAL,
    STOP,
    COMPLETE,
    RECALL,
    RETURN
}
