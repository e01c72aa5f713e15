package vn.motcua.dossier.internal.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.worktime.DeadlineState;

/// What waits for a signature.
///
/// @param all lines there are
/// @param next address of the next page; null on the last one
/// @param elsewhere what was chosen on other pages of the list
/// @param after the place this page begins after, and `edge` the one it ends before; null without
/// @param none whether the last press chose nothing
public record ApprovalsView(
        List<Card> cards,
        long all,
        int most,
        @Nullable String before,
        @Nullable String next,
        boolean none,
        List<UUID> elsewhere,
        @Nullable String after,
        @Nullable String edge) {

    /// @param decision what signing means here
    /// @param preparedBy who did the step before; null when nobody did
    /// @param draft what opens the document as it will be issued; null where none is
    /// @param chosen whether it was chosen before
    public record Card(
            UUID task,
            String code,
            String href,
            @Nullable String draft,
            boolean chosen,
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
