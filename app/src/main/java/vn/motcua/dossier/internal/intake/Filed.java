package vn.motcua.dossier.internal.intake;

import java.util.List;
import vn.motcua.dossier.DossierCode;
import vn.motcua.form.AnswerFault;

/// What came of a request to file.
public sealed interface Filed {
    /// @param repeated true when the same request had been carried out before
    record Accepted(DossierCode code, boolean repeated) implements Filed {}

    /// The answers are not complete or not valid; nothing was filed.
    record Incomplete(List<AnswerFault> faults) implements Filed {}
}
