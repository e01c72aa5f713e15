package vn.motcua.form;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.ReleaseId;

/// Drafts of the caller. Whatever belongs to somebody else answers as if it did not exist. Calls
/// join the caller's transaction.
public interface Drafts {
    /// @param account whose application it is; null at a counter before the person is known
    record NewDraft(
            ReleaseId release,
            String channel,
            @Nullable UUID account,
            @Nullable String caseCode,
            @Nullable String agency,
            Answers answers) {}

    Draft open(NewDraft draft);

    Optional<Draft> find(UUID id);

    /// As [#find], or the problem `form.draft-not-found`.
    Draft require(UUID id);

    /// Saves answers, case, agency and current question, and starts the time of keeping anew.
    ///
    /// @throws vn.motcua.kernel.ProblemException `form.draft-changed` when somebody saved
    /// meanwhile, `form.draft-closed` when it was submitted
    Draft save(Draft draft);

    /// Open drafts of the caller, newest first.
    List<Draft> list();

    /// Locks the draft for the rest of the transaction: the first step of a submission.
    Draft lock(UUID id);

    void markSubmitted(UUID id, String dossierCode);

    /// Throws the draft away.
    void discard(UUID id);
}
