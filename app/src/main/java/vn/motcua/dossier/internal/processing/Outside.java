package vn.motcua.dossier.internal.processing;

import java.time.Instant;
import vn.motcua.dossier.internal.model.Dossier;
import vn.motcua.identity.Caller;
import vn.motcua.workflow.Effect;

/// Does what a step asks of others than the officers who hold it: a bill, an opinion, the dossier
/// of another procedure. Each implementation takes the effects it knows and leaves the others.
public interface Outside {
    /// Called in the transaction of the move, before the dossier is saved.
    ///
    /// @return the dossier as it is then; the same where nothing of its own changed
    Dossier asked(Dossier dossier, Effect.ServiceCalled effect, Caller by, Instant now);

    /// The same for a call of another procedure.
    default Dossier called(Dossier dossier, Effect.Called effect, Caller by, Instant now) {
        return dossier;
    }
}
