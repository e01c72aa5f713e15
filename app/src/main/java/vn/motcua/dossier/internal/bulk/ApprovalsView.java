package vn.motcua.dossier.internal.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.DeadlineState;

/// What waits for a signature.
///
/// @param all lines there are
/// @param next address of the next page; null on the last one
/// @param none whether the last press chose nothing
public record ApprovalsView(
        List<Card> cards,
        long all,
        int most,
        @Nullable String before,
        @Nullable String next,
        boolean none) {

    /// @param decision what signing means here
    /// @param preparedBy who did the step before; null when nobody did
    /// @param draft address of the page on which the document can be read before it is signed
    public record Card(
            UUID task,
            String code,
            String href,
            String draft,
            DeadlineState deadline,
            String left,
            @Nullable String due,
            String procedure,
            String owner,
            String summary,
            String step,
            String decision,
            @Nullable String preparedBy) {}
}
