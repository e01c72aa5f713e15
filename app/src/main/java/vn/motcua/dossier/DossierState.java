package vn.motcua.dossier;

/// The states the national portal knows, with its codes. A draft is not a dossier yet and has
/// no state here.
public enum DossierState {
    SUBMITTED(1),
    ACCEPTED(2),
    NOT_ACCEPTED(3),
    PROCESSING(4),
    SUPPLEMENT_REQUESTED(5),
    PAYMENT_REQUESTED(6),
    /// A request of the citizen, not an end.
    WITHDRAWAL_REQUESTED(7),
    STOPPED(8),
    /// The result is signed; the officers' clock stops.
    COMPLETED(9),
    /// The citizen has the result.
    RETURNED(10);

    private final int nationalCode;

    DossierState(int nationalCode) {
        this.nationalCode = nationalCode;
    }

    public int nationalCode() {
        return nationalCode;
    }

    public boolean isFinal() {
        return this == NOT_ACCEPTED || this == STOPPED || this == RETURNED;
    }
}
