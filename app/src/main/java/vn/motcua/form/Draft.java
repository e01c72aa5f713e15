package vn.motcua.form;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.procedure.ReleaseId;

/// An application being written.
///
/// @param account whose it is; null at a counter before the person is known
/// @param agency the agency that will receive it, once chosen
/// @param answers as typed, including answers to questions no longer asked: settle before use
/// @param visited questions saved at least once
/// @param current the question last saved
/// @param createdBy who opened it: the person, or the officer at the counter
/// @param counter the agency of that officer; null when the person filled it in alone
public record Draft(
        UUID id,
        @Nullable UUID account,
        ReleaseId release,
        String channel,
        @Nullable String caseCode,
        @Nullable String agency,
        Answers answers,
        @Nullable String current,
        Set<String> visited,
        DraftState state,
        @Nullable String dossierCode,
        UUID createdBy,
        @Nullable String counter,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        int version) {
    public Draft {
        visited = Set.copyOf(visited);
    }

    /// With the answers of a question just saved.
    public Draft with(Answers next, String question) {
        var seen = new LinkedHashSet<>(visited);
        seen.add(question);
        return new Draft(
                id,
                account,
                release,
                channel,
                caseCode,
                agency,
                next,
                question,
                seen,
                state,
                dossierCode,
                createdBy,
                counter,
                createdAt,
                updatedAt,
                expiresAt,
                version);
    }

    public Draft at(@Nullable String nextAgency, @Nullable String nextCase) {
        return new Draft(
                id,
                account,
                release,
                channel,
                nextCase,
                nextAgency,
                answers,
                current,
                visited,
                state,
                dossierCode,
                createdBy,
                counter,
                createdAt,
                updatedAt,
                expiresAt,
                version);
    }
}
