package vn.motcua.dossier;

import vn.motcua.kernel.ProblemCode;

public enum DossierProblem implements ProblemCode {
    NOT_FOUND("dossier.not-found", 404),
    CHANGED_MEANWHILE("dossier.changed-meanwhile", 409),
    NOT_ALLOWED_NOW("dossier.not-allowed-now", 409),
    NOT_YOUR_STEP("dossier.not-your-step", 403),
    NOT_YOUR_AGENCY("dossier.not-your-agency", 403),
    /// Who prepares a decision does not take it.
    PREPARED_BY_YOU("dossier.prepared-by-you", 403),
    /// One person, one seat.
    ONE_SEAT_EACH("dossier.one-seat-each", 403),
    SEAT_HELD("dossier.seat-held", 409),
    /// The head of the unit gives this work.
    GIVEN_BY_HEAD("dossier.given-by-head", 403),
    NOT_HEAD("dossier.not-head", 403),
    CANNOT_BE_GIVEN("dossier.cannot-be-given", 409),
    UNDO_OVERTAKEN("dossier.undo-overtaken", 409),
    UNDO_NOT_YOURS("dossier.undo-not-yours", 403),
    UNDO_ISSUED("dossier.undo-issued", 409),
    UNDO_CLOCK("dossier.undo-clock", 409),
    ABSENCE_DATES("dossier.absence-dates", 422),
    ABSENCE_OVERLAPS("dossier.absence-overlaps", 409),
    ABSENCE_DELEGATE("dossier.absence-delegate", 422),
    /// A head does not lend somebody else's posts to themselves.
    ABSENCE_TO_SELF("dossier.absence-to-self", 422),
    /// Leave is entered for those one ranks over.
    ABSENCE_RANK("dossier.absence-rank", 403),
    ABSENCE_DELEGATE_AWAY("dossier.absence-delegate-away", 409),
    SUPPLEMENT_USED_UP("dossier.supplement-used-up", 409),
    EXTENDED_ALREADY("dossier.extended-already", 409),
    NEW_DUE_NOT_LATER("dossier.new-due-not-later", 422),
    NEW_DUE_TOO_FAR("dossier.new-due-too-far", 422),
    RESULT_FACT_MISSING("dossier.result-fact-missing", 422),
    REASON_MISSING("dossier.reason-missing", 422),
    NOTHING_ASKED("dossier.nothing-asked", 422),
    ANSWER_MISSING("dossier.answer-missing", 422),
    KEY_REUSED("dossier.key-reused", 409),
    KEY_MISSING("dossier.key-missing", 400),
    NO_AGENCY("dossier.no-agency", 422),
    WRONG_AGENCY("dossier.wrong-agency", 422),
    PART_NOT_FILEABLE("dossier.part-not-fileable", 409),
    OTHER_AMOUNT("dossier.other-amount", 422),
    RECEIPT_USED("dossier.receipt-used", 409),
    RECEIPT_IN_FUTURE("dossier.receipt-in-future", 422),
    CHANNEL_CLOSED("dossier.channel-closed", 422),
    TOO_LATE_TO_NOTIFY("dossier.too-late-to-notify", 422),
    TRACKING_NOT_FOUND("dossier.tracking-not-found", 404),
    TRACKING_TOO_MANY("dossier.tracking-too-many", 429),
    LOOKED_UP_TOO_MANY("dossier.looked-up-too-many", 429),
    EXPORT_BUSY("dossier.export-busy", 429),
    EXPORT_TOO_LONG("dossier.export-too-long", 422),
    RESULT_NOT_READY("dossier.result-not-ready", 404);

    private final String code;
    private final int status;

    DossierProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
