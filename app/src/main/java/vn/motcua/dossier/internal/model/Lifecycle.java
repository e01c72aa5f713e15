package vn.motcua.dossier.internal.model;

import static vn.motcua.dossier.DossierState.ACCEPTED;
import static vn.motcua.dossier.DossierState.COMPLETED;
import static vn.motcua.dossier.DossierState.NOT_ACCEPTED;
import static vn.motcua.dossier.DossierState.PAYMENT_REQUESTED;
import static vn.motcua.dossier.DossierState.PROCESSING;
import static vn.motcua.dossier.DossierState.RETURNED;
import static vn.motcua.dossier.DossierState.STOPPED;
import static vn.motcua.dossier.DossierState.SUBMITTED;
import static vn.motcua.dossier.DossierState.SUPPLEMENT_REQUESTED;
import static vn.motcua.dossier.DossierState.WITHDRAWAL_REQUESTED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierState;

/// The lifecycle as data: one line for each legal step. Being overdue is no condition of any of
/// them.
///
/// Source: [one-stop-decree]; state codes of the national portal's synchronisation.
final class Lifecycle {
    /// @param from null for a dossier that does not exist yet
    /// @param to null where the dossier goes back to the state before
    public record Transition(@Nullable DossierState from, Act act, @Nullable DossierState to) {}

    public static final List<Transition> TRANSITIONS =
            List.of(
                    new Transition(null, Act.SUBMIT, SUBMITTED),
                    new Transition(null, Act.RECEIVE_AT_COUNTER, ACCEPTED),
                    new Transition(SUBMITTED, Act.ACCEPT, ACCEPTED),
                    new Transition(SUBMITTED, Act.REQUEST_SUPPLEMENT, SUPPLEMENT_REQUESTED),
                    new Transition(SUBMITTED, Act.REFUSE, NOT_ACCEPTED),
                    new Transition(
                            SUPPLEMENT_REQUESTED, Act.SUPPLEMENT_BEFORE_ACCEPTANCE, SUBMITTED),
                    new Transition(
                            SUPPLEMENT_REQUESTED, Act.SUPPLEMENT_DURING_APPRAISAL, PROCESSING),
                    new Transition(SUPPLEMENT_REQUESTED, Act.REFUSE, NOT_ACCEPTED),
                    new Transition(ACCEPTED, Act.TAKE_OVER, PROCESSING),
                    new Transition(ACCEPTED, Act.REQUEST_SUPPLEMENT, SUPPLEMENT_REQUESTED),
                    new Transition(PROCESSING, Act.REQUEST_SUPPLEMENT, SUPPLEMENT_REQUESTED),
                    new Transition(ACCEPTED, Act.REQUEST_PAYMENT, PAYMENT_REQUESTED),
                    new Transition(PROCESSING, Act.REQUEST_PAYMENT, PAYMENT_REQUESTED),
                    new Transition(PAYMENT_REQUESTED, Act.CONFIRM_PAYMENT, PROCESSING),
                    new Transition(PAYMENT_REQUESTED, Act.END_PAYMENT, PROCESSING),
                    new Transition(PAYMENT_REQUESTED, Act.STEP, PAYMENT_REQUESTED),
                    new Transition(ACCEPTED, Act.STEP, ACCEPTED),
                    new Transition(PROCESSING, Act.STEP, PROCESSING),
                    new Transition(COMPLETED, Act.STEP, COMPLETED),
                    new Transition(PROCESSING, Act.PAUSE, PROCESSING),
                    new Transition(PROCESSING, Act.RESUME, PROCESSING),
                    new Transition(ACCEPTED, Act.EXTEND, ACCEPTED),
                    new Transition(PROCESSING, Act.EXTEND, PROCESSING),
                    new Transition(SUBMITTED, Act.REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED),
                    new Transition(ACCEPTED, Act.REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED),
                    new Transition(PROCESSING, Act.REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED),
                    new Transition(
                            SUPPLEMENT_REQUESTED, Act.REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED),
                    new Transition(PAYMENT_REQUESTED, Act.REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED),
                    new Transition(WITHDRAWAL_REQUESTED, Act.DECLINE_WITHDRAWAL, null),
                    new Transition(WITHDRAWAL_REQUESTED, Act.GRANT_WITHDRAWAL, STOPPED),
                    new Transition(ACCEPTED, Act.STOP, STOPPED),
                    new Transition(PROCESSING, Act.STOP, STOPPED),
                    new Transition(SUPPLEMENT_REQUESTED, Act.STOP, STOPPED),
                    new Transition(PAYMENT_REQUESTED, Act.STOP, STOPPED),
                    new Transition(PROCESSING, Act.COMPLETE, COMPLETED),
                    new Transition(COMPLETED, Act.RECALL, PROCESSING),
                    new Transition(COMPLETED, Act.RETURN, RETURNED));

    private Lifecycle() {}

    /// Where `act` leads from `from`; empty when the law knows no such step.
    public static Optional<Transition> find(@Nullable DossierState from, Act act) {
        return TRANSITIONS.stream().filter(t -> t.from() == from && t.act() == act).findFirst();
    }
}
